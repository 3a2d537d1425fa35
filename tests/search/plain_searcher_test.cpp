// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#include "server/search/plain_searcher.h"

#include <boost/test/unit_test.hpp>

#include "tests/support/memory_generation.h"
#include "tests/support/search_library.h"
#include "tests/support/search_one.h"

#include <atomic>
#include <functional>
#include <thread>

using namespace praxis;
using namespace praxis::search;
using namespace praxis::tests;

namespace {

using Publications = std::vector<schemas::Publication>;

// A searcher over generations that the test publishes and drops.
struct Library {
    MemoryGenerations* generations;
    std::unique_ptr<Searcher> searcher;

    explicit Library(Publications publications,
                     std::chrono::milliseconds deadline = std::chrono::minutes(10)) {
        auto source = std::make_unique<MemoryGenerations>();
        generations = source.get();
        publish(1, std::move(publications));
        searcher = PlainSearcher::open(std::move(source), deadline).value();
    }

    void publish(std::uint64_t number, Publications publications) const {
        generations->kept[number] =
            memory_generation({search_library(), std::move(publications), {}, number});
        generations->current = number;
    }
};

Publications numbered(int first, int last) {
    Publications publications;
    for (int i = first; i <= last; ++i)
        publications.push_back(
            written("id/" + std::to_string(i), "Title " + std::to_string(i), {"fire"}));
    return publications;
}

std::string ids_of(const Answered<SearchAnswer>& answer) {
    return ids(answer.value());
}

SearchRequest page(std::size_t size, std::string cursor = "") {
    SearchRequest request = query("fire");
    request.sort = Sort::Title;
    request.page_size = size;
    request.cursor = std::move(cursor);
    return request;
}

std::string refused_parameter(const Answered<SearchAnswer>& answer) {
    BOOST_TEST_REQUIRE(!answer.has_value());
    BOOST_TEST((answer.error().kind == ErrorKind::InvalidInput));
    return answer.error().errors.at(0).parameter;
}

} // namespace

BOOST_AUTO_TEST_SUITE(plain_searcher_suite)

BOOST_AUTO_TEST_CASE(walks_forward_and_back) {
    const Library library(numbered(1, 5));
    const auto first = library.searcher->search(page(2));
    BOOST_TEST(ids_of(first) == "id/1 id/2");
    BOOST_TEST(!first->previous.has_value());
    const auto second = library.searcher->search(page(2, first->next.value()));
    BOOST_TEST(ids_of(second) == "id/3 id/4");
    const auto last = library.searcher->search(page(2, second->next.value()));
    BOOST_TEST(ids_of(last) == "id/5");
    BOOST_TEST(!last->next.has_value());
    const auto back = library.searcher->search(page(3, last->previous.value()));
    BOOST_TEST(ids_of(back) == "id/2 id/3 id/4");
    const auto start = library.searcher->search(page(3, back->previous.value()));
    BOOST_TEST(ids_of(start) == "id/1");
    BOOST_TEST(!start->previous.has_value());
}

BOOST_AUTO_TEST_CASE(a_cursor_reads_the_generation_it_came_from) {
    const Library library(numbered(1, 4));
    const auto first = library.searcher->search(page(2));
    library.publish(2, numbered(2, 9));
    BOOST_TEST(library.searcher->refresh().value());
    BOOST_TEST(library.searcher->search(page(2))->total == 8U);
    const auto second = library.searcher->search(page(2, first->next.value()));
    BOOST_TEST(ids_of(second) == "id/3 id/4");
    BOOST_TEST(second->generation == 1U);
    BOOST_TEST(second->total == 4U);
}

