// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "index/image/image.h"

#include <cstdint>
#include <span>
#include <vector>

namespace praxis::index {

// For every vector the `max_neighbours` others that are nearest by cosine.
//
// Each vector is a query to the inverted vectors, its rarest words first, until a budget of
// postings is used up: exact for a library of some ten thousand publications, and linear in their
// number beyond.
//
// Shapes:   max_neighbours for each vector, the nearest first, equal ones by document; where
//           there are fewer, `no_neighbour` fills up. Shares of one vector add up to 1.
// Threads:  Immutable (it uses as many threads as there are processors; the result is the same)
std::vector<Neighbour> nearest_neighbours(std::span<const VectorWord> words,
                                          std::span<const std::uint32_t> offsets);

} // namespace praxis::index
