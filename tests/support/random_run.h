// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <cstdint>

namespace praxis::tests {

// What random tests begin from and how often they go round, so that a failure can be repeated
// (PRAXIS_SEED) and a search for failures be made longer (PRAXIS_ROUNDS).
//
// Threads:  Immutable

// PRAXIS_SEED, else any number: the same in the whole run, and told in the test's messages.
std::uint64_t run_seed();

// PRAXIS_ROUNDS, else that many.
std::uint64_t run_rounds(std::uint64_t otherwise);

} // namespace praxis::tests
