// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#include "server/http/pages/browse/treemap.h"

#include <algorithm>
#include <cstddef>
#include <numeric>

namespace praxis::http {

namespace {

// Rows are laid along the shorter side of what is left, each as long as its worst rectangle
// becomes no longer and thinner by it.
class Division {
public:
    Division(const std::vector<double>& weights, const Rectangle& whole) : left_(whole) {
        const double sum = std::accumulate(weights.begin(), weights.end(), 0.0);
        for (const double weight : weights)
            areas_.push_back(weight / sum * whole.width * whole.height);
    }

    std::vector<Rectangle> divide() {
        for (std::size_t begin = 0; begin < areas_.size();) {
            const std::size_t end = row_end(begin);
            lay_row(begin, end);
            begin = end;
        }
        return std::move(laid_);
    }

private:
    double sum(std::size_t begin, std::size_t end) const {
        const auto at = [&](std::size_t i) {
            return areas_.begin() + static_cast<std::ptrdiff_t>(i);
        };
        return std::accumulate(at(begin), at(end), 0.0);
    }

    double side() const { return std::min(left_.width, left_.height); }

    // The greatest ratio of a longer to a shorter side in the row.
    double worst(std::size_t begin, std::size_t end) const {
        const double depth = sum(begin, end) / side();
        const auto ratio = [&](double area) {
            const double length = area / depth;
            return std::max(length / depth, depth / length);
        };
        return std::max(ratio(areas_[begin]), ratio(areas_[end - 1]));
    }

    std::size_t row_end(std::size_t begin) const {
        std::size_t end = begin + 1;
        while (end < areas_.size() && worst(begin, end + 1) <= worst(begin, end))
            ++end;
        return end;
    }

    void lay_row(std::size_t begin, std::size_t end) {
        const bool across = left_.width < left_.height; // the row runs from left to right
        const double depth = sum(begin, end) / side();
        double at = across ? left_.x : left_.y;
        for (std::size_t i = begin; i < end; ++i) {
            const double length = areas_[i] / depth;
            laid_.push_back(across ? Rectangle{at, left_.y, length, depth}
                                   : Rectangle{left_.x, at, depth, length});
            at += length;
        }
        (across ? left_.y : left_.x) += depth;
        (across ? left_.height : left_.width) -= depth;
    }

    Rectangle left_;
    std::vector<double> areas_;
    std::vector<Rectangle> laid_;
};

} // namespace

std::vector<Rectangle> treemap(const std::vector<double>& weights, const Rectangle& whole) {
    return Division(weights, whole).divide();
}

} // namespace praxis::http
