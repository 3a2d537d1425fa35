// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "index/image/section_file.h"
#include "index/image/string_table.h"

#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>
#include <utility>

namespace praxis::index {

// How often an acronym is explained so, and how its word is written in the texts: with two capitals
// or more ("CAP", "CoP"), or otherwise ("cap", "Cap").
struct AcronymCounts {
    std::uint32_t explained = 0;
    std::uint32_t in_capitals = 0;
    std::uint32_t otherwise = 0;
    std::uint32_t by_long_form = 0; // the i-th record: which pair is the i-th by long form
};

// An acronym with one of its long forms: by what they are compared (analyzers/name_keys.h), and as
// they are written most often.
struct ExplainedAcronym {
    std::string_view acronym_key;
    std::string_view long_form_key;
    std::string_view acronym;
    std::string_view long_form;
    AcronymCounts counts;
};

// The acronyms that an image's texts explain, found from either side.
//
// Shapes:   pairs ascend by acronym key, then by long form key; each once.
// Threads:  Immutable
class AcronymTable {
public:
    AcronymTable() = default;

    // Throws Error{Corrupt} where the sections do not fit.
    AcronymTable(const SectionFile& file, std::uint32_t first_section);

    std::size_t size() const { return counts_.size(); }

    ExplainedAcronym operator[](std::size_t pair) const {
        return {texts_[4 * pair],
                texts_[4 * pair + 1],
                texts_[4 * pair + 2],
                texts_[4 * pair + 3],
                counts_[pair]};
    }

    // The pairs [first, last) of an acronym.
    std::pair<std::size_t, std::size_t> of_acronym(std::string_view key) const;

    // Whether some long form begins with these words and goes on.
    bool has_longer_form(std::string_view key) const;

    // The places [first, last) of a long form; `at_place` gives the pair of each.
    std::pair<std::size_t, std::size_t> of_long_form(std::string_view key) const;

    ExplainedAcronym at_place(std::size_t place) const {
        return (*this)[counts_[place].by_long_form];
    }

private:
    std::string_view long_form_at(std::size_t place) const {
        return texts_[4 * std::size_t{counts_[place].by_long_form} + 1];
    }

    StringTable texts_; // four for each pair
    std::span<const AcronymCounts> counts_;
};

} // namespace praxis::index
