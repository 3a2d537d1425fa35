// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "schemas/publication.h"
#include "analyzers/analyzer_set.h"
#include "index/image/section_file.h"

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>

namespace praxis::index {

// The acronyms that publications explain, while an image is made (AcronymTable).
//
// Title, summary, headings and text are searched, each by itself. Words of up to eight letters are
// counted as they are written, to tell acronyms that are also words ("CARE") from those that are
// not.
//
// Threads:  Thread-compatible
// Lifetime: the analyzers must outlive it.
// Source:   docs/acronyms.md
class AcronymSection {
public:
    explicit AcronymSection(const analyzers::AnalyzerSet& analyzers) : analyzers_(analyzers) {}

    void add(const schemas::Publication& publication);

    // Writes sections `first_section` to `first_section + 2`.
    void write(SectionWriter& file, std::uint32_t first_section) const;

private:
    using Spellings = std::map<std::string, std::uint32_t, std::less<>>; // how often each

    struct Pair {
        std::uint32_t explained = 0;
        Spellings acronyms;
        Spellings long_forms;
    };

    struct Writing {
        std::uint32_t in_capitals = 0;
        std::uint32_t otherwise = 0;
    };

    void add_text(std::string_view text);
    void count_words(std::string_view text);

    const analyzers::AnalyzerSet& analyzers_;
    std::map<std::pair<std::string, std::string>, Pair> pairs_; // by their keys
    std::unordered_map<std::uint64_t, Writing> writings_;       // by the word's letters
};

} // namespace praxis::index