BOOST_AUTO_TEST_CASE(only_the_page_may_change_from_page_to_page) {
    const Library library(numbered(1, 5));
    const std::string cursor = *library.searcher->search(page(2))->next;
    const std::vector<std::pair<std::string, std::function<void(SearchRequest&)>>> allowed = {
        {"page_size",
         [](SearchRequest& r) {
             r.page_size = 1;
         }},
        {"facets",
         [](SearchRequest& r) {
             r.facets = std::vector<std::string>{"kind"};
         }},
        {"highlight",
         [](SearchRequest& r) {
             r.highlight = Highlight::None;
         }},
    };
    for (const auto& [name, change] : allowed) {
        SearchRequest request = page(2, cursor);
        change(request);
        BOOST_TEST(library.searcher->search(request).has_value(), name);
    }
    const std::vector<std::pair<std::string, std::function<void(SearchRequest&)>>> refused = {
        {"q",
         [](SearchRequest& r) {
             r.q = "fire ";
         }},
        {"match",
         [](SearchRequest& r) {
             r.match = Match::Any;
         }},
        {"sort",
         [](SearchRequest& r) {
             r.sort = Sort::DateUp;
         }},
        {"rank",
         [](SearchRequest& r) {
             r.rank = Rank::Plain;
         }},
        {"facet_size",
         [](SearchRequest& r) {
             r.facet_size = 3;
         }},
        {"as_of",
         [](SearchRequest& r) {
             r.as_of = 1;
         }},
        {"kind",
         [](SearchRequest& r) {
             r.filters = {{"kind", {"law"}, {}, {}, false}};
         }},
        {"kind.not",
         [](SearchRequest& r) {
             r.filters = {{"kind", {}, {}, {"law"}, false}};
         }},
        {"year",
         [](SearchRequest& r) {
             r.ranges = {{"year", Date{2016, 0, 0}, {}}};
         }},
    };
    for (const auto& [name, change] : refused) {
        SearchRequest request = page(2, cursor);
        change(request);
        BOOST_TEST(refused_parameter(library.searcher->search(request)) == "cursor", name);
    }
}

BOOST_AUTO_TEST_CASE(refuses_what_is_no_cursor) {
    const Library library(numbered(1, 5));
    std::string cursor = *library.searcher->search(page(2))->next;
    for (const std::string& wrong :
         {std::string("x"), std::string("\xFF"), cursor + "A", cursor.substr(1)})
        BOOST_TEST(refused_parameter(library.searcher->search(page(2, wrong))) == "cursor");
    for (char& letter : cursor) {
        const char kept = letter;
        letter = letter == 'A' ? 'B' : 'A';
        BOOST_TEST(refused_parameter(library.searcher->search(page(2, cursor))) == "cursor");
        letter = kept;
    }
}

BOOST_AUTO_TEST_CASE(answers_as_of_an_older_generation) {
    const Library library(numbered(1, 2));
    for (std::uint64_t number = 2; number <= 9; ++number) {
        library.publish(number, numbered(1, static_cast<int>(number) + 1));
        BOOST_TEST(library.searcher->refresh().value());
    }
    SearchRequest request = page(10);
    for (const std::uint64_t number : {9U, 1U, 4U, 2U, 8U, 1U}) {
        request.as_of = number;
        const auto answer = library.searcher->search(request);
        BOOST_TEST(answer->generation == number);
        BOOST_TEST(answer->total == number + 1);
    }
}

BOOST_AUTO_TEST_CASE(says_what_is_gone_and_what_never_was) {
    const Library library(numbered(1, 2));
    const std::string cursor = *library.searcher->search(page(1))->next;
    for (std::uint64_t number = 2; number <= 9; ++number) {
        library.publish(number, numbered(1, 2));
        BOOST_TEST(library.searcher->refresh().value());
    }
    library.generations->kept.erase(1);
    SearchRequest request = page(10);
    request.as_of = 1;
    const auto gone = library.searcher->search(request);
    BOOST_TEST((gone.error().kind == ErrorKind::NotFound));
    BOOST_TEST(gone.error().gone);
    BOOST_TEST(gone.error().errors.at(0).parameter == "as_of");
    BOOST_TEST(library.searcher->search(page(1, cursor)).error().gone);
    request.as_of = 77;
    const auto never = library.searcher->search(request);
    BOOST_TEST((never.error().kind == ErrorKind::NotFound));
    BOOST_TEST(!never.error().gone);
}

BOOST_AUTO_TEST_CASE(a_failed_refresh_leaves_the_old_generation_serving) {
    const Library library(numbered(1, 2));
    library.generations->current = 5;
    BOOST_TEST(!library.searcher->refresh().has_value());
    BOOST_TEST(library.searcher->search(page(10))->total == 2U);
    BOOST_TEST(library.searcher->served().number == 1U);
}

