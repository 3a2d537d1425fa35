// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#include "server/search/facets/facet_listing.h"

#include "analyzers/collation.h"
#include "server/search/sets/number_loops.h"

#include <algorithm>
#include <array>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <tuple>

// A facet may have many thousand values, and a list shows ten. So values stay numbers until it is
// known that they are shown; only those that are selected, and the paths above them, are looked up
// by their names.

namespace praxis::search {

namespace {

std::string_view above(std::string_view value) {
    const std::size_t slash = value.rfind('/');
    return slash == std::string_view::npos ? std::string_view() : value.substr(0, slash);
}

struct ValueCount {
    Ordinal value = 0;
    std::uint32_t count = 0;
};

// The order of a list: labels and values are looked up where counts are equal.
class ByCount {
public:
    explicit ByCount(const FacetValues& known) : known_(&known) {}

    bool operator()(const ValueCount& left, const ValueCount& right) const {
        if (left.count != right.count)
            return left.count > right.count;
        const std::uint32_t left_rank = known_->label_rank(left.value);
        const std::uint32_t right_rank = known_->label_rank(right.value);
        return left_rank != right_rank ? left_rank < right_rank
                                       : known_->value(left.value) < known_->value(right.value);
    }

private:
    const FacetValues* known_;
};

class Listing {
public:
    Listing(const FacetValues& known,
            const std::vector<std::uint32_t>& counts,
            const FacetChoice& choice,
            std::size_t size)
        : known_(known), counts_(counts), size_(size),
          hierarchical_(known.facet().shape == schemas::FacetShape::Hierarchical) {
        for (const auto* values : {&choice.any, &choice.all})
            for (const std::string& value : *values)
                select(value);
        for (const RangeFilter& range : choice.ranges)
            if (range.from && range.from == range.to)
                select(std::to_string(range.from->year));
    }

    FacetCounts list() {
        FacetCounts listed{known_.facet().name, known_.facet().label, {}, false};
        // Without a choice nothing has to be put among the first.
        listed.values = kept_.empty() ? shown(first(size_, no_ordinal, listed.more))
                                      : level("", no_ordinal, listed.more);
        return listed;
    }

private:
    // A value that is shown however long its list: selected, or on the way to what is.
    struct Kept {
        std::optional<Ordinal> ordinal;
        std::string label;
        std::uint32_t label_rank = 0;
        std::string label_key; // of a value that no publication has
        bool selected = false;
    };

    // One that is about to be shown, with what decides where.
    struct Placed {
        FacetValue shown;
        std::uint32_t label_rank = 0;
        std::string label_key;

        auto rank() const {
            return std::tuple(!shown.selected,
                              ~shown.count,
                              label_rank,
                              std::string_view(label_key),
                              std::string_view(shown.value));
        }
    };

    void select(const std::string& value) {
        keep(value).selected = true;
        if (!hierarchical_)
            return;
        for (std::string_view path = above(value); !path.empty(); path = above(path))
            keep(std::string(path));
    }

    Kept& keep(const std::string& value) {
        const auto [at, is_new] = kept_.try_emplace(value);
        Kept& kept = at->second;
        if (!is_new)
            return kept;
        kept.ordinal = known_.find(value);
        if (kept.ordinal) {
            kept.label = known_.label(*kept.ordinal);
            kept.label_rank = known_.label_rank(*kept.ordinal);
            return kept;
        }
        kept.label = hierarchical_ ? value.substr(value.rfind('/') + 1) : value;
        const std::string key = analyzers::sort_key(kept.label);
        kept.label_rank = known_.rank_of_label(key);
        kept.label_key = kept.label_rank % 2 == 0 ? key : "";
        return kept;
    }

