// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "index/image/image.h"

#include <vector>

namespace praxis::search {

// The commonest form of each posting list that bare words find: what to show for a word of a
// vector (index::VectorWord), which is a list's number.
//
// Shapes:   by list; of a list that no bare word finds, 0.
// Threads:  Immutable
std::vector<index::Form> commonest_forms(const index::Image& image);

} // namespace praxis::search