BOOST_AUTO_TEST_CASE(refreshing_without_news_changes_nothing) {
    const Library library(numbered(1, 2));
    BOOST_TEST(!library.searcher->refresh().value());
}

BOOST_AUTO_TEST_CASE(gives_no_partial_answer_after_the_deadline) {
    const Library library(numbered(1, 5), std::chrono::milliseconds(0));
    const auto late = library.searcher->search(page(2));
    BOOST_TEST_REQUIRE(!late.has_value());
    BOOST_TEST((late.error().kind == ErrorKind::TimedOut));
}

BOOST_AUTO_TEST_CASE(tells_what_became_of_an_id) {
    auto source = std::make_unique<MemoryGenerations>();
    schemas::Publication publication = written("id/1", "Title", {"fire"});
    publication.provenance.source = "samples";
    publication.provenance.source_id = "doi:1";
    source->kept[1] = memory_generation({search_library(),
                                         {publication},
                                         {},
                                         1,
                                         {{"old/1", "id/1"}},
                                         {{"id/0", {"id/0", "Gone", "2026-01-01"}}}});
    source->current = 1;
    const auto searcher = PlainSearcher::open(std::move(source), std::chrono::minutes(1)).value();
    const Lookup found = searcher->publication("id/1");
    BOOST_TEST((found.fate == Lookup::Fate::Found));
    BOOST_TEST(found.publication->passages.size() == 1U);
    BOOST_TEST(searcher->publication("old/1").current_id == "id/1");
    BOOST_TEST(searcher->publication("id/0").removed == "2026-01-01");
    BOOST_TEST((searcher->publication("id/2").fate == Lookup::Fate::Unknown));
    BOOST_TEST(searcher->publication_of_source("samples", "doi:1").publication->id == "id/1");
    BOOST_TEST((searcher->publication_of_source("feeds", "doi:1").fate == Lookup::Fate::Unknown));
    BOOST_TEST(searcher->library()->name == "Search");
    BOOST_TEST(searcher->served().publications == 1U);
}

BOOST_AUTO_TEST_CASE(an_issue_knows_its_items) {
    Publications publications = numbered(1, 2);
    for (const char* id : {"id/1#a", "id/1#b", "id/1#c"})
        publications.push_back(written(id, "Item", {"fire"}));
    publications[2].parent = publications[4].parent = "id/1";
    const Library library(std::move(publications));
    const Lookup issue = library.searcher->publication("id/1");
    BOOST_TEST_REQUIRE(issue.items.size() == 2U);
    BOOST_TEST(issue.items[0].id == "id/1#a");
    BOOST_TEST(issue.items[1].id == "id/1#c");
    BOOST_TEST(issue.items[1].passages.empty());
    BOOST_TEST(library.searcher->publication("id/2").items.empty());
}

BOOST_AUTO_TEST_CASE(lists_of_ranges_may_be_longer_than_the_others) {
    Publications publications = numbered(1, 5);
    for (int i = 0; i < 5; ++i)
        publications[static_cast<std::size_t>(i)].date = schemas::DatedBy{{2010 + i, 0, 0}, {}};
    const Library library(std::move(publications));
    SearchRequest request = query("fire");
    request.facets = {{"year"}};
    request.facet_size = 2;
    BOOST_TEST(library.searcher->search(request)->facets[0].values.size() == 2U);
    request.range_facet_size = 1000;
    BOOST_TEST(library.searcher->search(request)->facets[0].values.size() == 5U);
}

BOOST_AUTO_TEST_CASE(searches_go_on_while_generations_change) {
    const Library library(numbered(1, 10));
    std::atomic<bool> done = false;
    std::atomic<int> wrong = 0;
    std::vector<std::jthread> readers;
    for (int i = 0; i < 3; ++i)
        readers.emplace_back([&] {
            while (!done)
                if (const auto answer = library.searcher->search(page(2));
                    !answer || answer->total != 9 + answer->generation)
                    ++wrong;
        });
    for (std::uint64_t number = 2; number <= 20; ++number) {
        library.publish(number, numbered(1, static_cast<int>(number) + 9));
        library.searcher->refresh().value();
    }
    done = true;
    readers.clear();
    BOOST_TEST(wrong == 0);
}

BOOST_AUTO_TEST_SUITE_END()