    // The values directly below the one of that path, which is `parent` if publications have it;
    // or, below none, the highest ones.
    std::vector<FacetValue>
    level(std::string_view path, std::optional<Ordinal> parent, bool& more) {
        std::vector<Placed> placed = kept_below(path);
        const std::size_t free = size_ > placed.size() ? size_ - placed.size() : 0;
        if (parent)
            for (const ValueCount& counted : first(free, *parent, more))
                placed.push_back({shown(counted), known_.label_rank(counted.value), {}});
        std::sort(placed.begin(), placed.end(), [](const Placed& left, const Placed& right) {
            return left.rank() < right.rank();
        });
        std::vector<FacetValue> values;
        values.reserve(placed.size());
        for (Placed& next : placed) {
            if (const auto kept = kept_.find(next.shown.value);
                hierarchical_ && kept != kept_.end())
                next.shown.children = level(next.shown.value, kept->second.ordinal, more);
            values.push_back(std::move(next.shown));
        }
        return values;
    }

    std::vector<Placed> kept_below(std::string_view parent) const {
        std::vector<Placed> placed;
        for (const auto& [value, kept] : kept_) {
            if (hierarchical_ && above(std::string_view(value)) != parent)
                continue;
            const std::uint32_t count = kept.ordinal ? counts_[*kept.ordinal] : 0;
            placed.push_back(
                {{value, kept.label, count, kept.selected, {}}, kept.label_rank, kept.label_key});
        }
        return placed;
    }

    // Whether the value is a candidate of the level below `parent`: those that are kept are not.
    bool is_listed_below(Ordinal value, Ordinal parent) const {
        return (!hierarchical_ || known_.parent(value) == parent) &&
               std::none_of(kept_.begin(), kept_.end(), [&](const auto& entry) {
                   return entry.second.ordinal == value;
               });
    }

    // The first `free` others of the level, in order; says whether there are more. A facet may have
    // many thousand values: once it is known that there are more, only those are looked at whose
    // count may bring them among the first.
    std::vector<ValueCount> first(std::size_t free, Ordinal parent, bool& more) const {
        std::vector<ValueCount> first; // a heap, the last of them at its front
        first.reserve(std::min<std::size_t>(free, counts_.size()) + 1);
        std::array<std::uint16_t, 256> places;
        const std::span<const std::uint32_t> counts(counts_);
        for (std::size_t begin = 0; begin < counts.size(); begin += places.size()) {
            const bool is_full = more && first.size() == free;
            if (is_full && free == 0)
                break;
            const std::uint32_t too_few = is_full ? first.front().count - 1 : 0;
            const auto part = counts.subspan(begin, std::min(places.size(), counts.size() - begin));
            const std::size_t found = places_above(part, too_few, places.data());
            for (const std::uint16_t place : std::span(places).first(found))
                if (const auto value = static_cast<Ordinal>(begin + place);
                    is_listed_below(value, parent))
                    more |= !enter(first, {value, counts[value]}, free);
        }
        std::sort_heap(first.begin(), first.end(), ByCount(known_));
        return first;
    }

    // Puts a value among the first `free`, where it belongs there; whether none is left out for it.
    bool enter(std::vector<ValueCount>& first, ValueCount counted, std::size_t free) const {
        if (first.size() == free && (free == 0 || counted.count < first.front().count))
            return false;
        const ByCount before(known_);
        first.push_back(counted);
        std::push_heap(first.begin(), first.end(), before);
        if (first.size() <= free)
            return true;
        std::pop_heap(first.begin(), first.end(), before);
        first.pop_back();
        return false;
    }

    FacetValue shown(const ValueCount& counted) const {
        return {std::string(known_.value(counted.value)),
                std::string(known_.label(counted.value)),
                counted.count,
                false,
                {}};
    }

    std::vector<FacetValue> shown(const std::vector<ValueCount>& counted) const {
        std::vector<FacetValue> values;
        values.reserve(counted.size());
        for (const ValueCount& next : counted)
            values.push_back(shown(next));
        return values;
    }

    const FacetValues& known_;
    const std::vector<std::uint32_t>& counts_;
    const std::size_t size_;
    const bool hierarchical_;
    std::map<std::string, Kept> kept_; // by value
};

} // namespace

FacetCounts list_facet(const FacetValues& known,
                       const std::vector<std::uint32_t>& counts,
                       const FacetChoice& choice,
                       std::size_t size) {
    return Listing(known, counts, choice, size).list();
}

} // namespace praxis::search
