// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "schemas/library.h"
#include "index/image/image.h"
#include "index/image/posting_store.h"
#include "index/image/section_file.h"

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace praxis::index {

// Where each field's text begins in the row of positions of every publication (FieldStart).
//
// Shapes:   fields with text only; between two there is a gap of `field_gap`.
// Threads:  Immutable
class FieldRows {
public:
    FieldRows(const PostingStore& store, std::uint32_t limit, std::size_t fields);

    std::uint32_t start(std::uint32_t stored, std::uint32_t field) const {
        return starts_[std::size_t{stored} * fields_ + field];
    }

    // By the order of `stored_numbers`.
    void write(SectionWriter& file, std::span<const std::uint32_t> stored_numbers) const;

private:
    std::size_t fields_;
    std::vector<std::uint32_t> starts_; // no_start where a field has no text
};

} // namespace praxis::index
