// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "schemas/library.h"
#include "index/catalog.h"
#include "index/text_index_reader.h"

#include <cstdint>
#include <string>
#include <vector>

namespace praxis::index {

// Reads a whole text index and says what contradicts itself, the library or the catalog.
//
// Every stored publication is found by its id and has the fingerprint that the catalog knows; every
// term's postings ascend, stand in live documents and add up to at least the stored lengths.
//
// Errors:   Corrupt (thrown) where the index cannot be read at all.
// Threads:  Immutable

struct StructureReport {
    std::vector<std::string> problems; // the first hundred
    std::uint64_t publications = 0;
    std::uint64_t terms = 0;
};

StructureReport check_structure(const TextIndexReader& text,
                                const schemas::Library& library,
                                const Catalog& catalog);

} // namespace praxis::index
