// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#include "server/http/pages/no_results.h"

#include "base/utf8.h"
#include "server/http/pages/facet_form.h"

namespace praxis::http {

namespace {

void write_advice(HtmlWriter& html,
                  std::string_view before,
                  std::string_view address,
                  std::string_view link) {
    const auto item = html.in("li");
    html.text(before);
    html.element("a", {{"href", address}, {"rel", "nofollow"}}, link);
    html.text(".");
}

void write_filter_advice(HtmlWriter& html, const SearchView& view) {
    for (const Parameter& parameter : view.parameters.all()) {
        const std::string label = filter_label(parameter, view);
        if (!label.empty())
            write_advice(html,
                         "Search ",
                         search_address(view.parameters.without(parameter.name, parameter.value)),
                         "without the filter “" + label + "”");
    }
}

} // namespace

void write_no_results(HtmlWriter& html, const SearchView& view) {
    if (view.parameters.all().empty()) {
        html.element("p", {}, "There is nothing in this library yet.");
        return;
    }
    const bool has_query = !trim(view.request.q).empty();
    const auto help = html.in("div", {{"class", "help"}});
    html.element("p", {}, "Nothing in the library matches all of this. You could:");
    const auto list = html.in("ul");
    write_filter_advice(html, view);
    if (has_query && view.request.match != search::Match::Any)
        write_advice(html,
                     "Look for publications with ",
                     search_address(view.parameters.without("match").with("match", "any")),
                     "any of the words");
    if (has_query)
        html.element("li", {}, "Check the spelling, or use fewer or more general words.");
    write_advice(html, "Look at ", "/", "everything in the library");
}

} // namespace praxis::http
