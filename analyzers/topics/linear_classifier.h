// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace praxis::analyzers {

// Linear support vector machines (L2 regularisation, squared hinge loss), trained by coordinate
// descent in the dual. The same rows in the same order give the same weights, to the last bit.
//
// Source:   Hsieh, Chang, Lin, Keerthi, Sundararajan: A Dual Coordinate Descent Method for
//           Large-scale Linear SVM (2008), algorithm 1

struct SparseValue {
    std::uint32_t column = 0;
    float value = 0;
};

// Of unit length.
using SparseRow = std::vector<SparseValue>;

struct LinearClassifier {
    std::vector<float> weights; // one a column
    double bias = 0;

    double score(const SparseRow& row) const;
};

// As many classifiers as may be trained side by side.
inline constexpr std::size_t most_side_by_side = 16;

// One classifier for each of `positives`, which tell of each row whether it is an example or a
// counterexample; columns are below `columns`. Two and more cost little more than one.
// Shapes:   at most `most_side_by_side` of them
std::vector<LinearClassifier> train_linear_classifiers(std::span<const SparseRow* const> rows,
                                                       std::span<const std::vector<bool>> positives,
                                                       std::size_t columns);

} // namespace praxis::analyzers
