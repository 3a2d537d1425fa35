// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#include "server/search/scoring/bm25.h"

#include <cmath>

namespace praxis::search {

double inverse_frequency(std::size_t publications, std::size_t matching) {
    const auto all = static_cast<double>(publications);
    const auto found = static_cast<double>(matching);
    return std::log(1.0 + (all - found + 0.5) / (found + 0.5));
}

double length_norm(double relative_length) {
    return bm25_k1 * (1.0 - bm25_b + bm25_b * relative_length);
}

} // namespace praxis::search
