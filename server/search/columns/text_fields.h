// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "schemas/library.h"
#include "index/image/image.h"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <span>
#include <vector>

namespace praxis::search {

// What the fields of text of a library weigh, as the postings of an image see them.
//
// Shapes:   a set of fields has bit n for field n.
// Units:    weights in index::frequency_unit.
// Threads:  Immutable
using FieldBits = std::uint16_t;

class TextFields {
public:
    explicit TextFields(const schemas::Library& library);

    FieldBits all() const { return all_; }

    FieldBits names() const { return names_; } // matched by the form as typed

    FieldBits weighted() const { return weighted_; }

    // What one occurrence in the field adds to a frequency; 0 in a field without weight.
    std::uint32_t units(std::size_t field) const { return units_[field]; }

    // A sum of units as postings hold it.
    static std::uint32_t frequency(std::uint32_t units) {
        return std::clamp<std::uint32_t>(units, 1, std::numeric_limits<std::uint16_t>::max());
    }

private:
    std::vector<std::uint32_t> units_;
    FieldBits all_ = 0;
    FieldBits names_ = 0;
    FieldBits weighted_ = 0;
};

constexpr FieldBits field_bit(std::size_t field) {
    return static_cast<FieldBits>(1U << field);
}

// The fields of ascending positions of one document.
class FieldWalk {
public:
    explicit FieldWalk(std::span<const index::FieldStart> starts) : starts_(starts) {}

    std::uint32_t field_of(std::uint32_t position) {
        while (at_ + 1 < starts_.size() && starts_[at_ + 1].position <= position)
            ++at_;
        return starts_[at_].field;
    }

private:
    std::span<const index::FieldStart> starts_;
    std::size_t at_ = 0;
};

} // namespace praxis::search
