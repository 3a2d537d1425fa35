// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "server/search/related/related_publication.h"

#include <cstddef>
#include <cstdint>
#include <vector>

namespace praxis::search {

class Snapshot;

// The publications that are most like a document, by the vectors of the images (Image::vector);
// of equal similarity the newer one first.
//
// In the base, those are compared that rank among the first 500 by the document's heaviest words;
// in a small library all that share a word. Of a delta all are compared.
//
// Threads:  Immutable
// Source:   docs/related.md
std::vector<RelatedPublication>
related_publications(std::uint32_t document, std::size_t limit, const Snapshot& snapshot);

} // namespace praxis::search
