// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "server/search/passages/marks.h"
#include "server/search/search_answer.h"

#include <cstddef>
#include <optional>
#include <string_view>
#include <vector>

namespace praxis::search {

// A piece of a text to show: which one, and how it is cut.
//
// Threads:  Immutable

constexpr std::size_t max_excerpt_code_points = 300; // ellipses included

// A piece of a text that is worth showing. [begin, end) in bytes: the marks in it.
struct Excerpt {
    std::size_t begin = 0;
    std::size_t end = 0;
    double gain = 0;
};

// The stretch of marks, short enough to be shown at once, that tells most: each leaf counts by its
// weight once, one that was shown before (`shown`, by leaf) a fifth of that, and every further
// mark a little. Of equals the first. Nothing without a mark.
std::optional<Excerpt> best_excerpt(std::string_view text,
                                    const std::vector<Mark>& marks,
                                    const std::vector<double>& weights,
                                    const std::vector<bool>& shown);

// The bytes that an excerpt around [begin, end) shows: with what stands around, from the beginning
// of a sentence where one is near, else from a word's, at most the length above.
// Precondition: begin and end lie at code points' borders.
struct Cut {
    std::size_t begin = 0;
    std::size_t end = 0;
};

Cut cut_around(std::string_view text, std::size_t begin, std::size_t end);

// Takes out of `cut` what another cut of the text shows already; their marks do not overlap.
void keep_apart(std::string_view text, Cut& cut, const Cut& other);

// What a cut shows, with ellipses where it leaves something out; `goes_on`: there is more of the
// text than is given here.
std::vector<TextPart> excerpt_parts(std::string_view text,
                                    const Cut& cut,
                                    const std::vector<Mark>& marks,
                                    bool goes_on = false);

} // namespace praxis::search
