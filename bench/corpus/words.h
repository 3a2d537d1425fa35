// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "bench/corpus/dice.h"

#include <cstdint>
#include <string>
#include <string_view>

namespace praxis::bench {

// A pronounceable word of small letters, another one for each number; the larger the number, the
// longer the word: what stands for the names and coinages that a library's vocabulary grows by.
//
// Threads:  Immutable
std::string invented_word(std::uint64_t number);

// The text with about `rate` of its words replaced by invented ones. Their numbers are spread as
// 1/n, so the vocabulary goes on growing with the amount of text, and most of them are rare.
std::string with_rare_words(std::string_view text, double rate, Dice& dice);

// The runs of ASCII letters and of digits, in small letters, one blank between: text that every
// search engine cuts into the same tokens.
std::string plain_words(std::string_view text);

} // namespace praxis::bench
