// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#include "schemas/vocabulary_formats.h"

#include "base/utf8.h"

#include <map>
#include <set>
#include <utility>

namespace praxis::schemas {

namespace {

std::string slug_of(std::string_view address) {
    const std::size_t cut = address.find_last_of("/#:");
    std::string slug;
    for (const char c : to_lower_ascii(address.substr(cut == std::string_view::npos ? 0 : cut + 1)))
        if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9'))
            slug += c;
        else if (!slug.empty() && slug.back() != '-')
            slug += '-';
    while (!slug.empty() && slug.back() == '-')
        slug.pop_back();
    return slug.empty() ? "concept" : slug;
}

class VocabularyMaking {
public:
    explicit VocabularyMaking(const std::vector<SourceConcept>& concepts) : source_(concepts) {
        for (std::size_t i = 0; i < concepts.size(); ++i)
            places_.emplace(concepts[i].address, i);
    }

    std::vector<Concept> run() {
        for (std::size_t i = 0; i < source_.size(); ++i)
            add(i);
        return std::move(concepts_);
    }

private:
    // The broader concept goes first; one that is under way already closes a circle.
    std::string add(std::size_t place) {
        if (const auto known = ids_.find(place); known != ids_.end())
            return known->second;
        if (!under_way_.insert(place).second)
            return {};
        const SourceConcept& source = source_[place];
        std::string broader;
        for (const std::string& address : source.broader) {
            const auto found = places_.find(address);
            if (found == places_.end())
                continue;
            broader = add(found->second);
            if (!broader.empty())
                break;
        }
        std::string id = unused(slug_of(source.address));
        ids_.emplace(place, id);
        concepts_.push_back({id, source.label, broader, source.scope_note, source.synonyms});
        return id;
    }

    std::string unused(const std::string& slug) {
        std::string id = slug;
        for (int n = 2; !used_.insert(id).second; ++n)
            id = slug + "-" + std::to_string(n);
        return id;
    }

    const std::vector<SourceConcept>& source_;
    std::map<std::string_view, std::size_t> places_;
    std::map<std::size_t, std::string> ids_;
    std::set<std::size_t> under_way_;
    std::set<std::string> used_;
    std::vector<Concept> concepts_;
};

} // namespace

Vocabulary make_vocabulary(std::string name, const std::vector<SourceConcept>& concepts) {
    return {std::move(name), VocabularyMaking(concepts).run()};
}

Result<Vocabulary>
parse_any_vocabulary(std::string_view text, std::string_view path, std::string name) {
    if (trim(text).starts_with('{'))
        return parse_concept_lines(text, path, std::move(name));
    if (text.find("http://www.w3.org/2004/02/skos/core#") != std::string_view::npos)
        return parse_skos(text, path, std::move(name));
    return parse_vocabulary(text, path);
}

} // namespace praxis::schemas
