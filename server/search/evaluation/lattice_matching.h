// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "server/search/columns/text_fields.h"
#include "server/search/evaluation/deadline.h"
#include "server/search/evaluation/form_lists.h"
#include "server/search/evaluation/lattice.h"
#include "server/search/layer.h"

#include <cstdint>
#include <vector>

namespace praxis::search {

// The documents in whose texts a lattice of several words matches.
//
// Shapes:   documents ascend, each once. A match lies in one field.
// Threads:  Immutable
struct LatticeMatch {
    std::uint32_t document = 0;
    std::uint32_t frequency = 0; // of its matches, weighted; at most 65,535
    FieldBits fields = 0;        // those in which it matches
};

std::vector<LatticeMatch> match_in_texts(const Lattice& lattice,
                                         const TextScope& scope,
                                         const Layer& layer,
                                         const Deadline& deadline);

} // namespace praxis::search
