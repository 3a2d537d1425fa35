// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#include "server/search/ranking/title_lookup.h"

#include <algorithm>
#include <cstddef>
#include <span>

namespace praxis::search {

namespace {

FieldBits title_fields(const schemas::Library& library) {
    FieldBits titles = 0;
    for (std::size_t field = 0; field < library.fields.size(); ++field)
        if (library.fields[field].property == "title" && library.fields[field].weight > 0)
            titles = static_cast<FieldBits>(titles | field_bit(field));
    return titles;
}

bool stands_in(const QueryWord& word, const Snapshot::Place& at, FieldBits fields) {
    const auto& list = word.lists[at.number];
    if (!list)
        return false;
    PostingCursor cursor(*list);
    return cursor.seek(at.document) && (cursor.fields() & fields) != 0;
}

} // namespace

bool put_titles_first(std::vector<ScoredDocument>& ranked,
                      const std::vector<QueryWord>& words,
                      const Snapshot& snapshot) {
    if (words.size() < 2)
        return false;
    const FieldBits titles = title_fields(snapshot.library());
    const auto first = std::span(ranked).first(std::min(titles_looked_at, ranked.size()));
    const auto has_all_words = [&](const ScoredDocument& document) {
        const Snapshot::Place at = snapshot.place(document.document);
        return std::ranges::all_of(
            words, [&](const QueryWord& word) { return stands_in(word, at, titles); });
    };
    const auto others = std::stable_partition(first.begin(), first.end(), has_all_words);
    const auto named = static_cast<std::size_t>(others - first.begin());
    if (named == 0)
        return false;
    if (named < ranked.size()) {
        const double shift = std::max(0.0, ranked[named].score - ranked[named - 1].score);
        for (ScoredDocument& document : first.first(named))
            document.score += shift;
    }
    return true;
}

} // namespace praxis::search
