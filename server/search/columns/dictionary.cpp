// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#include "server/search/columns/dictionary.h"

#include <algorithm>

namespace praxis::search {

Dictionary::Dictionary(std::vector<std::pair<std::string, Places>> occurrences,
                       const analyzers::AnalyzerSet& analyzers) {
    std::sort(occurrences.begin(), occurrences.end());
    for (std::size_t i = 0; i < occurrences.size(); ++i) {
        const auto& [form, places] = occurrences[i];
        if (i > 0 && form == occurrences[i - 1].first) {
            places_.back() |= places;
            continue;
        }
        texts_ += form;
        offsets_.push_back(texts_.size());
        places_.push_back(places);
        for (const std::string& stem : analyzers.stems(form))
            by_stem_[stem].push_back(static_cast<Form>(places_.size() - 1));
    }
}

std::optional<Form> Dictionary::find(std::string_view text) const {
    const Form form = lower_bound(text);
    if (form == size() || this->text(form) != text)
        return std::nullopt;
    return form;
}

Dictionary::FormRange Dictionary::with_prefix(std::string_view prefix) const {
    FormRange range{lower_bound(prefix), 0};
    Form count = static_cast<Form>(size()) - range.first;
    range.last = range.first;
    while (count > 0) {
        const Form half = count / 2;
        if (text(range.last + half).starts_with(prefix)) {
            range.last += half + 1;
            count -= half + 1;
        } else
            count = half;
    }
    return range;
}

const std::vector<Form>& Dictionary::with_stem(const std::string& stem) const {
    static const std::vector<Form> none;
    const auto found = by_stem_.find(stem);
    return found == by_stem_.end() ? none : found->second;
}

Form Dictionary::lower_bound(std::string_view text) const {
    Form first = 0;
    Form count = static_cast<Form>(size());
    while (count > 0) {
        const Form half = count / 2;
        if (this->text(first + half) < text) {
            first += half + 1;
            count -= half + 1;
        } else
            count = half;
    }
    return first;
}

} // namespace praxis::search
