// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#include "server/search/plain_searcher.h"

#include <boost/test/unit_test.hpp>
#include <fmt/format.h>

#include "tests/support/memory_generation.h"
#include "tests/support/random_query.h"
#include "tests/support/random_run.h"
#include "tests/support/search_comparison.h"

#include <algorithm>
#include <functional>

using namespace praxis;
using namespace praxis::search;
using namespace praxis::tests;

// A base and a delta answer as one image of the same publications, to the last letter.

namespace {

std::unique_ptr<Searcher> searcher_of(MemoryGenerationParts parts) {
    auto generations = std::make_unique<MemoryGenerations>();
    generations->current = 1;
    generations->kept[1] = memory_generation(std::move(parts));
    return PlainSearcher::open(std::move(generations), std::chrono::minutes(10)).value();
}

// The same library twice.
struct Both {
    Both(std::uint64_t seed, std::size_t count, bool relabelled) {
        MemoryGenerationParts parts = changed_library(seed, count, relabelled);
        publications = parts.publications;
        layered = searcher_of(parts);
        parts.base.clear();
        whole = searcher_of(std::move(parts));
    }

    std::vector<schemas::Publication> publications;
    std::unique_ptr<Searcher> whole;
    std::unique_ptr<Searcher> layered;
};

std::string text_of(const std::vector<TextPart>& parts) {
    std::string text;
    for (const TextPart& part : parts)
        text += part.mark ? "[" + part.text + "]" : part.text;
    return text;
}

std::string text_of(const std::vector<FacetValue>& values) {
    std::string text;
    for (const FacetValue& value : values)
        text += fmt::format("{}({}){}{}{{{}}} ",
                            value.value,
                            value.label,
                            value.count,
                            value.selected ? "*" : "",
                            text_of(value.children));
    return text;
}

std::string text_of(const RequestProblem& problem) {
    std::string text = problem.detail;
    for (const ParameterError& error : problem.errors)
        text += "\n" + error.parameter + ": " + error.reason;
    return text;
}

std::string text_of(const Answered<SearchAnswer>& answered) {
    if (!answered)
        return text_of(answered.error());
    const SearchAnswer& answer = *answered;
    std::string text = fmt::format("{}\n{} in {} {}\n",
                                   answer.understood,
                                   answer.total,
                                   answer.next.value_or("-"),
                                   answer.previous.value_or("-"));
    if (answer.corrected)
        text += fmt::format("meant {} {}\n", answer.corrected->query, answer.corrected->total);
    for (const Note& note : answer.notes)
        text += note.code + " " + note.text + "\n";
    for (const Hit& hit : answer.hits) {
        text += fmt::format("{} {:.17g} {}\n",
                            hit.publication.id,
                            hit.score.value_or(-1),
                            text_of(hit.title_parts));
        for (const ShownPassage& passage : hit.passages)
            text += fmt::format("  {} {}\n", passage.heading, text_of(passage.parts));
    }
    for (const FacetCounts& facet : answer.facets)
        text += fmt::format("{} {} {}\n", facet.field, text_of(facet.values), facet.more);
    return text;
}

std::string text_of(const Answered<Explanation>& explained) {
    if (!explained)
        return text_of(explained.error());
    std::string text = fmt::format("{} {} {} {:.17g} {:.17g}\n",
                                   explained->understood,
                                   explained->total,
                                   explained->place.value_or(0),
                                   explained->score,
                                   explained->plain_score);
    for (const std::string& sentence : explained->sentences)
        text += sentence + "\n";
    return text;
}

std::string text_of(const Answered<FacetPage>& page) {
    return page ? fmt::format("{} {}", page->total, text_of(page->values)) : text_of(page.error());
}

std::string text_of(const Answered<std::unique_ptr<ResultList>>& list) {
    if (!list)
        return text_of(list.error());
    std::string text;
    while (const auto next = (*list)->next())
        text += next->id + " " + next->title + "\n";
    return text;
}

std::string text_of(const std::vector<Suggestion>& suggestions) {
    std::string text;
    for (const Suggestion& suggestion : suggestions)
        text += fmt::format("{} {} {} {} {}\n",
                            static_cast<int>(suggestion.kind),
                            text_of(suggestion.parts),
                            suggestion.value,
                            suggestion.facet,
                            suggestion.count);
    return text;
}

// What is related is judged by what the base knew; it lives, is another one, the nearest first.
bool is_well_ordered(const RelatedPublications& related,
                     const std::string& id,
                     const Searcher& searcher) {
    return std::ranges::is_sorted(
               related.publications, std::greater(), &RelatedPublication::similarity) &&
           std::ranges::all_of(related.publications, [&](const RelatedPublication& like) {
               return like.publication.id != id && like.words.size() >= 3 &&
                      searcher.publication(like.publication.id).fate == Lookup::Fate::Found;
           });
}

} // namespace

