// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#include "base/nearest.h"

#include <algorithm>
#include <cstddef>
#include <vector>

namespace praxis {

namespace {

// Optimal string alignment distance.
std::size_t edits_between(std::string_view a, std::string_view b) {
    std::vector<std::vector<std::size_t>> cost(a.size() + 1,
                                               std::vector<std::size_t>(b.size() + 1));
    for (std::size_t i = 0; i <= a.size(); ++i)
        cost[i][0] = i;
    for (std::size_t j = 0; j <= b.size(); ++j)
        cost[0][j] = j;
    for (std::size_t i = 1; i <= a.size(); ++i) {
        for (std::size_t j = 1; j <= b.size(); ++j) {
            const std::size_t changed = a[i - 1] == b[j - 1] ? 0 : 1;
            cost[i][j] =
                std::min({cost[i - 1][j] + 1, cost[i][j - 1] + 1, cost[i - 1][j - 1] + changed});
            if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                cost[i][j] = std::min(cost[i][j], cost[i - 2][j - 2] + 1);
        }
    }
    return cost[a.size()][b.size()];
}

} // namespace

std::string_view nearest_word(std::string_view mistyped, std::span<const std::string_view> known) {
    constexpr std::size_t farthest = 2;
    constexpr std::size_t longest = 64;
    std::string_view nearest;
    std::size_t least = farthest + 1;
    if (mistyped.size() > longest)
        return nearest;
    for (const std::string_view word : known) {
        const std::size_t distance = edits_between(mistyped, word);
        if (distance < least && distance < word.size()) {
            least = distance;
            nearest = word;
        }
    }
    return nearest;
}

} // namespace praxis
