// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "server/search/query/query.h"
#include "server/search/query/query_fields.h"
#include "server/search/search_answer.h"
#include "server/search/search_request.h"

#include <cstddef>
#include <string_view>
#include <vector>

namespace praxis::search {

// What a visitor typed → a Query: forgiving where the meaning can be guessed (a note says how it
// was read), refused with the position where it cannot.
//
//   query     = [ either ] ;                          (* nothing: everything *)
//   either    = both { "OR" both } ;
//   both      = run { "AND" run } ;
//   run       = clause { clause } ;                   (* side by side: see `match` *)
//   clause    = { "+" | "-" | "NOT" } primary ;       (* signs touch what they sign *)
//   primary   = [ name ":" ] ( value | "(" either ")" ) ;
//   value     = word | pattern | fuzzy | quoted | range ;
//   quoted    = '"' any text '"' [ "~" number ] ;     (* curly and angle quotes too *)
//   pattern   = a word with "*", or with "?" before a letter ;
//   fuzzy     = word "~" [ number ] ;
//   range     = [ date ] ".." [ date ] | date ;       (* fields of years, and "date" *)
//   word      = what reaches to the next blank, comma, semicolon, quote or parenthesis ;
//
// Operators are upper case. Negation binds before AND before OR; side by side binds before AND.
// A name is one of the library's fields or facets, or "date", in any case; other words with a
// colon are words. A comma between digits and a parenthesis as in 501(c)(3) belong to the word.
//
// One level (the top, or one pair of parentheses) reads words side by side by `match`; where the
// level has AND or OR, all of them are needed; in a run with "+", the others only raise the score.
// Phrases, patterns, fields and parentheses in a run are required, except under match=any.
//
// Shapes:   at most 1,024 code points, 32 levels of parentheses, 256 clauses, 64 words a phrase,
//           99 words a window.
// Units:    positions in code points from 0.
// Errors:   InvalidInput on parameter "q" with position: a limit, a pattern with fewer than two
//           leading letters, what is no year or date, a reversed range, malformed UTF-8.
// Threads:  Immutable
// Source:   docs/query_language.md

constexpr std::size_t max_query_code_points = 1024;
constexpr std::size_t max_query_depth = 32;
constexpr std::size_t max_query_clauses = 256;
constexpr std::size_t max_phrase_words = 64;
constexpr std::size_t max_window_words = 99; // below the gap between fields

struct ParsedQuery {
    Node query;
    std::vector<Note> notes;
};

Answered<ParsedQuery> parse_query(std::string_view text, Match match, const QueryFields& fields);

} // namespace praxis::search
