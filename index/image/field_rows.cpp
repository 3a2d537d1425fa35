// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#include "index/image/field_rows.h"

#include "index/entry.h"
#include "index/image/image_sections.h"

#include <limits>

namespace praxis::index {

namespace {

constexpr std::uint32_t no_start = std::numeric_limits<std::uint32_t>::max();

} // namespace

FieldRows::FieldRows(const PostingStore& store, std::uint32_t limit, std::size_t fields)
    : fields_(fields), starts_(fields * limit, no_start) {
    for (std::uint32_t stored = 0; stored < limit; ++stored) {
        std::uint32_t next = 0;
        for (std::size_t field = 0; field < fields; ++field)
            if (const std::uint32_t extent = store.extent(stored, field); extent > 0) {
                starts_[stored * fields + field] = next;
                next += extent + field_gap;
            }
    }
}

void FieldRows::write(SectionWriter& file, std::span<const std::uint32_t> stored_numbers) const {
    std::vector<std::uint32_t> offsets = {0};
    std::vector<FieldStart> rows;
    for (const std::uint32_t stored : stored_numbers) {
        for (std::uint32_t field = 0; field < fields_; ++field)
            if (start(stored, field) != no_start)
                rows.push_back({.position = start(stored, field), .field = field});
        offsets.push_back(static_cast<std::uint32_t>(rows.size()));
    }
    file.section(image_section::field_start_offsets, offsets);
    file.section(image_section::field_starts, rows);
}

} // namespace praxis::index
