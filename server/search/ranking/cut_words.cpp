// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#include "server/search/ranking/cut_words.h"

#include "server/search/scoring/bm25.h"
#include "server/search/scoring/term_share.h"

#include <algorithm>
#include <cstddef>

namespace praxis::search {

namespace {

// What one part adds to each document as a word.
void add_part(std::vector<double>& added,
              const std::vector<ScoredDocument>& documents,
              const QueryWord& part,
              const Snapshot& snapshot) {
    std::vector<PostingCursor> cursors = cursors_of(part);
    std::size_t matching = 0;
    for (const auto& list : part.lists)
        matching += list ? list->size() : 0;
    const double weight =
        (bm25_k1 + 1.0) * inverse_frequency(snapshot.publication_count(), matching);
    for (std::size_t i = 0; i < documents.size(); ++i) {
        const Snapshot::Place at = snapshot.place(documents[i].document);
        PostingCursor& cursor = cursors[at.number];
        if (part.lists[at.number] && cursor.seek(at.document))
            added[i] +=
                weight * double{at.layer->score_table().share(cursor.frequency(), at.document)};
    }
}

// What the word adds as one clause.
double added_by_clause(std::size_t term, const Snapshot::Place& at, const Evaluation& evaluation) {
    const ScoredTerm& scored = evaluation.layers[at.number].terms[term];
    return scored.weight * share_of(scored, at.document, at.layer->score_table());
}

} // namespace

void add_cut_words(std::vector<ScoredDocument>& documents,
                   const std::vector<QueryWord>& words,
                   const Evaluation& evaluation,
                   const Snapshot& snapshot) {
    for (std::size_t term = 0; term < evaluation.term_leaves.size(); ++term) {
        std::vector<double> added(documents.size());
        bool is_cut = false;
        for (const QueryWord& word : words)
            if (word.cut_leaf == evaluation.term_leaves[term]) {
                is_cut = true;
                add_part(added, documents, word, snapshot);
            }
        for (std::size_t i = 0; is_cut && i < documents.size(); ++i)
            documents[i].score +=
                std::max(0.0,
                         added[i] - added_by_clause(
                                        term, snapshot.place(documents[i].document), evaluation));
    }
}

} // namespace praxis::search
