// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#include "indexer/acronym_page.h"

#include "index/generation.h"
#include "index/image/acronym_meanings.h"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <string_view>
#include <utility>
#include <vector>

namespace praxis::indexer {

namespace {

using Meanings = std::vector<index::AcronymMeaning>;

std::string line_of(const index::AcronymMeaning& meaning) {
    return fmt::format("{} = {}  # {} of {}\n",
                       meaning.acronym,
                       meaning.long_form,
                       meaning.explained,
                       meaning.in_all);
}

std::string part_of(std::string_view heading, const Meanings& meanings, auto&& belongs) {
    std::string lines;
    for (const index::AcronymMeaning& meaning : meanings)
        if (belongs(meaning))
            lines += line_of(meaning);
    return lines.empty() ? lines : fmt::format("\n# {}\n{}", heading, lines);
}

std::string page_of(Meanings meanings) {
    std::ranges::stable_sort(meanings, std::greater(), &index::AcronymMeaning::explained);
    return fmt::format(
               "# {} acronyms are explained; behind each, how often so, of how often at all\n",
               meanings.size()) +
           part_of("Used by searches",
                   meanings,
                   [](const auto& meaning) {
                       return meaning.is_settled() && !meaning.is_also_a_word;
                   }) +
           part_of(
               "Used where they are typed in capitals, for they are also words",
               meanings,
               [](const auto& meaning) { return meaning.is_settled() && meaning.is_also_a_word; }) +
           part_of("Not used: explained once, or texts do not agree", meanings, [](const auto& m) {
               return !m.is_settled();
           });
}

} // namespace

Result<std::string> acronym_page(const AcronymsOptions& options) {
    const auto generation = index::Generation::open(options.index);
    if (!generation)
        return tl::unexpected(generation.error());
    const index::Images images = (*generation)->images();
    if (images.empty())
        return failure(ErrorKind::Unavailable,
                       "the index has no image to read acronyms from; sync it again");
    std::vector<const index::AcronymTable*> tables;
    for (const auto& image : images)
        tables.push_back(&image->acronyms());
    return page_of(index::AcronymMeanings(std::move(tables)).all());
}

} // namespace praxis::indexer
