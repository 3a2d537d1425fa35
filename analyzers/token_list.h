// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "analyzers/analyzer_set.h"

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <utility>
#include <vector>

namespace praxis::analyzers {

// A stretch of the source text, end excluded.
struct Extent {
    std::uint32_t begin = 0;
    std::uint32_t end = 0;
};

// The tokens of a text under way: keeps what Token promises (dense positions, order, length).
//
// Threads:  Thread-compatible
class TokenList {
public:
    // Adds a token at the next position.
    void add(std::string_view text, Extent extent, TokenKind kind);

    // The same for a word of ASCII letters as it stands in the source.
    void add_ascii_word(std::string_view letters, std::uint32_t begin);

    // Adds a token that stands at a taken position, behind those that are there.
    void add_beside(std::uint32_t position,
                    std::string_view text,
                    Extent extent,
                    TokenKind kind,
                    std::uint32_t span = 1);

    // The Word or Part at a taken position near the end, or null.
    Token* find_word(std::uint32_t position);

    std::uint32_t next_position() const { return next_position_; }

    void reserve(std::size_t count) { tokens_.reserve(count); }

    std::vector<Token> take() { return std::move(tokens_); }

private:
    std::vector<Token> tokens_;
    std::uint32_t next_position_ = 0;
};

} // namespace praxis::analyzers
