// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace praxis::analyzers {

// A chunk of text after folding, with the way back to where each byte came from.
//
// A chunk is a run without ASCII blanks; most are ASCII, keep their length, and need no map.
//
// Shapes:   `begins` and `ends` are both empty, or have one entry for each byte of `text`.
// Units:    bytes; `begins` and `ends` are offsets in the source, on code point borders.
// Threads:  Thread-compatible
struct FoldedText {
    std::string text;
    bool is_ascii = true;
    std::uint32_t base = 0; // where the chunk begins in the source
    std::vector<std::uint32_t> begins;
    std::vector<std::uint32_t> ends;

    // Where the code point that gave this byte begins and ends in the source.
    std::uint32_t source_begin(std::size_t byte) const {
        return begins.empty() ? base + static_cast<std::uint32_t>(byte) : begins[byte];
    }

    std::uint32_t source_end(std::size_t byte) const {
        return ends.empty() ? base + static_cast<std::uint32_t>(byte) + 1 : ends[byte];
    }

    std::string_view slice(std::uint32_t begin, std::uint32_t end) const {
        return std::string_view(text).substr(begin, end - begin);
    }
};

// A stretch between two word boundaries that holds a letter or a digit; bytes of the folded text.
struct Piece {
    std::uint32_t begin = 0;
    std::uint32_t end = 0;

    bool operator==(const Piece&) const = default;
};

} // namespace praxis::analyzers
