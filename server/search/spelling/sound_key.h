// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <string>
#include <string_view>

namespace praxis::search {

// How an English word sounds, roughly: words that are spelled by ear share a key.
//
// "tion" and "sion" sound as x, "ch" and "sh" too, "ph" as f; "gh" is silent, "kn" begins with n,
// "wr" with r; c and g are soft before e, i, y; ck, q and x are k-sounds; z sounds as s, v as f,
// d as t. The first letter stays (a vowel counts as a), other vowels, y, h and w are dropped, and
// so are repetitions.
//
//   sound_key("physician") == sound_key("fisitian")
//
// Shapes:   empty for a word that is not all ASCII letters in lower case.
// Threads:  Immutable
std::string sound_key(std::string_view word);

} // namespace praxis::search
