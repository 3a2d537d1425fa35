// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace praxis::analyzers {

// A linear support vector machine (L2 regularisation, squared hinge loss), trained by coordinate
// descent in the dual. The same rows in the same order give the same weights, to the last bit.
//
// Source:   Hsieh, Chang, Lin, Keerthi, Sundararajan: A Dual Coordinate Descent Method for
//           Large-scale Linear SVM (2008), algorithm 3

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

// `is_positive` has one entry a row; columns are below `columns`.
LinearClassifier train_linear_classifier(std::span<const SparseRow* const> rows,
                                         const std::vector<bool>& is_positive,
                                         std::size_t columns);

} // namespace praxis::analyzers
