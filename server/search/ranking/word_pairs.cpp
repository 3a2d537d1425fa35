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

// How often a pair stands in one of the documents, weighted.
struct Occurrences {
    std::size_t place = 0; // of the document
    std::uint32_t following = 0;
    std::uint32_t near = 0;
};

Occurrences occurrences(std::size_t place_of_document,
                        const Snapshot::Place& at,
                        const index::Positions& first,
                        const index::Positions& second) {
    const auto starts = at.layer->image().field_starts(at.document);
    Occurrences found{place_of_document, 0, 0};
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
        const std::uint32_t weight = is_near ? units_at(place, starts, *at.layer) : 0;
        found.near += weight;
        found.following += follows ? weight : 0;
    }
    return found;
}

// Where each pair of neighbouring words stands: by pair, as places among the documents ascend.
std::vector<std::vector<Occurrences>> find_pairs(const std::vector<ScoredDocument>& documents,
                                                 const std::vector<QueryWord>& words,
                                                 const Snapshot& snapshot) {
    std::vector<std::vector<PostingCursor>> cursors;
    for (const QueryWord& word : words)
        cursors.push_back(cursors_of(word));
    std::vector<std::vector<Occurrences>> pairs(words.size());
    for (std::size_t i = 0; i < documents.size(); ++i) {
        const Snapshot::Place at = snapshot.place(documents[i].document);
        bool has_first = false;
        for (std::size_t word = 0; word < words.size(); ++word) {
            PostingCursor& cursor = cursors[word][at.number];
            const bool has_second = words[word].lists[at.number] && cursor.seek(at.document);
            if (has_first && has_second) {
                const Occurrences found = occurrences(
                    i, at, cursors[word - 1][at.number].positions(), cursor.positions());
                if (found.near > 0)
                    pairs[word].push_back(found);
            }
            has_first = has_second;
        }
    }
    return pairs;
}

// Adds one kind of a pair's occurrences to the scores of those that have them.
void add_scores(std::vector<ScoredDocument>& documents,
                const std::vector<Occurrences>& pair,
                std::uint32_t Occurrences::*kind,
                const Snapshot& snapshot) {
    const auto matching = static_cast<std::size_t>(
        std::ranges::count_if(pair, [&](const Occurrences& found) { return found.*kind > 0; }));
    const double weight =
        pair_share * (bm25_k1 + 1.0) * inverse_frequency(snapshot.publication_count(), matching);
    constexpr std::uint32_t most = std::numeric_limits<std::uint16_t>::max();
    for (const Occurrences& found : pair) {
        if (found.*kind == 0)
            continue;
        ScoredDocument& document = documents[found.place];
        const Snapshot::Place at = snapshot.place(document.document);
        const auto frequency = static_cast<std::uint16_t>(std::min(found.*kind, most));
        document.score += weight * double{at.layer->score_table().share(frequency, at.document)};
    }
}

} // namespace

void add_word_pairs(std::vector<ScoredDocument>& documents,
                    const std::vector<QueryWord>& words,
                    const Snapshot& snapshot) {
    for (const auto& pair : find_pairs(documents, words, snapshot)) {
        add_scores(documents, pair, &Occurrences::following, snapshot);
        add_scores(documents, pair, &Occurrences::near, snapshot);
    }
}

} // namespace praxis::search
