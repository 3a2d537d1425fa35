// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "schemas/publication.h"
#include "index/image/section_file.h"

#include <cstdint>
#include <limits>
#include <string>
#include <string_view>
#include <vector>

namespace praxis::index {

// What an image keeps of every publication by itself: id, source, dates, the place of its title;
// and, out of that, the order in which documents are numbered (image.h).
//
// Shapes:   rows are publications in the order of their adding; `order` gives the row of each
//           document.
// Threads:  Thread-compatible

constexpr std::uint32_t no_document = std::numeric_limits<std::uint32_t>::max();

// What a publication is found by when its source's own number for it is known.
std::string source_key(std::string_view source, std::string_view source_id);

class DocumentSection {
public:
    void add(std::uint32_t stored_number, const schemas::Publication& publication);

    // Numbers the documents; nothing may be added afterwards.
    void settle();

    const std::vector<std::uint32_t>& order() const { return order_; }

    // By document: the number that it was added with.
    std::vector<std::uint32_t> stored_numbers() const;

    // The document of each number, or no_document.
    std::vector<std::uint32_t> document_of_stored(std::uint32_t limit) const;

    // All but the numbers in the commit.
    void write(SectionWriter& file) const;

private:
    // A piece of `texts_`.
    struct Text {
        std::uint64_t begin = 0;
        std::uint32_t size = 0;
    };

    struct Row {
        std::uint32_t stored = 0;
        std::int32_t date = 0;
        std::int32_t first_day = 0;
        std::int32_t last_day = 0;
        Text id;
        Text title;
        Text title_key;
        Text source_key; // empty: the source gave no id
    };

    Text keep(std::string_view text);
    std::string_view text(const Text& kept) const;
    void write_ids(SectionWriter& file) const;
    void write_sources(SectionWriter& file) const;
    std::vector<std::uint32_t> title_ranks() const;

    std::string texts_;
    std::vector<Row> rows_;
    std::vector<std::uint32_t> order_;
};

} // namespace praxis::index
