// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <vector>

namespace praxis::http {

// Divides a rectangle into rectangles whose areas go with weights, as near to squares as a greedy
// row-by-row division gets.
//
// Units:    those of the rectangle; x to the right, y downwards.
// Threads:  Immutable
// Source:   Bruls, Huizing, van Wijk, "Squarified Treemaps", 2000

struct Rectangle {
    double x = 0;
    double y = 0;
    double width = 0;
    double height = 0;

    bool operator==(const Rectangle&) const = default;
};

// One rectangle a weight, in their order. Weights descend and are above 0; then so are the areas.
std::vector<Rectangle> treemap(const std::vector<double>& weights, const Rectangle& whole);

} // namespace praxis::http
