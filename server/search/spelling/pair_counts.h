// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "server/search/snapshot.h"

#include <cstdint>
#include <string_view>

namespace praxis::search {

// How often two words stand side by side in a library, in the fields that a word without a field
// name is looked for in; read from where each of them stands.
//
// Only a query with an unknown word asks, and of a dozen pairs: no table of all pairs is kept.
//
// Threads:  Immutable
std::uint64_t pair_count(std::string_view left, std::string_view right, const Snapshot& snapshot);

} // namespace praxis::search
