// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#include "server/search/vectors/related.h"

#include "server/search/snapshot.h"

#include <algorithm>
#include <utility>

namespace praxis::search {

namespace {

// Two words in common are a name, not a subject.
constexpr std::size_t fewest_shared_stems = 3;
constexpr std::size_t looked_at_for_one = 4;

// The stems of both, by what they add to the cosine.
std::vector<StemWeight>
shared_stems(std::uint32_t one, std::uint32_t other, const DocumentVectors& vectors) {
    std::vector<StemWeight> shared;
    const auto left = vectors.of(one);
    const auto right = vectors.of(other);
    for (auto l = left.begin(), r = right.begin(); l != left.end() && r != right.end();)
        if (l->stem == r->stem) {
            shared.push_back({l->stem, l->weight * r->weight});
            ++l;
            ++r;
        } else if (l->stem < r->stem)
            ++l;
        else
            ++r;
    std::stable_sort(shared.begin(), shared.end(), [](const StemWeight& a, const StemWeight& b) {
        return a.weight > b.weight;
    });
    return shared;
}

std::vector<std::string> words_of(const std::vector<StemWeight>& stems, const WordVectors& words) {
    std::vector<std::string> texts;
    for (std::size_t i = 0; i < std::min(stems.size(), max_shared_words); ++i)
        texts.emplace_back(words.shown[stems[i].stem]);
    return texts;
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

} // namespace

std::vector<RelatedPublication>
related_publications(std::uint32_t document, std::size_t limit, const Snapshot& snapshot) {
    const WordVectors& words = snapshot.aids().vectors();
    if (document >= words.documents)
        return {};
    const schemas::Publication publication = snapshot.publication(document);
    std::vector<RelatedPublication> related;
    for (const Neighbour& neighbour : words.vectors.nearest(document, looked_at_for_one * limit)) {
        const std::vector<StemWeight> stems =
            shared_stems(document, neighbour.document, words.vectors);
        if (stems.size() < fewest_shared_stems)
            continue;
        if (related.size() == limit)
            break;
        RelatedPublication& like = related.emplace_back();
        like.publication = snapshot.publication(neighbour.document);
        like.publication.passages.clear();
        like.similarity = std::min(neighbour.cosine, 1.0);
        like.topics = shared_topics(publication, like.publication);
        like.words = words_of(stems, words);
    }
    return related;
}

} // namespace praxis::search
