// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#include "server/search/evaluation/edit_distance.h"

#include "base/utf8.h"

#include <algorithm>
#include <vector>

namespace praxis::search {

std::optional<std::uint32_t>
edit_distance(std::u32string_view left, std::u32string_view right, std::uint32_t limit) {
    const std::size_t difference =
        left.size() > right.size() ? left.size() - right.size() : right.size() - left.size();
    if (difference > limit)
        return std::nullopt;
    std::vector<std::uint32_t> before_last(right.size() + 1);
    std::vector<std::uint32_t> last(right.size() + 1);
    std::vector<std::uint32_t> row(right.size() + 1);
    for (std::size_t r = 0; r <= right.size(); ++r)
        row[r] = static_cast<std::uint32_t>(r);
    for (std::size_t l = 1; l <= left.size(); ++l) {
        before_last.swap(last);
        last.swap(row);
        row[0] = static_cast<std::uint32_t>(l);
        std::uint32_t least = row[0];
        for (std::size_t r = 1; r <= right.size(); ++r) {
            const std::uint32_t replaced = last[r - 1] + (left[l - 1] == right[r - 1] ? 0 : 1);
            row[r] = std::min({replaced, last[r] + 1, row[r - 1] + 1});
            if (l > 1 && r > 1 && left[l - 1] == right[r - 2] && left[l - 2] == right[r - 1])
                row[r] = std::min(row[r], before_last[r - 2] + 1);
            least = std::min(least, row[r]);
        }
        if (least > limit + 1) // a swap may still lead one back
            return std::nullopt;
    }
    if (row[right.size()] > limit)
        return std::nullopt;
    return row[right.size()];
}

std::uint32_t allowed_edits(std::size_t letters) {
    if (letters < 4)
        return 0;
    return letters < 8 ? 1 : 2;
}

std::u32string code_points(std::string_view text) {
    std::u32string points;
    for (std::size_t at = 0; at < text.size();)
        points.push_back(next_code_point(text, at));
    return points;
}

} // namespace praxis::search
