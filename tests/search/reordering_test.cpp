// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#include "server/search/answering.h"
#include "server/search/query/query_parser.h"
#include "server/search/query/query_settling.h"
#include "server/search/ranking/reordering.h"
#include "server/search/ranking/title_lookup.h"

#include <boost/test/unit_test.hpp>

#include "tests/support/memory_generation.h"
#include "tests/support/random_query.h"
#include "tests/support/search_comparison.h"
#include "tests/support/search_library.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <random>
#include <set>
#include <string>

using namespace praxis;
using namespace praxis::search;
using namespace praxis::tests;

namespace {

std::shared_ptr<const Snapshot> snapshot_of(std::uint64_t seed, std::size_t count) {
    MemoryGenerationParts parts{search_library(), searchable_publications(seed, count)};
    return Snapshot::make(memory_generation(std::move(parts))).value();
}

std::vector<ScoredDocument> random_ranking(std::uint64_t seed, std::uint32_t documents) {
    std::mt19937_64 engine(seed);
    std::vector<ScoredDocument> ranked;
    for (std::uint32_t document = 0; document < documents; ++document)
        if (engine() % 3 != 0)
            ranked.push_back({document, static_cast<double>(engine() % 1000) / 100});
    std::stable_sort(ranked.begin(), ranked.end(), [](const auto& left, const auto& right) {
        return left.score > right.score;
    });
    return ranked;
}

double cosine(const index::Image& image, std::uint32_t left, std::uint32_t right) {
    double sum = 0;
    for (const index::VectorWord& l : image.vector(left))
        for (const index::VectorWord& r : image.vector(right))
            if (l.list == r.list)
                sum += static_cast<double>(l.weight) * r.weight;
    return sum;
}

// The two steps as reordering.h words them, publication by publication.
std::map<std::uint32_t, double> naive_scores(const std::vector<ScoredDocument>& ranked,
                                             const index::Image& image) {
    std::map<std::uint32_t, double> plain;
    for (const ScoredDocument& found : ranked)
        plain[found.document] = found.score;
    std::vector<std::pair<double, std::uint32_t>> spread; // minus score, document
    for (const auto& [document, score] : plain) {
        double received = 0;
        if (image.neighbours(document)[0].document == index::Neighbour::no_neighbour)
            received = score;
        for (const index::Neighbour& neighbour : image.neighbours(document))
            if (plain.contains(neighbour.document))
                received += static_cast<double>(neighbour.share) * plain[neighbour.document];
        spread.emplace_back(-(0.85 * score + 0.15 * received), document);
    }
    std::sort(spread.begin(), spread.end());
    std::map<std::uint32_t, double> scores;
    for (const auto& [negative, document] : spread)
        scores[document] = -negative;
    const std::size_t first = std::min<std::size_t>(50, spread.size());
    double lowest = 1e9;
    std::map<std::uint32_t, double> regular;
    for (std::size_t i = 0; i < first; ++i) {
        const auto [negative, document] = spread[i];
        std::vector<std::pair<double, std::size_t>> likes; // minus cosine, place
        for (std::size_t j = 0; j < first; ++j)
            if (j != i && cosine(image, document, spread[j].second) > 0)
                likes.emplace_back(-cosine(image, document, spread[j].second), j);
        std::sort(likes.begin(), likes.end());
        likes.resize(std::min<std::size_t>(likes.size(), 10));
        double sum = 0;
        double weights = 0;
        for (const auto& [minus_cosine, place] : likes) {
            sum += -minus_cosine * -spread[place].first;
            weights += -minus_cosine;
        }
        regular[document] = 0.7 * -negative + 0.3 * (weights > 0 ? sum / weights : -negative);
        lowest = std::min(lowest, regular[document]);
    }
    for (const auto& [document, score] : regular)
        scores[document] = score - lowest - spread[first - 1].first;
    return scores;
}

Answered<SearchAnswer> answered(const Snapshot& snapshot, const SearchRequest& request) {
    const Deadline deadline(std::chrono::steady_clock::now() + std::chrono::minutes(10));
    return search::answer(request, std::nullopt, snapshot, deadline);
}

bool has_two_words(const Snapshot& snapshot, const std::string& title) {
    std::set<std::string> words;
    for (const analyzers::Token& token : snapshot.analyzers().analyze(title))
        if (!snapshot.analyzers().is_stop_word(token.text))
            words.insert(token.text);
    return words.size() > 1;
}

} // namespace

