// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <cstddef>
#include <span>
#include <vector>

namespace praxis::analyzers {

// Where to draw the line between having a topic and not, from scores in cross-validation.
//
// Threads:  Immutable

struct ScoredExample {
    double score = 0;
    bool is_positive = false;
};

struct Threshold {
    double value = 0;
    double f1 = 0; // of taking everything at or above it
};

// The threshold of the best F1; the highest of equals. Nothing positive: above all scores.
Threshold best_threshold(std::vector<ScoredExample> examples);

// The F1 of taking everything at or above `threshold`.
double f1_at(std::span<const ScoredExample> examples, double threshold);

// Half the common threshold and half the topic's own, the own one drawn towards the common one
// where it rests on few positives; below five of them, the common one.
double settled_threshold(double common, double own, std::size_t positives);

} // namespace praxis::analyzers
