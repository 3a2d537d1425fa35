// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "schemas/library.h"
#include "analyzers/analyzer_set.h"
#include "server/search/columns/dictionary.h"
#include "server/search/evaluation/deadline.h"
#include "server/search/evaluation/wildcard.h"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace praxis::search {

// The exact forms that one word of a query stands for.
//
// Fields of text are matched by stem, fields of names by the form as typed: hence two lists.
//
// Shapes:   lists ascend by form, each form once.
// Threads:  Immutable (values)

struct FormAt {
    Form form = 0;
    std::uint8_t edits = 0; // how far from what was typed; 0 but for fuzzy words

    bool operator==(const FormAt&) const = default;
};

struct FormSet {
    std::vector<FormAt> in_text;
    std::vector<FormAt> in_names;

    const std::vector<FormAt>& in(schemas::FieldAnalyzer analyzer) const {
        return analyzer == schemas::FieldAnalyzer::Name ? in_names : in_text;
    }

    void add(const FormSet& other);

    // The edits of a form in such a field; nothing if the word does not stand for it.
    std::optional<std::uint8_t> edits(Form form, schemas::FieldAnalyzer analyzer) const;
};

// Only itself, if the dictionary has it: a word in quotes.
FormSet exact_form(std::optional<Form> form);

// Every form that shares a stem with the word, which is `form` in the dictionary: a bare word.
FormSet stem_forms(std::string_view word,
                   std::optional<Form> form,
                   const Dictionary& dictionary,
                   const analyzers::AnalyzerSet& analyzers);

// Those that a pattern matches and that occur in one of `places`; at most `limit` + 1 of them.
FormSet pattern_forms(const Wildcard& pattern,
                      Places places,
                      const Dictionary& dictionary,
                      std::size_t limit,
                      const Deadline& deadline);

// Those with its first letter that at most `max_edits` edits lead to and that occur in one of
// `places`, at most `limit` + 1, and, as if typed without slip, the forms of its stem.
FormSet fuzzy_forms(std::string_view word,
                    std::uint32_t max_edits,
                    Places places,
                    const Dictionary& dictionary,
                    const analyzers::AnalyzerSet& analyzers,
                    std::size_t limit,
                    const Deadline& deadline);

// A piece of a word as the index would hold it, hyphens taken out: "Council-Man" → "councilman".
std::string folded(std::string_view piece, const analyzers::AnalyzerSet& analyzers);

// The same between the wildcards of a pattern.
std::string folded_pattern(std::string_view pattern, const analyzers::AnalyzerSet& analyzers);

} // namespace praxis::search
