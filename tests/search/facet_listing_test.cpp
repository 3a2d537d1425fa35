// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#include "server/search/facets/facet_listing.h"

#include <boost/test/data/monomorphic.hpp>
#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>

#include "tests/support/search_one.h"

#include <ostream>

using namespace praxis;
using namespace praxis::search;
using namespace praxis::tests;

namespace {

schemas::Term term(const std::string& value, std::vector<std::string> labels) {
    return {value, std::move(labels)};
}

// Five publications over two kinds and a small tree of topics.
std::shared_ptr<const Snapshot> library() {
    const schemas::Term fire = term("safety/fire", {"Safety", "Fire"});
    const schemas::Term police = term("safety/police", {"Safety", "Police"});
    const schemas::Term water = term("water", {"Water"});
    const std::vector<std::pair<std::string, std::vector<schemas::Term>>> rows = {
        {"law", {fire}},
        {"law", {fire, police}},
        {"article", {police}},
        {"article", {water}},
        {"article", {}},
    };
    std::vector<schemas::Publication> publications;
    for (const auto& [kind, topics] : rows) {
        schemas::Publication& publication = publications.emplace_back(
            written("id/" + std::to_string(publications.size()), "Title", {"text"}));
        publication.kind = kind;
        for (const schemas::Term& topic : topics)
            publication.topics.emplace_back().term = topic;
    }
    return snapshot_of(publications);
}

// "Label=value count*" with children in parentheses; the star says selected.
std::string listed(const std::vector<FacetValue>& values) {
    std::string text;
    for (const FacetValue& value : values) {
        text += (text.empty() ? "" : ", ") + value.label + " " + std::to_string(value.count) +
                (value.selected ? "*" : "");
        if (!value.children.empty())
            text += " (" + listed(value.children) + ")";
    }
    return text;
}

using Filters = std::vector<FacetFilter>;

struct Row {
    Filters filters;
    std::string facet;
    std::string expected;
    std::string why;
    std::size_t size = 10;
};

std::ostream& operator<<(std::ostream& out, const Row& row) {
    return out << row.why;
}

FacetFilter any(const std::string& facet, std::vector<std::string> values) {
    return {facet, std::move(values), {}, {}, false};
}

FacetFilter all(const std::string& facet, std::vector<std::string> values) {
    return {facet, {}, std::move(values), {}, false};
}

FacetFilter none(const std::string& facet, std::vector<std::string> values) {
    return {facet, {}, {}, std::move(values), false};
}

const Row rows[] = {
    {{}, "kind", "article 3, Laws 2", "by count; a label of the library's"},
    {{}, "topic", "Safety 3, Water 1", "the top level; an ancestor counts a publication once"},
    {{any("kind", {"law"})},
     "kind",
     "Laws 2*, article 3",
     "the others as if alone; selected first"},
    {{any("kind", {"law"})}, "topic", "Safety 2", "other facets are filtered"},
    {{any("topic", {"safety"})},
     "topic",
     "Safety 3* (Fire 2, Police 2), Water 1",
     "its children, by label where counts are equal"},
    {{any("topic", {"safety/police"})},
     "topic",
     "Safety 3 (Police 2*, Fire 2), Water 1",
     "the path to what is selected"},
    {{any("topic", {"safety/police"})}, "kind", "article 1, Laws 1", "and what it filters"},
    {{any("topic", {"safety/police", "water"})}, "kind", "article 2, Laws 1", "either of two"},
    {{all("topic", {"safety/police"})},
     "topic",
     "Safety 2 (Police 2*, Fire 1)",
     "added to what all must have"},
    {{none("topic", {"safety/police"})}, "topic", "Safety 1, Water 1", "an exclusion stays"},
    {{{"topic", {}, {}, {}, true}}, "kind", "article 1", "without any topic"},
    {{{"topic", {"water"}, {}, {}, true}}, "kind", "article 2", "with one topic or none"},
    {{any("kind", {"law"}), any("topic", {"water"})},
     "kind",
     "Laws 0*, article 1",
     "selected is shown at zero"},
    {{any("kind", {"plan"})}, "kind", "plan 0*, article 3, Laws 2", "an unknown value is shown"},
    {{any("topic", {"safety/ice/thin"})},
     "topic",
     "Safety 3 (Fire 2, Police 2, ice 0 (thin 0*)), Water 1",
     "with the path to it"},
    {{}, "kind", "article 3", "cut at the size", 1},
    {{any("kind", {"law"})}, "kind", "Laws 2*", "but not before what is selected", 1},
    {{any("topic", {"safety/police"})}, "topic", "Safety 3 (Police 2*)", "in every list", 1},
};

} // namespace

BOOST_AUTO_TEST_SUITE(facet_listing_suite)

BOOST_DATA_TEST_CASE(lists_values_with_the_counts_they_would_give, rows) {
    SearchRequest request;
    request.filters = sample.filters;
    request.facets = std::vector<std::string>{sample.facet};
    request.facet_size = sample.size;
    const SearchAnswer answer = answer_of(*library(), request);
    BOOST_TEST_REQUIRE(answer.facets.size() == 1U);
    BOOST_TEST(listed(answer.facets[0].values) == sample.expected);
    BOOST_TEST(answer.facets[0].more == (sample.size == 1));
}

BOOST_AUTO_TEST_CASE(notes_a_value_that_no_publication_has) {
    SearchRequest request;
    request.filters = {any("kind", {"plan"})};
    const SearchAnswer answer = answer_of(*library(), request);
    BOOST_TEST(answer.total == 0U);
    BOOST_TEST(answer.notes.at(0).code == "unknown-value");
}

BOOST_AUTO_TEST_CASE(counts_the_librarys_list_unless_asked) {
    SearchRequest request;
    const SearchAnswer answer = answer_of(*library(), request);
    BOOST_TEST(answer.facets.size() == 9U); // language is not listed
    request.facets = std::vector<std::string>();
    BOOST_TEST(answer_of(*library(), request).facets.empty());
    request.facets = std::vector<std::string>{"language", "kind"};
    BOOST_TEST(answer_of(*library(), request).facets.at(1).field == "kind");
}

BOOST_AUTO_TEST_SUITE_END()
