// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace praxis::corpus {

// Lists of phrases written as one text, separated by '|': "posted by|written by|by".

// Whether the list holds exactly this phrase; the empty phrase is in no list.
bool is_listed(std::string_view phrase, std::string_view list);

std::vector<std::string_view> split_list(std::string_view list);

// Cuts the first phrase that the text begins with as whole words, without regard to case, and a
// colon behind it.
bool cut_front(std::string_view& text, std::string_view list);

// The pieces of a text between any of the separators, trimmed, without the empty ones.
std::vector<std::string_view> split_at(std::string_view text,
                                       const std::vector<std::string_view>& separators);

// The words of a text, separated by blanks.
std::vector<std::string_view> words_of(std::string_view text);

} // namespace praxis::corpus
