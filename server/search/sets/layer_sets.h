// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "server/search/sets/document_set.h"

#include <cstddef>
#include <vector>

namespace praxis::search {

// A set of publications: those of each layer of a snapshot.
//
// Threads:  Immutable
using LayerSets = std::vector<DocumentSet>;

inline std::size_t total_size(const LayerSets& sets) {
    std::size_t size = 0;
    for (const DocumentSet& set : sets)
        size += set.size();
    return size;
}

} // namespace praxis::search
