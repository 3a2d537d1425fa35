// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#include "server/http/page_handlers.h"

#include "base/utf8.h"
#include "server/http/addresses.h"
#include "server/http/citations/head_tags.h"
#include "server/http/pages/guide/problem_page.h"
#include "server/http/pages/publication/publication_page.h"
#include "server/http/pages/search/facet_page.h"
#include "server/http/pages/search/form_parameters.h"
#include "server/http/pages/search/search_page.h"
#include "server/http/publication_handlers.h"
#include "server/http/search_handler.h"
#include "server/http/search_parameters.h"

#include <map>
#include <string>

namespace praxis::http {

namespace {

constexpr std::size_t whole_list = 1'000;
constexpr std::size_t shown_alike = 5;

// How many publications a search finds; 0 if it cannot be read.
std::uint64_t
total_of(const Call& call, const Parameters& parameters, const schemas::Library& library) {
    auto request = decode_search_request(parameters, library);
    if (!request)
        return 0;
    request->facets.emplace();
    request->page_size = 0;
    request->highlight = search::Highlight::None;
    const auto answer = call.searcher.search(*request);
    return answer ? answer->total : 0;
}

std::vector<LooserSearch> counted_looser_searches(const Call& call, const SearchView& view) {
    std::vector<LooserSearch> looser = looser_searches(view);
    for (LooserSearch& search : looser)
        search.total = total_of(call, search.parameters, view.library);
    return looser;
}

Admitted<Response> show_found(const Call& call, const TimedAnswer& found, SearchView view) {
    if (found.answer.total == 0)
        view.looser = counted_looser_searches(call, view);
    Response response = answer_with(html_type, search_page(view));
    response.headers.set("Server-Timing", found.server_timing);
    return response;
}

// What the values of a hierarchy are called, so that those found without the ones above them can
// be told apart. A page that has all values tells it by itself.
std::map<std::string, std::string>
names_of(const Call& call, search::FacetPageRequest request, const search::FacetPage& page) {
    std::map<std::string, std::string> names;
    const auto add = [&](const std::vector<search::FacetValue>& values) {
        for (const search::FacetValue& value : values)
            names.emplace(value.value, value.label);
    };
    if (request.prefix.empty() && page.values.size() == page.total) {
        add(page.values);
        return names;
    }
    request.prefix.clear();
    request.page_size.reset();
    request.cursor.clear();
    if (const auto all = call.searcher.facet_page(request))
        add(all->values);
    return names;
}

} // namespace

Admitted<Response> show_search_page(const Call& call) {
    const auto library = call.searcher.library();
    const Parameters parameters = form_parameters(call.target.parameters, *library);
    auto request = decode_search_request(parameters, *library);
    if (!request)
        return tl::unexpected(problem_of(std::move(request.error())));
    request->range_facet_size = whole_list;
    const auto found = run_search(call, *request);
    if (!found)
        return tl::unexpected(found.error());
    return show_found(call, *found, {*library, parameters, *request, found->answer});
}

Admitted<Response> show_facet_page(const Call& call) {
    const auto library = call.searcher.library();
    const schemas::Facet* facet = call.rest.size() == 1 ? library->facet(call.rest[0]) : nullptr;
    if (facet == nullptr)
        return refusal(ProblemType::NotFound, "The library has no facet of that name.");
    const Parameters sent = form_parameters(call.target.parameters, *library);
    const Parameters parameters = sent.without("find").without("cursor");
    auto request = decode_search_request(parameters, *library);
    if (!request)
        return tl::unexpected(problem_of(std::move(request.error())));
    request->facets.emplace();
    request->page_size = 0;
    auto found = run_search(call, *request);
    if (!found)
        return tl::unexpected(found.error());
    const std::string letters(trim(sent.first("find").value_or("")));
    search::FacetPageRequest wanted{
        *request, facet->name, letters, whole_list, std::string(sent.first("cursor").value_or(""))};
    auto page = call.searcher.facet_page(wanted);
    if (!page)
        return tl::unexpected(problem_of(std::move(page.error())));
    if (facet->shape == schemas::FacetShape::Hierarchical) {
        const auto names = names_of(call, wanted, *page);
        page->values = as_tree(std::move(page->values), names);
    }
    found->answer.facets = {
        {page->field, page->label, std::move(page->values), page->next.has_value()}};
    return answer_with(
        html_type,
        facet_page(
            {{*library, parameters, *request, found->answer}, letters, page->total, page->next}));
}

Admitted<Response> show_publication_page(const Call& call) {
    const auto library = call.searcher.library();
    const search::RelatedPublications related =
        call.searcher.related(id_of(call.rest), shown_alike);
    return answer_lookup(
        related.lookup,
        [](std::string_view id) { return publication_address("", id); },
        [&](const schemas::Publication& publication) {
            Response response = answer_with(
                html_type,
                publication_page(publication, neighbours_of(related, call.searcher), *library));
            response.headers.set("Link", signposting_links(publication, *library));
            return response;
        });
}

Admitted<Response> show_problem_kind(const Call& call) {
    const ProblemKind* kind = call.rest.size() == 1 ? find_problem_kind(call.rest[0]) : nullptr;
    if (kind == nullptr)
        return refusal(ProblemType::NotFound, "There is no problem of that name.");
    return answer_with(html_type, problem_kind_page(*kind, *call.searcher.library()));
}

} // namespace praxis::http
