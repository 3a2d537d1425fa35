// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#include "schemas/vocabulary.h"

#include "schemas/words.h"

#include <algorithm>

namespace praxis::schemas {

Vocabulary::Vocabulary(std::string name, std::vector<Concept> concepts)
    : name_(std::move(name)), concepts_(std::move(concepts)) {
    for (std::size_t i = 0; i < concepts_.size(); ++i)
        by_id_.emplace(concepts_[i].id, i);
    for (std::size_t i = 0; i < concepts_.size(); ++i)
        by_word_.emplace(squeezed(concepts_[i].id), i);
    for (std::size_t i = 0; i < concepts_.size(); ++i)
        by_word_.emplace(squeezed(concepts_[i].label), i);
    for (std::size_t i = 0; i < concepts_.size(); ++i)
        for (const std::string& synonym : concepts_[i].synonyms)
            by_word_.emplace(squeezed(synonym), i);
}

const Concept* Vocabulary::find(std::string_view id) const {
    const auto found = by_id_.find(id);
    return found == by_id_.end() ? nullptr : &concepts_[found->second];
}

const Concept* Vocabulary::match_word(std::string_view word) const {
    const auto found = by_word_.find(squeezed(word));
    return found == by_word_.end() ? nullptr : &concepts_[found->second];
}

const Concept* Vocabulary::match_path(std::string_view path) const {
    const std::size_t slash = path.rfind('/');
    const Concept* meant = match_word(path.substr(slash + 1));
    if (slash == std::string_view::npos || meant == nullptr)
        return meant;
    const Concept* above = match_path(path.substr(0, slash));
    for (const Concept* broader = meant; above != nullptr && !broader->broader.empty();)
        if ((broader = find(broader->broader)) == above)
            return meant;
    return nullptr;
}

const Concept* Vocabulary::match(std::string_view word) const {
    if (const Concept* meant = match_word(word))
        return meant;
    constexpr std::ptrdiff_t most_levels = 16;
    if (std::count(word.begin(), word.end(), '/') >= most_levels)
        return nullptr;
    return match_path(word);
}

Term Vocabulary::term(const Concept& meant) const {
    Term term;
    for (const Concept* level = &meant; level != nullptr; level = find(level->broader)) {
        term.value = term.value.empty() ? level->id : level->id + "/" + term.value;
        term.labels.insert(term.labels.begin(), level->label);
    }
    return term;
}

} // namespace praxis::schemas
