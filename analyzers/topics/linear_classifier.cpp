// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#include "analyzers/topics/linear_classifier.h"

#include <algorithm>
#include <cmath>
#include <limits>

// Each row has one dual variable alpha >= 0; the weights are the sum of alpha * label * row. A
// step takes one row and moves its alpha to where the gradient is 0. Rows that lie far on their
// right side keep alpha = 0: they leave the active list until the others have settled (shrinking),
// which spares most of the work, as most publications are clearly not about most topics.

namespace praxis::analyzers {

namespace {

constexpr double cost = 1.0;
constexpr double diagonal = 1 / (2 * cost);
constexpr double tolerance = 0.05;
constexpr int most_rounds = 100;
constexpr double infinite = std::numeric_limits<double>::infinity();

// Numbers that only have to be well mixed, and the same everywhere.
class Shuffling {
public:
    void shuffle(std::vector<std::uint32_t>& list, std::size_t count) {
        for (std::size_t i = count; i > 1; --i)
            std::swap(list[i - 1], list[next() % i]);
    }

private:
    std::uint64_t next() {
        state_ = state_ * 6364136223846793005ULL + 1442695040888963407ULL;
        return state_ >> 33U;
    }

    std::uint64_t state_ = 20080705;
};

class Descent {
public:
    Descent(std::span<const SparseRow* const> rows,
            const std::vector<bool>& is_positive,
            std::size_t columns)
        : rows_(rows), is_positive_(is_positive), weights_(columns), alphas_(rows.size()) {
        active_.resize(rows.size());
        for (std::size_t i = 0; i < rows.size(); ++i) {
            active_[i] = static_cast<std::uint32_t>(i);
            double square = 1; // of the bias
            for (const SparseValue& entry : *rows[i])
                square += static_cast<double>(entry.value) * entry.value;
            squares_.push_back(square + diagonal);
        }
    }

    LinearClassifier run() {
        count_ = active_.size();
        for (int round = 0; round < most_rounds; ++round) {
            shuffling_.shuffle(active_, count_);
            run_round();
            if (highest_ - lowest_ > tolerance) {
                limit_ = highest_ <= 0 ? infinite : highest_;
            } else if (count_ == active_.size()) {
                break;
            } else {
                count_ = active_.size();
                limit_ = infinite;
            }
        }
        return {std::vector<float>(weights_.begin(), weights_.end()), bias_};
    }

private:
    void run_round() {
        highest_ = -infinite;
        lowest_ = infinite;
        for (std::size_t at = 0; at < count_;) {
            const std::uint32_t row = active_[at];
            const double label = is_positive_[row] ? 1 : -1;
            const double gradient = label * score(*rows_[row]) - 1 + diagonal * alphas_[row];
            double projected = gradient;
            if (alphas_[row] == 0) {
                if (gradient > limit_) {
                    std::swap(active_[at], active_[--count_]);
                    continue;
                }
                projected = std::min(gradient, 0.0);
            }
            highest_ = std::max(highest_, projected);
            lowest_ = std::min(lowest_, projected);
            if (std::abs(projected) > 1e-12)
                move(row, label, gradient);
            ++at;
        }
    }

    double score(const SparseRow& row) const {
        double sum = bias_;
        for (const SparseValue& entry : row)
            sum += weights_[entry.column] * entry.value;
        return sum;
    }

    void move(std::uint32_t row, double label, double gradient) {
        const double before = alphas_[row];
        alphas_[row] = std::max(before - gradient / squares_[row], 0.0);
        const double step = (alphas_[row] - before) * label;
        for (const SparseValue& entry : *rows_[row])
            weights_[entry.column] += step * entry.value;
        bias_ += step;
    }

    std::span<const SparseRow* const> rows_;
    const std::vector<bool>& is_positive_;
    std::vector<double> weights_;
    double bias_ = 0;
    std::vector<double> alphas_;
    std::vector<double> squares_;
    std::vector<std::uint32_t> active_; // the first count_ of them
    std::size_t count_ = 0;
    double limit_ = infinite;
    double highest_ = 0;
    double lowest_ = 0;
    Shuffling shuffling_;
};

} // namespace

double LinearClassifier::score(const SparseRow& row) const {
    double sum = bias;
    for (const SparseValue& entry : row)
        sum += static_cast<double>(weights[entry.column]) * entry.value;
    return sum;
}

LinearClassifier train_linear_classifier(std::span<const SparseRow* const> rows,
                                         const std::vector<bool>& is_positive,
                                         std::size_t columns) {
    return Descent(rows, is_positive, columns).run();
}

} // namespace praxis::analyzers
