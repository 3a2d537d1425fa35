// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "schemas/library.h"
#include "schemas/publication.h"
#include "analyzers/analyzer_set.h"

#include <cstdint>
#include <string>
#include <vector>

namespace praxis::index {

// What one publication is to the index: its stored form and its tokens by field.
//
// Made before the writer is touched, on any thread, so that an update cannot fail half-way
// (an exception inside Lucene++'s addDocument loses the old version, or the writer).
//
// Shapes:   one IndexedField for each field of the library in which it has text; positions
//           ascend; between two values or passages of a field there is a gap of `field_gap`.
// Threads:  Thread-compatible

constexpr std::uint32_t field_gap = 100;

struct IndexedToken {
    std::string text;
    std::uint32_t position = 0;
};

struct IndexedField {
    std::string name;
    std::vector<IndexedToken> tokens;
    std::uint32_t length = 0; // tokens that count for ranking: neither Joined nor YearInRange
};

struct Entry {
    schemas::Publication publication;
    std::vector<IndexedField> fields;
    std::string stored;            // the publication as compressed JSON
    std::uint64_t fingerprint = 0; // of the JSON: equal publications, equal fingerprints
};

// The fingerprint that an entry of this publication would have.
std::uint64_t fingerprint_of(const schemas::Publication& publication);

Entry make_entry(schemas::Publication publication,
                 const schemas::Library& library,
                 const analyzers::AnalyzerSet& analyzers);

} // namespace praxis::index
