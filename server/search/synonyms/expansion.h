// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "analyzers/analyzer_set.h"
#include "server/search/query/query.h"
#include "server/search/search_answer.h"
#include "server/search/synonyms/name_source.h"

#include <span>
#include <string_view>
#include <vector>

namespace praxis::search {

// Gives bare words, and bare words side by side, their other names (Word::synonyms, Word::also): a
// publication then has the word where it has one of them. It only ever adds to what a word finds:
// AND, OR and the number of words needed stay as they are, NOT leaves out what the word finds,
// and quotes, patterns and fuzzy words stay exact. All names that fit apply, also where they
// overlap; what a name stands for is not looked up again.
//
// A name that is a stop word ("IT", "US") counts only where it was typed in capitals.
//
// `query` is parsed, not yet settled. Notes say what was added.
//
// Threads:  Immutable
void expand_names(Node& query,
                  std::span<const NameSource* const> sources,
                  const analyzers::AnalyzerSet& analyzers,
                  std::vector<Note>& notes);

// Whether a word was typed without small letters.
bool is_in_capitals(std::string_view typed);

} // namespace praxis::search
