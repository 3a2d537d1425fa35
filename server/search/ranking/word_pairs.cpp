// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#include "server/search/ranking/word_pairs.h"

#include "server/search/scoring/bm25.h"
#include "server/search/scoring/posting_cursor.h"

#include <algorithm>
#include <limits>
#include <optional>
#include <utility>

namespace praxis::search {

namespace {

constexpr double pair_share = 0.1;
constexpr std::uint32_t near_words = 7;

// The lists of two words in one layer.
struct Lists {
    index::PostingList first;
    index::PostingList second;
};

// By layer; nothing where one of the words does not stand there.
using Pair = std::vector<std::optional<Lists>>;

// The list of a bare word, if it has just one.
std::optional<index::PostingList> list_of(const PlannedLeaf& leaf, const Layer& layer) {
    if (leaf.field || leaf.quoted || leaf.by_edits || leaf.by_presence ||
        !leaf.lattice.is_one_word() || leaf.lattice.edges.front().list == index::no_list)
        return std::nullopt;
    return layer.image().lists()[leaf.lattice.edges.front().list];
}

std::optional<Lists>
lists_of(const PlanNode& first, const PlanNode& second, const Plan& plan, const Layer& layer) {
    const auto* one = std::get_if<LeafNumber>(&first.value);
    const auto* other = std::get_if<LeafNumber>(&second.value);
    if (one == nullptr || other == nullptr)
        return std::nullopt;
    const auto list = list_of(plan.leaves[one->number], layer);
    const auto next = list_of(plan.leaves[other->number], layer);
    return list && next ? std::optional(Lists{*list, *next}) : std::nullopt;
}

std::vector<Pair> pairs_of(const Plans& plans, const Snapshot& snapshot) {
    std::vector<Pair> pairs;
    for (std::size_t layer = 0; layer < plans.size(); ++layer) {
        const auto* run = std::get_if<PlannedRun>(&plans[layer].root.value);
        if (run == nullptr)
            return {};
        for (std::size_t i = 1; i < run->words.size(); ++i) {
            if (layer == 0)
                pairs.emplace_back();
            pairs[i - 1].push_back(
                lists_of(run->words[i - 1], run->words[i], plans[layer], snapshot.layers()[layer]));
        }
    }
    std::erase_if(pairs, [](const Pair& pair) {
        return std::ranges::none_of(pair, [](const auto& lists) { return lists.has_value(); });
    });
    return pairs;
}

// How heavy the field is in which a position lies, in units of frequency.
std::uint32_t
units_at(std::uint32_t position, std::span<const index::FieldStart> starts, const Layer& layer) {
    std::uint32_t field = 0;
    for (const index::FieldStart& start : starts) {
        if (start.position > position)
            break;
        field = start.field;
    }
    return layer.text_fields().units(field);
}

struct Occurrences {
    std::uint32_t following = 0; // weighted
    std::uint32_t near = 0;
};

Occurrences occurrences(std::uint32_t document,
                        const index::Positions& first,
                        const index::Positions& second,
                        const Layer& layer) {
    const auto starts = layer.image().field_starts(document);
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
        const std::uint32_t weight = is_near ? units_at(place, starts, layer) : 0;
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
        pair_share * (bm25_k1 + 1.0) * inverse_frequency(snapshot.publication_count(), matching);
    constexpr std::uint32_t most = std::numeric_limits<std::uint16_t>::max();
    for (std::size_t i = 0; i < documents.size(); ++i) {
        const Snapshot::Place at = snapshot.place(documents[i].document);
        documents[i].score +=
            weight * static_cast<double>(at.layer->score_table().share(
                         static_cast<std::uint16_t>(std::min(frequencies[i], most)), at.document));
    }
}

// `documents` ascend by number.
void add_pair(std::vector<ScoredDocument>& documents, const Pair& pair, const Snapshot& snapshot) {
    std::vector<std::pair<PostingCursor, PostingCursor>> cursors;
    for (const auto& lists : pair)
        cursors.emplace_back(lists ? PostingCursor(lists->first) : PostingCursor(),
                             lists ? PostingCursor(lists->second) : PostingCursor());
    std::vector<std::uint32_t> following(documents.size());
    std::vector<std::uint32_t> near(documents.size());
    for (std::size_t i = 0; i < documents.size(); ++i) {
        const Snapshot::Place at = snapshot.place(documents[i].document);
        auto& [first, second] = cursors[at.number];
        if (!pair[at.number] || !first.seek(at.document) || !second.seek(at.document))
            continue;
        const Occurrences found =
            occurrences(at.document, first.positions(), second.positions(), *at.layer);
        following[i] = found.following;
        near[i] = found.near;
    }
    add_scores(documents, following, snapshot);
    add_scores(documents, near, snapshot);
}

} // namespace

void add_word_pairs(std::vector<ScoredDocument>& ranked,
                    const Plans& plans,
                    const Snapshot& snapshot) {
    const std::vector<Pair> pairs = pairs_of(plans, snapshot);
    if (pairs.empty())
        return;
    std::sort(ranked.begin(), ranked.end(), [](const auto& left, const auto& right) {
        return left.document < right.document;
    });
    for (const Pair& pair : pairs)
        add_pair(ranked, pair, snapshot);
    std::stable_sort(ranked.begin(), ranked.end(), [](const auto& left, const auto& right) {
        return left.score > right.score;
    });
}

} // namespace praxis::search
