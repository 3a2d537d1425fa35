// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#include "server/search/facets/flat_listing.h"

#include "analyzers/analyzer_set.h"

#include <algorithm>
#include <string>
#include <tuple>

namespace praxis::search {

namespace {

// Whether the text, or what follows a character in it that is neither letter nor digit, begins so.
bool has_word_with(std::string_view text, std::string_view prefix) {
    for (std::size_t at = text.find(prefix); at != std::string_view::npos;
         at = text.find(prefix, at + 1))
        if (at == 0 || std::string_view(" -/_.,'’(&").find(text[at - 1]) != std::string_view::npos)
            return true;
    return false;
}

bool matches(const FacetValues& known, Ordinal ordinal, const std::string& folded_prefix) {
    return folded_prefix.empty() || known.value(ordinal).starts_with(folded_prefix) ||
           has_word_with(analyzers::AnalyzerSet::fold(known.label(ordinal)), folded_prefix);
}

bool is_selected(std::string_view value, const FacetChoice& choice) {
    const auto holds = [&](const std::vector<std::string>& values) {
        return std::ranges::find(values, value) != values.end();
    };
    return holds(choice.any) || holds(choice.all) ||
           std::ranges::any_of(choice.ranges, [&](const RangeFilter& range) {
               return range.from && range.from == range.to &&
                      std::to_string(range.from->year) == value;
           });
}

struct Candidate {
    Ordinal ordinal = 0;
    bool selected = false;
};

} // namespace

std::vector<FacetValue> list_flat(const FacetValues& known,
                                  const std::vector<std::uint32_t>& counts,
                                  const FacetChoice& choice,
                                  std::string_view prefix) {
    const std::string folded = analyzers::AnalyzerSet::fold(prefix);
    std::vector<Candidate> candidates;
    for (Ordinal i = 0; i < known.size(); ++i) {
        const bool selected = is_selected(known.value(i), choice);
        if (known.total(i) > 0 && (counts[i] > 0 || selected) && matches(known, i, folded))
            candidates.push_back({i, selected});
    }
    std::ranges::sort(candidates, {}, [&](const Candidate& candidate) {
        return std::tuple(!candidate.selected,
                          ~counts[candidate.ordinal],
                          known.label_rank(candidate.ordinal),
                          known.value(candidate.ordinal));
    });
    std::vector<FacetValue> values;
    values.reserve(candidates.size());
    for (const Candidate& candidate : candidates)
        values.push_back({std::string(known.value(candidate.ordinal)),
                          std::string(known.label(candidate.ordinal)),
                          counts[candidate.ordinal],
                          candidate.selected,
                          {}});
    return values;
}

} // namespace praxis::search
