// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#include "server/search/related/related.h"

#include "server/search/evaluation/deadline.h"
#include "server/search/scoring/bm25.h"
#include "server/search/scoring/top_documents.h"
#include "server/search/snapshot.h"

#include <algorithm>
#include <span>
#include <utility>

namespace praxis::search {

namespace {

using Vector = std::span<const index::VectorWord>;

// Two words in common are a name, not a subject.
constexpr std::size_t fewest_shared_words = 3;
constexpr std::size_t compared = 500; // of the base

// A publication that may be like another one.
struct Candidate {
    std::uint32_t document = 0;
    std::uint64_t product = 0; // of the two vectors
};

Vector vector_of(std::uint32_t document, const Snapshot& snapshot) {
    const Snapshot::Place at = snapshot.place(document);
    return at.layer->image().vector(at.document);
}

// Calls `visit` with each list that both vectors have, and the product of its weights.
void visit_shared(Vector left, Vector right, const auto& visit) {
    for (auto l = left.begin(), r = right.begin(); l != left.end() && r != right.end();)
        if (l->list == r->list) {
            visit(l->list, std::uint64_t{l->weight} * r->weight);
            ++l;
            ++r;
        } else if (l->list < r->list)
            ++l;
        else
            ++r;
}

// The shared words that add most to the likeness, the weightiest first.
std::vector<std::string> shared_words(Vector left, Vector right, const Snapshot& snapshot) {
    std::vector<std::pair<std::uint64_t, std::uint32_t>> lists;
    visit_shared(left, right, [&](std::uint32_t list, std::uint64_t product) {
        lists.emplace_back(product, list);
    });
    std::ranges::stable_sort(lists, std::greater(), [](const auto& list) { return list.first; });
    if (lists.size() > max_shared_words)
        lists.resize(max_shared_words);
    const index::StringTable& forms = snapshot.layers().front().image().forms();
    std::vector<std::string> words;
    for (const auto& [product, list] : lists)
        words.emplace_back(forms[snapshot.aids().commonest_forms()[list]]);
    return words;
}

std::vector<schemas::Term> shared_topics(const schemas::Publication& one,
                                         const schemas::Publication& other) {
    std::vector<schemas::Term> shared;
    for (const schemas::Topic& topic : one.topics)
        if (std::any_of(other.topics.begin(), other.topics.end(), [&](const schemas::Topic& t) {
                return t.term.value == topic.term.value;
            }))
            shared.push_back(topic.term);
    return shared;
}

// The base's documents that a search for all words of a vector ranks first: the nearest are among
// them, since what a word adds to such a score is what it weighs in a vector before that is scaled.
std::vector<std::uint32_t> ranked_by_words(Vector vector, const Snapshot& snapshot) {
    const Layer& base = snapshot.layers().front();
    std::vector<ScoredTerm> terms;
    for (const index::VectorWord& word : vector) {
        const index::PostingList list = base.image().lists()[word.list];
        terms.push_back({ListShares{list},
                         word.weight * inverse_frequency(base.document_count(), list.size()),
                         std::nullopt});
    }
    const auto ranked =
        top_documents({{base.live(), terms, base.score_table()}}, compared, Deadline::never());
    std::vector<std::uint32_t> documents;
    for (const ScoredDocument& scored : ranked.front())
        documents.push_back(snapshot.numbers().number({0, scored.document}));
    return documents;
}

// Those with enough words in common, the nearest first.
std::vector<Candidate> nearest(std::uint32_t document, const Snapshot& snapshot) {
    const Vector vector = vector_of(document, snapshot);
    if (vector.empty())
        return {};
    std::vector<std::uint32_t> documents = ranked_by_words(vector, snapshot);
    for (std::size_t layer = 1; layer < snapshot.layers().size(); ++layer)
        for (std::uint32_t i = 0; i < snapshot.layers()[layer].document_count(); ++i)
            documents.push_back(snapshot.numbers().number({layer, i}));
    std::vector<Candidate> candidates;
    for (const std::uint32_t other : documents) {
        std::size_t shared = 0;
        Candidate candidate{other, 0};
        visit_shared(vector, vector_of(other, snapshot), [&](std::uint32_t, std::uint64_t product) {
            ++shared;
            candidate.product += product;
        });
        if (other != document && shared >= fewest_shared_words)
            candidates.push_back(candidate);
    }
    std::ranges::sort(candidates, [](const Candidate& left, const Candidate& right) {
        return left.product != right.product ? left.product > right.product
                                             : left.document < right.document;
    });
    return candidates;
}

} // namespace

std::vector<RelatedPublication>
related_publications(std::uint32_t document, std::size_t limit, const Snapshot& snapshot) {
    std::vector<Candidate> alike = nearest(document, snapshot);
    alike.resize(std::min(alike.size(), limit));
    const schemas::Publication publication = snapshot.publication(document);
    std::vector<RelatedPublication> related;
    for (const Candidate& candidate : alike) {
        RelatedPublication& like = related.emplace_back();
        like.publication = snapshot.publication(candidate.document);
        like.publication.passages.clear();
        like.similarity = std::min(static_cast<double>(candidate.product) /
                                       (index::vector_unit * index::vector_unit),
                                   1.0);
        like.topics = shared_topics(publication, like.publication);
        like.words = shared_words(
            vector_of(document, snapshot), vector_of(candidate.document, snapshot), snapshot);
    }
    return related;
}

} // namespace praxis::search