BOOST_AUTO_TEST_SUITE(reordering_suite)

BOOST_AUTO_TEST_CASE(scores_are_those_of_the_definition) {
    const auto snapshot = snapshot_of(3, 260);
    for (std::uint64_t seed = 0; seed < 20; ++seed) {
        const auto ranked = random_ranking(seed, seed % 5 == 0 ? 20 : 260);
        const auto expected = naive_scores(ranked, snapshot->layers().front().image());
        auto found = ranked;
        const std::size_t count = seed % 3 == 0 ? 10 : ranked.size();
        reorder(found, count, *snapshot);
        BOOST_REQUIRE(found.size() == ranked.size());
        double before = 1e9;
        for (std::size_t i = 0; i < found.size(); ++i) {
            BOOST_TEST(std::abs(found[i].score - expected.at(found[i].document)) < 1e-9);
            BOOST_TEST((i > count || found[i].score <= before + 1e-12));
            before = i < count ? found[i].score : before;
        }
    }
}

BOOST_AUTO_TEST_CASE(what_is_found_stays_the_same_and_pages_fit_together) {
    const auto snapshot = snapshot_of(5, 120);
    RandomRequests requests(5, snapshot->library(), {});
    std::size_t moved = 0;
    for (int i = 0; i < 300; ++i) {
        SearchRequest request = requests.next();
        const auto plain = answered(*snapshot, request);
        request.rank = Rank::Full;
        const auto full = answered(*snapshot, request);
        BOOST_REQUIRE(plain.has_value() == full.has_value());
        if (!plain)
            continue;
        BOOST_TEST(plain->total == full->total);
        BOOST_TEST((plain->facets == full->facets));
        request.page_size = 3;
        const auto page = answered(*snapshot, request);
        for (std::size_t hit = 0; hit < page->hits.size(); ++hit)
            BOOST_TEST(page->hits[hit].publication.id == full->hits[hit].publication.id);
        for (std::size_t hit = 0; hit < full->hits.size(); ++hit)
            moved += full->hits[hit].publication.id != plain->hits[hit].publication.id ? 1 : 0;
    }
    BOOST_TEST(moved > 100);
}

// Whether words alone were typed, as all but few titles are.
bool has_words_alone(const Node& query) {
    const Run* run = std::get_if<Run>(&query.value);
    return run != nullptr && run->required.empty() && run->excluded.empty() &&
           std::ranges::all_of(run->words, [](const Node& node) {
               return std::holds_alternative<Word>(node.value);
           });
}

BOOST_AUTO_TEST_CASE(who_types_a_title_gets_it_first) {
    const auto snapshot = snapshot_of(9, 80);
    const Deadline deadline(std::chrono::steady_clock::now() + std::chrono::minutes(10));
    std::size_t asked = 0;
    std::size_t others = 0;
    for (std::uint32_t document = 0; document < 80; ++document) {
        const std::string title = snapshot->publication(document).title;
        std::vector<Note> notes;
        const auto parsed = parse_query(title, Match::Any, snapshot->query_fields());
        if (!parsed || !has_two_words(*snapshot, title))
            continue;
        const Node settled = settle_query(parsed->query, snapshot->analyzers(), notes);
        const Plans plan = plan_query(settled, *snapshot, deadline, notes).value();
        if (!has_words_alone(settled))
            continue;
        const std::uint32_t other = (document + 1) % 80;
        std::vector<ScoredDocument> ranked = {{other, 2}, {document, 1}};
        BOOST_TEST(put_titles_first(ranked, words_of_query(plan, *snapshot), *snapshot), title);
        BOOST_TEST(ranked[0].score >= ranked[1].score);
        others += ranked[0].document == other ? 1 : 0;
        ++asked;
    }
    BOOST_TEST(asked > 40U);
    BOOST_TEST(others < 20U);
}

BOOST_AUTO_TEST_SUITE_END()
