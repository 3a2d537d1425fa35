// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "server/search/vectors/related_publication.h"

#include <cstddef>
#include <cstdint>
#include <vector>

namespace praxis::search {

class Snapshot;

// The publications that are most like a document, by their words (word_vectors.h); of equal
// similarity the newer one first.
//
// Threads:  Immutable
// Source:   docs/related.md
std::vector<RelatedPublication>
related_publications(std::uint32_t document, std::size_t limit, const Snapshot& snapshot);

} // namespace praxis::search
