// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "server/search/spelling/word_list.h"

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace praxis::search {

// The words of a list that at most `max_edits` edits lead to; a swap of neighbours is one edit.
//
// Walks the sorted list as if it were a tree of letters: the rows of the distance table stay for
// the letters that a word shares with the one before it, and where a beginning is already too far
// off, all words with that beginning are passed over. It needs nothing but the list.
//
// Shapes:   places in the list, ascending.
// Threads:  Immutable
std::vector<std::size_t>
near_words(std::string_view typed, std::size_t max_edits, const WordList& words);

// The shortest beginnings of words of the list that at most `max_edits` edits lead to, for what is
// still being typed: "acesib" leads to "accessib". Their first letter is as typed; ascending.
std::vector<std::string>
near_beginnings(std::string_view typed, std::size_t max_edits, const WordList& words);

} // namespace praxis::search
