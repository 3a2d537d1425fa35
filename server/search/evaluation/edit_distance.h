// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace praxis::search {

// How many edits turn one word into another: a letter inserted, deleted, replaced, or two
// neighbours swapped, no letter edited twice (optimal string alignment).
//
// Units:    letters are code points.
// Threads:  Immutable
// Source:   Boytsov, "Indexing methods for approximate dictionary searching", 2011, section 2.1

// The distance if it is at most `limit`, else nothing.
std::optional<std::uint32_t>
edit_distance(std::u32string_view left, std::u32string_view right, std::uint32_t limit);

// How many edits a word of that many letters may be away from what is meant: none below 4
// letters, one below 8, else two.
std::uint32_t allowed_edits(std::size_t letters);

std::u32string code_points(std::string_view text);

} // namespace praxis::search
