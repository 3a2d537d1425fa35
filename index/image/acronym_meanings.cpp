// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#include "index/image/acronym_meanings.h"

#include <algorithm>
#include <cstddef>

namespace praxis::index {

namespace {

std::vector<std::string_view> each_once(std::vector<std::string_view> keys) {
    std::ranges::sort(keys);
    keys.erase(std::unique(keys.begin(), keys.end()), keys.end());
    return keys;
}

void add_up(std::vector<AcronymMeaning>& meanings, const ExplainedAcronym& pair) {
    const auto known =
        std::ranges::find(meanings, pair.long_form_key, &AcronymMeaning::long_form_key);
    if (known == meanings.end())
        meanings.push_back({pair.acronym_key,
                            pair.long_form_key,
                            pair.acronym,
                            pair.long_form,
                            pair.counts.explained,
                            0,
                            false});
    else
        known->explained += pair.counts.explained;
}

} // namespace

std::optional<AcronymMeaning> AcronymMeanings::of_acronym(std::string_view key) const {
    std::vector<AcronymMeaning> meanings;
    std::uint64_t in_capitals = 0;
    std::uint64_t otherwise = 0;
    for (const AcronymTable* table : tables_) {
        const auto [first, last] = table->of_acronym(key);
        for (std::size_t pair = first; pair < last; ++pair)
            add_up(meanings, (*table)[pair]);
        if (first < last) {
            in_capitals += (*table)[first].counts.in_capitals;
            otherwise += (*table)[first].counts.otherwise;
        }
    }
    if (meanings.empty())
        return std::nullopt;
    AcronymMeaning main = *std::ranges::max_element(meanings, {}, &AcronymMeaning::explained);
    for (const AcronymMeaning& meaning : meanings)
        main.in_all += meaning.explained;
    main.is_also_a_word = otherwise > in_capitals;
    return main;
}

std::vector<AcronymMeaning> AcronymMeanings::of_long_form(std::string_view key) const {
    std::vector<std::string_view> acronyms;
    for (const AcronymTable* table : tables_) {
        const auto [first, last] = table->of_long_form(key);
        for (std::size_t place = first; place < last; ++place)
            acronyms.push_back(table->at_place(place).acronym_key);
    }
    std::vector<AcronymMeaning> meanings;
    for (const std::string_view acronym : each_once(std::move(acronyms)))
        if (const auto meaning = of_acronym(acronym); meaning->long_form_key == key)
            meanings.push_back(*meaning);
    return meanings;
}

bool AcronymMeanings::has_longer_form(std::string_view key) const {
    return std::ranges::any_of(
        tables_, [&](const AcronymTable* table) { return table->has_longer_form(key); });
}

std::vector<AcronymMeaning> AcronymMeanings::all() const {
    std::vector<std::string_view> acronyms;
    for (const AcronymTable* table : tables_)
        for (std::size_t pair = 0; pair < table->size(); ++pair)
            acronyms.push_back((*table)[pair].acronym_key);
    std::vector<AcronymMeaning> meanings;
    for (const std::string_view acronym : each_once(std::move(acronyms)))
        meanings.push_back(*of_acronym(acronym));
    return meanings;
}

} // namespace praxis::index
