// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#include "server/search/ranking/ranking.h"

#include "server/search/ranking/cut_words.h"
#include "server/search/ranking/query_words.h"
#include "server/search/ranking/reordering.h"
#include "server/search/ranking/title_lookup.h"
#include "server/search/ranking/word_pairs.h"
#include "server/search/request_check.h"

#include <algorithm>
#include <utility>

namespace praxis::search {

namespace {

// Whether the query says what it is about, and not only which words must stand there.
bool has_a_subject(const Plan& plan) {
    return std::any_of(plan.leaves.begin(), plan.leaves.end(), [](const PlannedLeaf& leaf) {
        return !leaf.excluded && !leaf.quoted && !leaf.by_presence;
    });
}

bool is_reordered(const SearchRequest& request, const Plan& plan) {
    return request.rank == Rank::Full && effective_sort(request) == Sort::Relevance &&
           has_a_subject(plan);
}

// What the query's words add besides; `ranked` ascend by number then.
void add_what_words_say(std::vector<ScoredDocument>& ranked,
                        const std::vector<QueryWord>& words,
                        const Evaluation& evaluation,
                        const Snapshot& snapshot) {
    std::ranges::sort(ranked, {}, &ScoredDocument::document);
    add_cut_words(ranked, words, evaluation, snapshot);
    if (snapshot.library().ranking.pairs)
        add_word_pairs(ranked, words, snapshot);
}

} // namespace

std::vector<ScoredDocument> ranked_hits(const LayerSets& documents,
                                        const SearchRequest& request,
                                        const Plans& plans,
                                        const Evaluation& evaluation,
                                        const Snapshot& snapshot,
                                        std::size_t count,
                                        const Deadline& deadline) {
    if (count == 0)
        return {};
    const Sort sort = effective_sort(request);
    if (!is_reordered(request, plans.front()))
        return first_hits(documents, sort, evaluation, snapshot, count, deadline);
    std::vector<ScoredDocument> hits = first_hits(
        documents, sort, evaluation, snapshot, std::max(count, reordered_documents), deadline);
    if (hits.empty())
        return hits;
    const auto end =
        hits.begin() + static_cast<std::ptrdiff_t>(std::min(reordered_documents, hits.size()));
    std::vector<ScoredDocument> first(hits.begin(), end);
    const std::vector<QueryWord> words = words_of_query(plans, snapshot);
    if (words.size() > 1) {
        add_what_words_say(first, words, evaluation, snapshot);
        sort_first(first, std::max(count, titles_looked_at));
    }
    if (!snapshot.library().ranking.title_lookups || !put_titles_first(first, words, snapshot))
        reorder(first, count, snapshot);
    std::copy(first.begin(), first.end(), hits.begin());
    hits.resize(std::min(count, hits.size()));
    return hits;
}

} // namespace praxis::search
