// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "index/image/section_file.h"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace praxis::index {

// Strings by ordinal, as two sections: where each begins, and their bytes in a row.
//
// A table whose strings ascend can also be searched; byte order is code point order.
//
// Shapes:   fewer than 2^32 strings, less than 2^32 bytes; offsets have one element more.
// Threads:  Thread-compatible (writer), Immutable (table)

class StringTableWriter {
public:
    void add(std::string_view text);

    std::uint32_t size() const { return static_cast<std::uint32_t>(offsets_.size() - 1); }

    std::string_view operator[](std::size_t ordinal) const {
        return std::string_view(bytes_).substr(offsets_[ordinal],
                                               offsets_[ordinal + 1] - offsets_[ordinal]);
    }

    // Writes sections `number` (offsets) and `number + 1` (bytes).
    void write(SectionWriter& file, std::uint32_t number) const;

private:
    std::vector<std::uint32_t> offsets_ = {0};
    std::string bytes_;
};

class StringTable {
public:
    StringTable() = default;

    // Throws Error{Corrupt} where the offsets do not fit.
    StringTable(const SectionFile& file, std::uint32_t number);

    std::uint32_t size() const { return static_cast<std::uint32_t>(offsets_.size() - 1); }

    std::string_view operator[](std::size_t ordinal) const {
        return bytes_.substr(offsets_[ordinal], offsets_[ordinal + 1] - offsets_[ordinal]);
    }

    // Of an ascending table: the first ordinal whose string is not less than `text`.
    std::uint32_t lower_bound(std::string_view text) const;

    // Of an ascending table: the ordinal of `text`.
    std::optional<std::uint32_t> find(std::string_view text) const;

    // Of an ascending table: [first, last) of the strings that begin with `prefix`.
    std::pair<std::uint32_t, std::uint32_t> prefix_range(std::string_view prefix) const;

private:
    std::span<const std::uint32_t> offsets_;
    std::string_view bytes_;
};

} // namespace praxis::index
