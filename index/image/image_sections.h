// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <cstddef>
#include <cstdint>

namespace praxis::index {

// The numbers of an image's sections, for its writers and its reader.
//
// Threads:  Immutable
// Source:   docs/index_format.md, "Images"

// Raise it whenever an image of the same commit gets other bytes.
constexpr std::uint32_t image_format = 6;

namespace image_section {

constexpr std::uint32_t summary = 1;
constexpr std::uint32_t ids = 2;         // and 3
constexpr std::uint32_t by_id = 4;       // documents in the order of their ids
constexpr std::uint32_t source_keys = 5; // and 6; source, NUL, its own id; ascending
constexpr std::uint32_t by_source = 7;   // the document of each
constexpr std::uint32_t stored_numbers = 8;
constexpr std::uint32_t length_codes = 9;
constexpr std::uint32_t field_start_offsets = 10;
constexpr std::uint32_t field_starts = 11;
constexpr std::uint32_t dates = 12;
constexpr std::uint32_t first_days = 13;
constexpr std::uint32_t last_days = 14;
constexpr std::uint32_t title_ranks = 15;
constexpr std::uint32_t title_keys = 16; // and 17
constexpr std::uint32_t titles = 18;     // and 19

constexpr std::uint32_t forms = 20; // and 21
constexpr std::uint32_t form_lists = 22;
constexpr std::uint32_t form_places = 23;
constexpr std::uint32_t form_frequencies = 24;
constexpr std::uint32_t stems = 25; // and 26
constexpr std::uint32_t stem_offsets = 27;
constexpr std::uint32_t stem_forms = 28;
constexpr std::uint32_t joined_forms = 29;
constexpr std::uint32_t lists = 30; // to 35
constexpr std::uint32_t vector_offsets = 40;
constexpr std::uint32_t vector_words = 41;
constexpr std::uint32_t neighbours = 42;
constexpr std::uint32_t acronyms = 45; // to 47

// Of a delta only.
constexpr std::uint32_t base_print = 50;
constexpr std::uint32_t gone = 51;

// Of a facet, counted from its first.
constexpr std::uint32_t facet_values = 0; // and 1
constexpr std::uint32_t facet_labels = 2; // and 3
constexpr std::uint32_t facet_parents = 4;
constexpr std::uint32_t facet_label_ranks = 5;
constexpr std::uint32_t facet_numbers = 6;
constexpr std::uint32_t facet_totals = 7;
constexpr std::uint32_t facet_document_offsets = 8;
constexpr std::uint32_t facet_document_values = 9;
constexpr std::uint32_t facet_documents = 10;    // to 15
constexpr std::uint32_t facet_other_labels = 16; // and 17
constexpr std::uint32_t facet_other_values = 18;
constexpr std::uint32_t facet_other_offsets = 19;
constexpr std::uint32_t facet_other_documents = 20;

constexpr std::uint32_t first_of_facet(std::size_t facet) {
    return static_cast<std::uint32_t>(100 + facet * 32);
}

} // namespace image_section

struct ImageSummary {
    std::uint32_t documents = 0;
    std::uint32_t facets = 0;
    double total_length = 0;
};

} // namespace praxis::index
