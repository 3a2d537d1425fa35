// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace praxis::search {

// The words of a library, each with how often it stands there: what spelling is judged by.
//
// Shapes:   words ascend by their bytes, each once.
// Threads:  Immutable
class WordList {
public:
    struct Range {
        std::size_t first = 0;
        std::size_t last = 0; // excluded
    };

    WordList() = default;

    // Words are added in ascending order.
    void add(std::string_view word, std::uint32_t occurrences);

    std::size_t size() const { return occurrences_.size(); }

    std::string_view word(std::size_t place) const {
        return std::string_view(texts_).substr(offsets_[place],
                                               offsets_[place + 1] - offsets_[place]);
    }

    std::uint64_t occurrences(std::size_t place) const { return occurrences_[place]; }

    // Of all words together.
    std::uint64_t total() const { return total_; }

    std::optional<std::size_t> find(std::string_view word) const;

    Range with_prefix(std::string_view prefix) const;

    // The first place from `from` on whose word does not begin with `prefix`.
    std::size_t behind(std::string_view prefix, std::size_t from) const;

private:
    std::string texts_;
    std::vector<std::uint32_t> offsets_{0};
    std::vector<std::uint32_t> occurrences_;
    std::uint64_t total_ = 0;
};

} // namespace praxis::search
