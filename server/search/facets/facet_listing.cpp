// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#include "server/search/facets/facet_listing.h"

#include "analyzers/collation.h"

#include <algorithm>
#include <map>
#include <string>
#include <string_view>
#include <tuple>

namespace praxis::search {

namespace {

// A value that may be shown; also one that is selected though no publication has it.
struct Candidate {
    std::string value;
    std::string label;
    std::uint32_t label_rank = 0;
    std::string label_key; // of a value that no publication has
    std::uint64_t count = 0;
    bool selected = false;
    bool kept = false; // shown however long the list: selected, or on the way to what is
    bool open = false; // its children are shown
};

// Every value that may be shown, by the path above it.
class Candidates {
public:
    Candidates(const FacetValues& known,
               const std::vector<std::uint32_t>& counts,
               const FacetChoice& choice,
               std::size_t size)
        : hierarchical_(known.facet().shape == schemas::FacetShape::Hierarchical) {
        for (const Ordinal i : promising(known, counts, size))
            add(known, i, counts[i]);
        for (const auto* values : {&choice.any, &choice.all})
            for (const std::string& value : *values)
                select(value, known, counts);
        for (const RangeFilter& range : choice.ranges)
            if (range.from && range.from == range.to)
                select(std::to_string(range.from->year), known, counts);
    }

    FacetCounts list(const schemas::Facet& facet, std::size_t size) {
        FacetCounts listed{facet.name, facet.label, {}, left_out_ > 0};
        listed.values = list_below("", size, listed.more);
        return listed;
    }

private:
    // The values that have a publication; of a long flat list only the first by count and label.
    std::vector<Ordinal> promising(const FacetValues& known,
                                   const std::vector<std::uint32_t>& counts,
                                   std::size_t size) {
        std::vector<Ordinal> present;
        for (Ordinal i = 0; i < counts.size(); ++i)
            if (counts[i] > 0)
                present.push_back(i);
        if (hierarchical_ || present.size() <= size)
            return present;
        const auto rank = [&](Ordinal i) {
            return std::tuple(~counts[i], known.label_rank(i), known.value(i));
        };
        std::nth_element(present.begin(),
                         present.begin() + static_cast<std::ptrdiff_t>(size),
                         present.end(),
                         [&](Ordinal left, Ordinal right) { return rank(left) < rank(right); });
        left_out_ = present.size() - size;
        present.resize(size);
        return present;
    }

    static std::string above(const std::string& value) {
        const std::size_t slash = value.rfind('/');
        return slash == std::string::npos ? "" : value.substr(0, slash);
    }

    Candidate& add(const FacetValues& known, Ordinal ordinal, std::uint64_t count) {
        Candidate& candidate = place_for(std::string(known.value(ordinal)));
        candidate.label = known.label(ordinal);
        candidate.label_rank = known.label_rank(ordinal);
        candidate.count = count;
        return candidate;
    }

    Candidate& place_for(const std::string& value) {
        Candidate& candidate = by_parent_[hierarchical_ ? above(value) : ""][value];
        candidate.value = value;
        return candidate;
    }

    Candidate& add_unknown(const std::string& value, const FacetValues& known) {
        Candidate& candidate = place_for(value);
        candidate.label = hierarchical_ ? value.substr(value.rfind('/') + 1) : value;
        const std::string key = analyzers::sort_key(candidate.label);
        candidate.label_rank = known.rank_of_label(key);
        candidate.label_key = candidate.label_rank % 2 == 0 ? key : "";
        return candidate;
    }

    Candidate& find_or_add(const std::string& value,
                           const FacetValues& known,
                           const std::vector<std::uint32_t>& counts) {
        const auto ordinal = known.find(value);
        if (!ordinal)
            return add_unknown(value, known);
        if (!hierarchical_ && counts[*ordinal] > 0 && !by_parent_[""].contains(value))
            --left_out_;
        return add(known, *ordinal, counts[*ordinal]);
    }

    void select(const std::string& value,
                const FacetValues& known,
                const std::vector<std::uint32_t>& counts) {
        Candidate& selected = find_or_add(value, known, counts);
        selected.selected = selected.kept = selected.open = true;
        if (!hierarchical_)
            return;
        for (std::string path = above(value); !path.empty(); path = above(path)) {
            Candidate& passed = find_or_add(path, known, counts);
            passed.kept = passed.open = true;
        }
    }

    static auto rank_of(const Candidate& candidate) {
        return std::tuple(!candidate.selected,
                          ~candidate.count,
                          candidate.label_rank,
                          std::string_view(candidate.label_key),
                          std::string_view(candidate.value));
    }

    std::vector<FacetValue> list_below(const std::string& parent, std::size_t size, bool& more) {
        std::vector<Candidate> candidates;
        for (auto& [value, candidate] : by_parent_[parent])
            candidates.push_back(candidate);
        std::sort(candidates.begin(), candidates.end(), [](const auto& left, const auto& right) {
            return rank_of(left) < rank_of(right);
        });
        const auto kept = static_cast<std::size_t>(std::count_if(
            candidates.begin(), candidates.end(), [](const Candidate& c) { return c.kept; }));
        std::size_t free = size > kept ? size - kept : 0;
        std::vector<FacetValue> values;
        for (const Candidate& candidate : candidates) {
            if (!candidate.kept && free == 0) {
                more = true;
                continue;
            }
            free -= candidate.kept ? 0 : 1;
            values.push_back({candidate.value,
                              candidate.label,
                              candidate.count,
                              candidate.selected,
                              candidate.open ? list_below(candidate.value, size, more)
                                             : std::vector<FacetValue>()});
        }
        return values;
    }

    bool hierarchical_;
    std::size_t left_out_ = 0; // values that have a publication, but no place in the list
    std::map<std::string, std::map<std::string, Candidate>> by_parent_;
};

} // namespace

FacetCounts list_facet(const FacetValues& known,
                       const std::vector<std::uint32_t>& counts,
                       const FacetChoice& choice,
                       std::size_t size) {
    return Candidates(known, counts, choice, size).list(known.facet(), size);
}

} // namespace praxis::search
