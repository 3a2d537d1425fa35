// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#include "server/http/browse_handlers.h"

#include "server/http/pages/browse/topics_page.h"
#include "server/http/pages/guide/about_page.h"
#include "server/http/pages/guide/help_page.h"
#include "server/http/pages/search/form_parameters.h"
#include "server/http/search_parameters.h"

namespace praxis::http {

namespace {

constexpr std::size_t whole_list = 1'000;
constexpr std::size_t deepest = 6;
constexpr std::size_t models_for_examples = 50;

search::SearchRequest counting(std::string facet) {
    search::SearchRequest request;
    request.facets = {{std::move(facet)}};
    request.facet_size = whole_list;
    request.page_size = 0;
    request.highlight = search::Highlight::None;
    return request;
}

// Adds every value of the tree that has publications; returns whether any is new.
bool add_values(const std::vector<search::FacetValue>& values, std::vector<std::string>& open) {
    bool grew = false;
    for (const search::FacetValue& value : values) {
        if (value.count > 0 && !value.selected && open.size() < whole_list) {
            open.push_back(value.value);
            grew = true;
        }
        grew = add_values(value.children, open) || grew;
    }
    return grew;
}

// Every value of a facet with its count. A hierarchy lists what lies below the values that are
// chosen, and counts beside a value do not depend on what else is chosen in its facet; so each
// round chooses all that the last one showed.
search::Answered<search::FacetCounts> whole_facet(const Call& call, const std::string& facet) {
    search::SearchRequest request = counting(facet);
    search::FacetFilter open{facet, {}, {}, {}, false};
    for (std::size_t round = 0;; ++round) {
        auto answer = call.searcher.search(request);
        if (!answer)
            return tl::unexpected(answer.error());
        search::FacetCounts& counts = answer->facets.at(0);
        if (round == deepest || !add_values(counts.values, open.any))
            return std::move(counts);
        request.filters = {open};
    }
}

search::Answered<search::SearchAnswer> whole_library(const Call& call) {
    search::SearchRequest request;
    request.page_size = models_for_examples;
    request.highlight = search::Highlight::None;
    request.range_facet_size = whole_list;
    return call.searcher.search(request);
}

std::uint64_t total_of(const Call& call, const Parameters& parameters) {
    auto request = decode_search_request(parameters, *call.searcher.library());
    if (!request)
        return 0;
    request->facets.emplace();
    request->page_size = 0;
    request->highlight = search::Highlight::None;
    const auto answer = call.searcher.search(*request);
    return answer ? answer->total : 0;
}

Admitted<void> check_no_parameters(const Call& call) {
    return check_parameters(form_parameters(call.target.parameters, *call.searcher.library()), {});
}

} // namespace

Admitted<Response> show_topics_page(const Call& call) {
    if (auto checked = check_no_parameters(call); !checked)
        return tl::unexpected(checked.error());
    const auto library = call.searcher.library();
    search::FacetCounts topics{"topic", "Topic", {}, false};
    if (library->facet("topic") != nullptr) {
        auto counts = whole_facet(call, "topic");
        if (!counts)
            return tl::unexpected(problem_of(std::move(counts.error())));
        topics = std::move(*counts);
    }
    return answer_with(html_type, topics_page(*library, topics));
}

Admitted<Response> show_help_page(const Call& call) {
    if (auto checked = check_no_parameters(call); !checked)
        return tl::unexpected(checked.error());
    auto whole = whole_library(call);
    if (!whole)
        return tl::unexpected(problem_of(std::move(whole.error())));
    std::vector<Example> examples = examples_from(*whole);
    for (Example& example : examples)
        example.total = total_of(call, example.parameters);
    return answer_with(html_type, help_page(*call.searcher.library(), examples));
}

Admitted<Response> show_about_page(const Call& call) {
    if (auto checked = check_no_parameters(call); !checked)
        return tl::unexpected(checked.error());
    auto whole = whole_library(call);
    if (!whole)
        return tl::unexpected(problem_of(std::move(whole.error())));
    return answer_with(html_type, about_page(*call.searcher.library(), *whole));
}

} // namespace praxis::http
