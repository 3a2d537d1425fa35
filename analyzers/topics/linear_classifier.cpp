// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#include "analyzers/topics/linear_classifier.h"

#include "base/expects.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>
#include <utility>

// Each row has one dual variable alpha >= 0 for each classifier; a classifier's weights are the sum
// of alpha * label * row. A step takes one row and moves its alphas to where the gradients are 0.
//
// What costs time is not arithmetic but fetching weights from all over the memory. The classifiers'
// weights for one column therefore lie side by side in one cache line, a lane each: sixteen
// classifiers cost little more than one would. The usual remedy, to leave out rows that lie far on
// their right side (shrinking), would have each classifier visit other rows, and spares less.

namespace praxis::analyzers {

namespace {

constexpr std::size_t lanes = most_side_by_side;
constexpr float cost = 1;
constexpr float diagonal = 1 / (2 * cost);
constexpr float tolerance = 0.1F;
constexpr int most_rounds = 100;

// A float for each classifier, in one vector: arithmetic works on all of them at once. (Left to
// itself, the compiler makes vectors of the entries of a row, which lie far apart.)
struct Lanes {
    using Vector __attribute__((vector_size(lanes * sizeof(float)))) = float;
    Vector all{};
};

// Numbers that only have to be well mixed, and the same everywhere.
class Shuffling {
public:
    void shuffle(std::vector<std::uint32_t>& list) {
        for (std::size_t i = list.size(); i > 1; --i)
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
            std::span<const std::vector<bool>> positives,
            std::size_t columns)
        : rows_(rows), count_(positives.size()), weights_(columns), alphas_(rows.size()),
          labels_(rows.size()), order_(rows.size()) {
        std::iota(order_.begin(), order_.end(), 0U);
        for (std::size_t row = 0; row < rows.size(); ++row) {
            float square = 1; // of the bias
            for (const SparseValue& entry : *rows[row])
                square += entry.value * entry.value;
            squares_.push_back(square + diagonal);
            for (std::size_t lane = 0; lane < count_; ++lane)
                labels_[row].all[lane] = positives[lane][row] ? 1 : -1;
        }
        for (std::size_t lane = 0; lane < count_; ++lane)
            unsettled_.all[lane] = 1;
    }

    std::vector<LinearClassifier> run() {
        bool is_settled = false;
        for (int round = 0; round < most_rounds && !is_settled; ++round) {
            shuffling_.shuffle(order_);
            highest_.all = Lanes::Vector{} - std::numeric_limits<float>::max();
            lowest_.all = Lanes::Vector{} + std::numeric_limits<float>::max();
            for (const std::uint32_t row : order_)
                step(row);
            is_settled = true;
            for (std::size_t lane = 0; lane < lanes; ++lane) {
                if (highest_.all[lane] - lowest_.all[lane] <= tolerance)
                    unsettled_.all[lane] = 0;
                is_settled = is_settled && unsettled_.all[lane] == 0;
            }
        }
        std::vector<LinearClassifier> classifiers(count_);
        for (std::size_t lane = 0; lane < count_; ++lane) {
            classifiers[lane].bias = bias_.all[lane];
            classifiers[lane].weights.reserve(weights_.size());
            for (const Lanes& weights : weights_)
                classifiers[lane].weights.push_back(weights.all[lane]);
        }
        return classifiers;
    }

private:
    void step(std::uint32_t row) {
        const auto& labels = labels_[row].all;
        auto& alphas = alphas_[row].all;
        auto scores = bias_.all;
        for (const SparseValue& entry : *rows_[row])
            scores += weights_[entry.column].all * entry.value;

        const auto gradients = labels * scores - 1.0F + alphas * diagonal;
        const auto projected = alphas > 0.0F || gradients < 0.0F ? gradients : Lanes::Vector{};
        highest_.all = highest_.all > projected ? highest_.all : projected;
        lowest_.all = lowest_.all < projected ? lowest_.all : projected;

        const auto wanted = alphas - gradients / squares_[row];
        const auto moves = ((wanted > 0.0F ? wanted : Lanes::Vector{}) - alphas) * unsettled_.all;
        alphas += moves;
        move(*rows_[row], {moves * labels});
    }

    void move(const SparseRow& row, const Lanes& moves) {
        float moved = 0;
        for (std::size_t lane = 0; lane < lanes; ++lane)
            moved += std::abs(moves.all[lane]);
        if (moved == 0)
            return;
        for (const SparseValue& entry : row)
            weights_[entry.column].all += moves.all * entry.value;
        bias_.all += moves.all;
    }

    std::span<const SparseRow* const> rows_;
    std::size_t count_;
    std::vector<Lanes> weights_; // by column
    Lanes bias_;
    std::vector<Lanes> alphas_; // by row
    std::vector<Lanes> labels_; // by row: 1, -1, or 0 where there is no classifier
    std::vector<float> squares_;
    std::vector<std::uint32_t> order_;
    Lanes unsettled_; // 1 or 0
    Lanes highest_;
    Lanes lowest_;
    Shuffling shuffling_;
};

} // namespace

double LinearClassifier::score(const SparseRow& row) const {
    double sum = bias;
    for (const SparseValue& entry : row)
        sum += static_cast<double>(weights[entry.column]) * entry.value;
    return sum;
}

std::vector<LinearClassifier> train_linear_classifiers(std::span<const SparseRow* const> rows,
                                                       std::span<const std::vector<bool>> positives,
                                                       std::size_t columns) {
    expects(positives.size() <= lanes, "at most most_side_by_side classifiers");
    return Descent(rows, positives, columns).run();
}

} // namespace praxis::analyzers
