// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "server/search/evaluation/label_matching.h"
#include "server/search/evaluation/plan.h"
#include "server/search/layer.h"
#include "server/search/search_answer.h"

#include <cstddef>
#include <string_view>
#include <vector>

namespace praxis::search {

// Where a text shows why it matched: words that share a stem with a bare word, the very words of
// a phrase, what a pattern stands for. Nothing that the query excludes.
//
// Units:    [begin, end) in bytes of the text.
// Shapes:   ascending by begin; marks of different leaves may overlap.
// Threads:  Immutable
struct Mark {
    std::size_t begin = 0;
    std::size_t end = 0;
    std::size_t leaf = 0; // which leaf of the plan

    auto operator<=>(const Mark&) const = default;
};

// Marks what a plan looks for, in the texts of a layer's publications.
//
// Lifetime: plan and layer must outlive it.
class Marker {
public:
    Marker(const Plan& plan, const Layer& layer);

    // `property` is what the text is of the publication: "title", "summary" or "body"; a leaf
    // counts where it was looked for in a field of that property.
    std::vector<Mark> marks_in(std::string_view text, const schemas::Property& property) const;

private:
    const Plan* plan_;
    const Layer* layer_;
    std::vector<LatticeForms> forms_; // by leaf
};

// The text in pieces, marked where a mark lies; line ends become blanks.
std::vector<TextPart> marked_parts(std::string_view text, const std::vector<Mark>& marks);

} // namespace praxis::search
