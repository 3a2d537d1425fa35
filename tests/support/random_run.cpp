// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#include "tests/support/random_run.h"

#include <boost/test/unit_test.hpp>

#include <cstdlib>
#include <random>

namespace praxis::tests {

namespace {

std::uint64_t number_from(const char* variable, std::uint64_t otherwise) {
    const char* const text = std::getenv(variable);
    return text == nullptr ? otherwise : std::strtoull(text, nullptr, 10);
}

} // namespace

std::uint64_t run_seed() {
    static const std::uint64_t seed = [] {
        const std::uint64_t number = number_from("PRAXIS_SEED", std::random_device{}());
        BOOST_TEST_MESSAGE("PRAXIS_SEED=" << number);
        return number;
    }();
    return seed;
}

std::uint64_t run_rounds(std::uint64_t otherwise) {
    return number_from("PRAXIS_ROUNDS", otherwise);
}

} // namespace praxis::tests
