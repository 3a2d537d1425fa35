// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <numbers>

namespace praxis::bench {

// Random numbers that are the same on every machine and for every compiler, which those of
// <random>'s distributions are not.
//
// Threads:  Thread-compatible
// Source:   SplitMix64, https://prng.di.unimi.it/splitmix64.c
class Dice {
public:
    explicit Dice(std::uint64_t seed) : state_(seed) {}

    std::uint64_t next() {
        std::uint64_t z = (state_ += 0x9e3779b97f4a7c15ULL);
        z = (z ^ (z >> 30U)) * 0xbf58476d1ce4e5b9ULL;
        z = (z ^ (z >> 27U)) * 0x94d049bb133111ebULL;
        return z ^ (z >> 31U);
    }

    // 0 to count - 1; precondition: count > 0.
    std::uint64_t below(std::uint64_t count) { return next() % count; }

    // In [0, 1).
    double fraction() { return static_cast<double>(next() >> 11U) * 0x1.0p-53; }

    bool chance(double probability) { return fraction() < probability; }

    // 0 to count - 1, n about as often as 1 / (n + 1): as words and names are spread in a library.
    std::uint64_t skewed_below(std::uint64_t count) {
        const double n = std::pow(static_cast<double>(count) + 1, fraction()) - 1;
        return std::min<std::uint64_t>(static_cast<std::uint64_t>(n), count - 1);
    }

    // Around 0, with deviation 1.
    double normal() {
        const double radius = std::sqrt(-2 * std::log(1 - fraction()));
        return radius * std::cos(2 * std::numbers::pi * fraction());
    }

private:
    std::uint64_t state_;
};

} // namespace praxis::bench
