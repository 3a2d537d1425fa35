// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "server/search/query/query_fields.h"
#include "server/search/search_answer.h"
#include "server/search/search_request.h"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace praxis::search {

// The pieces of a query's text: what the parser reads.
//
// What cannot be meant is left out here, with a note: a quote without its partner, a sign on its
// own, empty quotes.
//
// Units:    positions in code points from 0.
// Threads:  Immutable

enum class LexemeKind {
    Word,   // what stands between blanks, signs and field taken off
    Quoted, // the text between two quotes
    Field,  // a known name and its colon; a Word, Quoted or Open follows at once, or nothing does
    Open,
    Close,
    Plus,
    Minus,
    And,
    Or,
    Not,
};

struct Lexeme {
    LexemeKind kind = LexemeKind::Word;
    std::string text;
    std::size_t position = 0;
    FieldKind field_kind = FieldKind::Words; // of Field
    std::optional<std::uint32_t> slop;       // of Quoted: the number behind '~'
};

struct Lexed {
    std::vector<Lexeme> lexemes;
    std::vector<Note> notes;
};

// Precondition: valid UTF-8 of at most 1,024 code points.
Lexed lex_query(std::string_view text, const QueryFields& fields);

// Adds a note unless it is there already.
void add_note(std::vector<Note>& notes, std::string code, std::string text);

// Notes that a piece of the query was left out.
void note_dropped(std::vector<Note>& notes, std::string_view piece);

} // namespace praxis::search
