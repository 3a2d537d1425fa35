// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#include "server/search/ranking/word_pairs.h"

#include "server/search/evaluation/form_lists.h"
#include "server/search/scoring/bm25.h"
#include "server/search/scoring/posting_cursor.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <optional>

namespace praxis::search {

namespace {

constexpr double pair_share = 0.1;
constexpr std::uint32_t near_words = 7;

struct Pair {
    index::PostingList first;
    index::PostingList second;
};

// The list of a bare word, if it has just one.
std::optional<index::PostingList> list_of(const PlannedLeaf& leaf, const Snapshot& snapshot) {
    if (leaf.field || leaf.quoted || leaf.by_edits || leaf.by_presence ||
        !leaf.lattice.is_one_word())
        return std::nullopt;
    const FieldBits all = snapshot.text_fields().all();
    const auto lists = lists_of_edge(leaf.lattice.edges.front(), {all, true}, snapshot);
    if (lists.size() != 1 || lists.front().fields != all)
        return std::nullopt;
    return lists.front().list;
}

std::vector<Pair> pairs_of(const Plan& plan, const Snapshot& snapshot) {
    std::vector<Pair> pairs;
    const auto* run = std::get_if<PlannedRun>(&plan.root.value);
    if (run == nullptr)
        return pairs;
    std::optional<index::PostingList> before;
    for (const PlanNode& node : run->words) {
        const auto* leaf = std::get_if<LeafNumber>(&node.value);
        auto list = leaf == nullptr ? std::nullopt : list_of(plan.leaves[leaf->number], snapshot);
        if (before && list)
            pairs.push_back({*before, *list});
        before = std::move(list);
    }
    return pairs;
}

// How heavy the field is in which a position lies, in units of frequency.
class FieldUnits {
public:
    explicit FieldUnits(const Snapshot& snapshot) : image_(snapshot.image()) {
        for (const schemas::Field& field : snapshot.library().fields)
            units_.push_back(static_cast<std::uint32_t>(
                std::lround(std::max(field.weight, 0.0) * index::frequency_unit)));
    }

    std::uint32_t of(std::uint32_t document, std::uint32_t position) const {
        std::uint32_t field = 0;
        for (const index::FieldStart& start : image_.field_starts(document)) {
            if (start.position > position)
                break;
            field = start.field;
        }
        return units_[field];
    }

private:
    const index::Image& image_;
    std::vector<std::uint32_t> units_;
};

struct Occurrences {
    std::uint32_t following = 0; // weighted
    std::uint32_t near = 0;
};

Occurrences occurrences(std::uint32_t document,
                        const index::Positions& first,
                        const index::Positions& second,
                        const FieldUnits& units) {
    Occurrences found;
    std::size_t begin = 0; // of those near the first word's place
    for (std::size_t i = 0; i < first.size(); ++i) {
        const std::uint32_t place = first[i];
        while (begin < second.size() && second[begin] + near_words < place)
            ++begin;
        bool follows = false;
        bool is_near = false;
        for (std::size_t j = begin; j < second.size() && second[j] <= place + near_words; ++j) {
            is_near = is_near || second[j] != place;
            follows = follows || second[j] == place + 1;
        }
        const std::uint32_t weight = is_near ? units.of(document, place) : 0;
        found.near += weight;
        found.following += follows ? weight : 0;
    }
    return found;
}

// Adds one kind of occurrences to the scores of those that have them.
void add_scores(std::vector<ScoredDocument>& documents,
                const std::vector<std::uint32_t>& frequencies,
                const Snapshot& snapshot) {
    const auto matching = static_cast<std::size_t>(
        std::count_if(frequencies.begin(), frequencies.end(), [](auto f) { return f > 0; }));
    const double weight =
        pair_share * (bm25_k1 + 1.0) * inverse_frequency(snapshot.document_count(), matching);
    constexpr std::uint32_t most = std::numeric_limits<std::uint16_t>::max();
    for (std::size_t i = 0; i < documents.size(); ++i)
        documents[i].score +=
            weight *
            static_cast<double>(snapshot.score_table().share(
                static_cast<std::uint16_t>(std::min(frequencies[i], most)), documents[i].document));
}

// `documents` ascend by number.
void add_pair(std::vector<ScoredDocument>& documents,
              const Pair& pair,
              const FieldUnits& units,
              const Snapshot& snapshot) {
    PostingCursor first(pair.first);
    PostingCursor second(pair.second);
    std::vector<std::uint32_t> following(documents.size());
    std::vector<std::uint32_t> near(documents.size());
    for (std::size_t i = 0; i < documents.size(); ++i) {
        const std::uint32_t document = documents[i].document;
        if (!first.seek(document) || !second.seek(document))
            continue;
        const Occurrences found =
            occurrences(document, first.positions(), second.positions(), units);
        following[i] = found.following;
        near[i] = found.near;
    }
    add_scores(documents, following, snapshot);
    add_scores(documents, near, snapshot);
}

} // namespace

void add_word_pairs(std::vector<ScoredDocument>& ranked,
                    const Plan& plan,
                    const Snapshot& snapshot) {
    const std::vector<Pair> pairs = pairs_of(plan, snapshot);
    if (pairs.empty())
        return;
    std::sort(ranked.begin(), ranked.end(), [](const auto& left, const auto& right) {
        return left.document < right.document;
    });
    const FieldUnits units(snapshot);
    for (const Pair& pair : pairs)
        add_pair(ranked, pair, units, snapshot);
    std::stable_sort(ranked.begin(), ranked.end(), [](const auto& left, const auto& right) {
        return left.score > right.score;
    });
}

} // namespace praxis::search
