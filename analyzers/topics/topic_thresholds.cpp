// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#include "analyzers/topics/topic_thresholds.h"

#include <algorithm>

namespace praxis::analyzers {

namespace {

double f1(std::size_t right, std::size_t taken, std::size_t positives) {
    return right == 0 ? 0
                      : 2.0 * static_cast<double>(right) / static_cast<double>(taken + positives);
}

} // namespace

Threshold best_threshold(std::vector<ScoredExample> examples) {
    std::ranges::sort(
        examples, [](const ScoredExample& a, const ScoredExample& b) { return a.score > b.score; });
    const auto positives =
        static_cast<std::size_t>(std::ranges::count_if(examples, &ScoredExample::is_positive));
    Threshold best{examples.empty() ? 0 : examples.front().score + 1, 0};
    std::size_t right = 0;
    for (std::size_t i = 0; i < examples.size(); ++i) {
        right += examples[i].is_positive ? 1 : 0;
        const bool is_last = i + 1 == examples.size();
        if (!is_last && examples[i + 1].score == examples[i].score)
            continue;
        const double reached = f1(right, i + 1, positives);
        const double next = is_last ? examples[i].score : examples[i + 1].score;
        if (reached > best.f1)
            best = {(examples[i].score + next) / 2, reached};
    }
    return best;
}

double f1_at(std::span<const ScoredExample> examples, double threshold) {
    std::size_t right = 0;
    std::size_t taken = 0;
    std::size_t positives = 0;
    for (const ScoredExample& example : examples) {
        const bool is_taken = example.score >= threshold;
        taken += is_taken ? 1 : 0;
        positives += example.is_positive ? 1 : 0;
        right += is_taken && example.is_positive ? 1 : 0;
    }
    return f1(right, taken, positives);
}

double settled_threshold(double common, double own, std::size_t positives) {
    if (positives < 5)
        return common;
    const double trust = static_cast<double>(positives) / static_cast<double>(positives + 10);
    return (common + trust * own + (1 - trust) * common) / 2;
}

} // namespace praxis::analyzers
