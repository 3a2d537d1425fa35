// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "index/image/image.h"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <vector>

namespace praxis::search {

// The documents of a base and its delta numbered in one row: as an image of all would number them,
// but that what is gone keeps its place. So the smaller number wins every tie.
//
// Units:    a document is known by its layer (0 the base, 1 the delta) and its number there.
// Threads:  Immutable
// Lifetime: the images must outlive it.
class DocumentNumbers {
public:
    struct Place {
        std::size_t layer = 0;
        std::uint32_t document = 0;

        bool operator==(const Place&) const = default;
    };

    explicit DocumentNumbers(const index::Images& images);

    // Of both together.
    std::uint32_t count() const { return count_; }

    Place place(std::uint32_t number) const;
    std::uint32_t number(const Place& place) const;

    // The document of the base whose place a document of the delta took.
    std::optional<std::uint32_t> former(std::uint32_t document) const;

private:
    struct Replaced {
        std::uint32_t base = 0;
        std::uint32_t delta = 0;
    };

    std::uint32_t count_ = 0;
    std::vector<std::uint32_t> delta_; // the delta's documents by their numbers here, ascending
    std::vector<Replaced> replaced_;   // by the delta's documents
};

} // namespace praxis::search
