// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#include "server/search/ranking/word_pairs.h"

#include "server/search/scoring/bm25.h"
#include "server/search/scoring/posting_cursor.h"

#include <algorithm>
#include <limits>

namespace praxis::search {

namespace {

constexpr double pair_share = 0.1;
constexpr std::uint32_t near_words = 7;

// Two words one behind the other; nothing where one of them does not stand in some layer.
struct Pair {
    const QueryWord& first;
    const QueryWord& second;

    bool stands_in(std::size_t layer) const { return first.lists[layer] && second.lists[layer]; }
};

std::vector<Pair> pairs_of(const std::vector<QueryWord>& words) {
    std::vector<Pair> pairs;
    for (std::size_t i = 1; i < words.size(); ++i) {
        const Pair pair{words[i - 1], words[i]};
        for (std::size_t layer = 0; layer < pair.first.lists.size(); ++layer)
            if (pair.stands_in(layer)) {
                pairs.push_back(pair);
                break;
            }
    }
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
    const auto matching =
        static_cast<std::size_t>(std::ranges::count_if(frequencies, [](auto f) { return f > 0; }));
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
    std::vector<PostingCursor> firsts = cursors_of(pair.first);
    std::vector<PostingCursor> seconds = cursors_of(pair.second);
    std::vector<std::uint32_t> following(documents.size());
    std::vector<std::uint32_t> near(documents.size());
    for (std::size_t i = 0; i < documents.size(); ++i) {
        const Snapshot::Place at = snapshot.place(documents[i].document);
        PostingCursor& first = firsts[at.number];
        PostingCursor& second = seconds[at.number];
        if (!pair.stands_in(at.number) || !first.seek(at.document) || !second.seek(at.document))
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

void add_word_pairs(std::vector<ScoredDocument>& documents,
                    const std::vector<QueryWord>& words,
                    const Snapshot& snapshot) {
    for (const Pair& pair : pairs_of(words))
        add_pair(documents, pair, snapshot);
}

} // namespace praxis::search
