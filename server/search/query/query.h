// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "base/date.h"
#include "server/search/search_request.h"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <variant>
#include <vector>

namespace praxis::search {

// A query as a value: the tree that the parser makes of what a visitor typed.
//
// The leaves keep the words as typed; cutting them into tokens, stemming and looking them up are
// the evaluation's work. Words side by side form a `Run`, which also carries what is required or
// excluded beside them, so there is no separate negation.
//
// Shapes:   depth <= 32 levels of parentheses, at most 256 leaves; `field` is empty or the name of
//           a field or facet of the library, or "date"; texts are not empty.
// Units:    positions in code points of the query's text, from 0.
// Threads:  Immutable
// Source:   docs/query_language.md

// What every leaf has: where it must be found (empty: in every field that has a weight) and where
// it was typed.
struct Clause {
    std::string field;
    std::string text;
    std::size_t position = 0;

    bool operator==(const Clause&) const = default;
};

// What stands between two blanks: usually one word, matched by its stem. One that the analysis
// cuts ("council-manager", "9/11") means its parts next to each other.
struct Word : Clause {
    // Exact forms that it also stands for, by the words beside it: "fy2019" for each of FY 19.
    // The parser leaves it empty (query_settling.h).
    std::vector<std::string> also = {};
    // Other names for it, or for the words of which it is one: "capital improvement program" for
    // CIP. The parser leaves them empty (synonyms/synonyms.h).
    std::vector<std::string> synonyms = {};

    bool operator==(const Word&) const = default;
};

// Words in quotes: in their exact form, next to each other; with `slop`, in any order within a
// window of their number + slop.
struct Phrase : Clause {
    std::optional<std::uint32_t> slop;

    bool operator==(const Phrase&) const = default;
};

// A word with '*' (any letters) or '?' (one letter).
struct Pattern : Clause {
    bool operator==(const Pattern&) const = default;
};

// A word and what differs from it by few edits; `max_edits` is what the visitor allows (the
// word's length may allow less).
struct Fuzzy : Clause {
    std::uint32_t max_edits = 2;

    bool operator==(const Fuzzy&) const = default;
};

// Years of a range facet, or dates of the publication: from the first day of `from` to the last
// day of `to`; one of them may be missing.
struct Range {
    std::string field;
    std::optional<Date> from;
    std::optional<Date> to;

    bool operator==(const Range&) const = default;
};

struct Everything {
    bool operator==(const Everything&) const = default;
};

struct Nothing {
    bool operator==(const Nothing&) const = default;
};

struct Node;

struct And {
    std::vector<Node> nodes; // at least two
    bool operator==(const And&) const;
};

struct Or {
    std::vector<Node> nodes; // at least two
    bool operator==(const Or&) const;
};

// How many of a run's words must be found.
enum class Need {
    Most, // of n: n for n <= 2, else floor(3n / 4)
    All,
    Any,  // one
    None, // they only raise the score
};

// Clauses side by side.
struct Run {
    Need need = Need::Most;
    std::vector<Node> words;    // counted by `need`; none: no demand
    std::vector<Node> required; // each of them
    std::vector<Node> excluded; // none of them

    bool operator==(const Run&) const;
};

struct Node {
    std::variant<Everything, Nothing, Word, Phrase, Pattern, Fuzzy, Range, And, Or, Run> value;

    bool operator==(const Node&) const = default;
};

// How many of `count` words a run needs.
std::size_t needed_words(Need need, std::size_t count);

// The query in words that people read: "all of (fire merger)", "at least 2 of (a b c) AND NOT d".
std::string understood(const Node& query);

} // namespace praxis::search