BOOST_AUTO_TEST_SUITE(layers_suite)

BOOST_AUTO_TEST_CASE(answers_are_those_of_one_image) {
    for (std::uint64_t seed = run_seed(); seed < run_seed() + run_rounds(6); ++seed) {
        const Both both(seed, 20 + seed % 40, seed % 2 == 0);
        RandomRequests requests(seed, *both.whole->library(), both.publications);
        for (int i = 0; i < 60; ++i) {
            SearchRequest request = requests.next();
            request.rank = Rank::Plain;
            request.highlight = Highlight::Passages;
            BOOST_TEST_CONTEXT("PRAXIS_SEED=" << seed << ": " << described(request)) {
                BOOST_TEST_REQUIRE(text_of(both.layered->search(request)) ==
                                   text_of(both.whole->search(request)));
                BOOST_TEST_REQUIRE(text_of(both.layered->list(request)) ==
                                   text_of(both.whole->list(request)));
                const std::string& id =
                    both.publications[requests.below(both.publications.size())].id;
                BOOST_TEST_REQUIRE(text_of(both.layered->explain(request, id)) ==
                                   text_of(both.whole->explain(request, id)));
                FacetPageRequest page;
                page.search = request;
                for (const schemas::Facet& facet : both.whole->library()->facets) {
                    page.facet = facet.name;
                    BOOST_TEST_REQUIRE(text_of(both.layered->facet_page(page)) ==
                                       text_of(both.whole->facet_page(page)));
                }
            }
        }
    }
}

// What publications are about is what the base knew: their order may differ, and nothing else.
BOOST_AUTO_TEST_CASE(reordered_answers_find_the_same) {
    for (std::uint64_t seed = run_seed(); seed < run_seed() + 3; ++seed) {
        const Both both(seed, 60, false);
        RandomRequests requests(seed, *both.whole->library(), both.publications);
        for (int i = 0; i < 40; ++i) {
            SearchRequest request = requests.next();
            request.rank = Rank::Full;
            request.page_size = 100;
            const auto layered = both.layered->search(request);
            const auto whole = both.whole->search(request);
            BOOST_TEST_REQUIRE(layered.has_value() == whole.has_value());
            if (!whole)
                continue;
            BOOST_TEST(text_of(layered) == text_of(both.layered->search(request)));
            const auto ids = [](const SearchAnswer& answer) {
                std::vector<std::string> found;
                for (const Hit& hit : answer.hits)
                    found.push_back(hit.publication.id);
                std::ranges::sort(found);
                return found;
            };
            BOOST_TEST(ids(*layered) == ids(*whole), boost::test_tools::per_element());
        }
    }
}

BOOST_AUTO_TEST_CASE(suggestions_and_publications_are_those_of_one_image) {
    for (std::uint64_t seed = run_seed(); seed < run_seed() + run_rounds(4); ++seed) {
        const Both both(seed, 50, seed % 2 == 0);
        for (const char* typed :
             {"b", "budg", "budget p", "ci", "c", "fire d", "s", "oak", "t", "wat"})
            BOOST_TEST_CONTEXT("PRAXIS_SEED=" << seed << ": " << typed)
        BOOST_TEST(text_of(both.layered->suggest(typed, 10)) ==
                   text_of(both.whole->suggest(typed, 10)));
        for (const schemas::Publication& publication : both.publications) {
            const Lookup found = both.layered->publication(publication.id);
            BOOST_TEST_REQUIRE((found.publication == publication));
            const schemas::Provenance& from = publication.provenance;
            if (!from.source_id.empty())
                BOOST_TEST(
                    (both.layered->publication_of_source(from.source, from.source_id).publication ==
                     both.whole->publication_of_source(from.source, from.source_id).publication));
            BOOST_TEST(is_well_ordered(both.layered->related(publication.id, 100),
                                       publication.id,
                                       *both.layered),
                       "PRAXIS_SEED=" << seed << ": like " << publication.id);
        }
        const auto gone = [&](const std::string& id) {
            return both.layered->publication(id).fate == Lookup::Fate::Unknown;
        };
        for (int i = 0; i < 50; ++i) {
            const std::string id = fmt::format("random/{}", i);
            BOOST_TEST(gone(id) == std::ranges::none_of(both.publications, [&](const auto& known) {
                           return known.id == id;
                       }));
        }
    }
}

BOOST_AUTO_TEST_SUITE_END()
