// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#include "server/http/pages/search/no_results.h"

#include "base/utf8.h"
#include "server/http/pages/labels.h"
#include "server/http/pages/search/filters.h"

#include <algorithm>

namespace praxis::http {

namespace {

constexpr std::size_t tried_filters = 5;

bool has_query(const SearchView& view) {
    return !trim(view.request.q).empty();
}

void write_link(HtmlWriter& html,
                std::string_view before,
                std::string_view address,
                std::string_view link,
                std::string_view behind) {
    const auto item = html.in("li");
    html.text(before);
    html.element("a", {{"href", address}, {"rel", "nofollow"}}, link);
    html.text(behind);
}

} // namespace

std::vector<LooserSearch> looser_searches(const SearchView& view) {
    std::vector<LooserSearch> looser;
    for (const Parameter& parameter : view.parameters.all()) {
        const std::string label = filter_label(parameter, view);
        if (!label.empty() && looser.size() < tried_filters)
            looser.push_back({"without the filter “" + label + "”",
                              view.parameters.without(parameter.name, parameter.value)});
    }
    if (looser.size() > 1)
        looser.push_back({"without any filter", without_filters(view)});
    if (has_query(view) && view.request.match != search::Match::Any)
        looser.push_back(
            {"for any of the words", view.parameters.without("match").with("match", "any")});
    const std::string quoteless = [&] {
        std::string q = view.request.q;
        std::erase(q, '"');
        return q;
    }();
    if (quoteless != view.request.q)
        looser.push_back({"without the quotes", view.parameters.without("q").with("q", quoteless)});
    for (LooserSearch& search : looser)
        search.parameters = search.parameters.without("cursor");
    return looser;
}

void write_no_results(HtmlWriter& html, const SearchView& view) {
    if (view.parameters.all().empty()) {
        html.element("p", {}, "There is nothing in this library yet.");
        return;
    }
    const auto help = html.in("div", {{"class", "help"}});
    html.element("p", {}, "Nothing in the library matches all of this. You could:");
    const auto list = html.in("ul");
    for (const LooserSearch& search : view.looser)
        if (search.total > 0)
            write_link(html,
                       "Search ",
                       search_address(search.parameters),
                       search.label,
                       " (" + counted(search.total, "result", "results") + ").");
    if (has_query(view))
        html.element("li", {}, "Check the spelling, or use fewer or more general words.");
    write_link(html, "See ", "/help", "how to search", ".");
    write_link(html, "Browse ", "/topics", "by topic", ".");
    write_link(html, "Look at ", "/", "everything in the library", ".");
}

} // namespace praxis::http
