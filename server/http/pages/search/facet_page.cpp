// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#include "server/http/pages/search/facet_page.h"

#include "base/utf8.h"
#include "server/http/pages/labels.h"
#include "server/http/pages/layout.h"
#include "server/http/pages/search/facet_form.h"
#include "server/http/pages/search/search_links.h"
#include "server/http/percent.h"

#include <fmt/format.h>

#include <set>
#include <utility>

namespace praxis::http {

namespace {

using search::FacetCounts;
using search::FacetValue;

std::string above(const std::string& value) {
    const std::size_t slash = value.rfind('/');
    return slash == std::string::npos ? std::string() : value.substr(0, slash);
}

std::string whole_label(const FacetValue& value, const std::map<std::string, std::string>& names) {
    std::string label = value.label;
    for (std::string path = above(value.value); !path.empty(); path = above(path))
        if (const auto name = names.find(path); name != names.end())
            label.insert(0, name->second + " › ");
    return label;
}

std::string heading_of(const SearchView& view, const FacetCounts& facet) {
    if (trim(view.request.q).empty())
        return facet.label + ": all values";
    return fmt::format("{} in the results for {}", facet.label, quoted_query(view.request.q));
}

std::size_t shown_values(const std::vector<FacetValue>& values) {
    std::size_t shown = values.size();
    for (const FacetValue& value : values)
        shown += shown_values(value.children);
    return shown;
}

void write_finder(HtmlWriter& html, const FacetView& view, const FacetCounts& facet) {
    const auto form = html.in(
        "form",
        {{"class", "finder"}, {"method", "get"}, {"action", facet_address(facet.field, {})}});
    const Parameters kept = view.search.parameters.without("cursor");
    for (const Parameter& parameter : kept.all())
        html.empty("input",
                   {{"type", "hidden"}, {"name", parameter.name}, {"value", parameter.value}});
    const bool is_whole = view.letters.empty() && view.total == shown_values(facet.values);
    html.element("label", {{"for", "praxis-find"}}, "Find in this list");
    const auto box = html.in("div", {{"class", "box"}});
    html.empty("input",
               {{"id", "praxis-find"},
                {"type", "search"},
                {"name", "find"},
                {"value", view.letters},
                {"dir", "auto"},
                {"data-finds", is_whole ? "#praxis-values" : absent},
                {"autocomplete", "off"}});
    html.element("button", {{"type", "submit"}}, "Find");
}

// The same list as data, which takes only what decides about publications.
std::string data_address(const FacetView& view, const FacetCounts& facet) {
    Parameters scope = exported(view.search.parameters).without("sort").without("rank");
    if (!view.letters.empty())
        scope = scope.with("prefix", view.letters);
    return "/v1/facets/" + percent_encode(facet.field) + scope.to_query();
}

void write_rest(HtmlWriter& html, const FacetView& view, const FacetCounts& facet) {
    const std::size_t shown = shown_values(facet.values);
    if (view.total == shown)
        return;
    const auto line = html.in("p", {{"class", "rest"}});
    html.element("span",
                 {{"class", "quiet"}},
                 fmt::format("{} of {} values, the most frequent first.",
                             shown_number(shown),
                             shown_number(view.total)));
    if (!view.next)
        return;
    Parameters onward = view.search.parameters.without("cursor");
    if (!view.letters.empty())
        onward = onward.with("find", view.letters);
    html.text(" ");
    html.element(
        "a",
        {{"rel", "next nofollow"},
         {"href",
          "/facets/" + percent_encode(facet.field) + onward.with("cursor", *view.next).to_query()}},
        "More values");
}

void write_choices(HtmlWriter& html, const FacetView& view, const FacetCounts& facet) {
    if (facet.values.empty()) {
        html.element("p",
                     {},
                     view.letters.empty() ? "No publication of these results has one."
                                          : "No value has a word that begins so.");
        return;
    }
    {
        const auto fieldset =
            html.in("fieldset", {{"id", "praxis-values"}, {"class", "all-values"}});
        html.element("legend", {{"class", "unseen"}}, facet.label);
        write_checkboxes(html, view.search, facet.field, facet.values);
    }
    write_rest(html, view, facet);
    const auto bar = html.in("p", {{"class", "apply"}});
    html.element("button", {{"type", "submit"}, {"form", "praxis-search"}}, "Show the results");
}

} // namespace

std::vector<FacetValue> as_tree(std::vector<FacetValue> values,
                                const std::map<std::string, std::string>& names) {
    std::map<std::string, std::vector<FacetValue>> below;
    std::set<std::string> listed;
    for (const FacetValue& value : values)
        listed.insert(value.value);
    for (FacetValue& value : values) {
        std::string parent = above(value.value);
        if (!listed.contains(parent)) {
            value.label = whole_label(value, names);
            parent.clear();
        }
        below[parent].push_back(std::move(value));
    }
    const auto take = [&](const auto& self, const std::string& parent) -> std::vector<FacetValue> {
        std::vector<FacetValue> list = std::move(below[parent]);
        for (FacetValue& value : list)
            if (below.contains(value.value))
                value.children = self(self, value.value);
        return list;
    };
    return take(take, "");
}

std::string facet_page(const FacetView& view) {
    const SearchView& search = view.search;
    const FacetCounts& facet = search.answer.facets.front();
    PageFrame frame{search.library, heading_of(search, facet)};
    frame.query = search.request.q;
    frame.data_address = data_address(view, facet);
    frame.indexed = false;
    frame.hidden_fields = [&search](HtmlWriter& html) {
        write_kept_fields(html, search);
    };
    return write_page(frame, [&](HtmlWriter& html) {
        html.element("h1", {}, heading_of(search, facet));
        {
            const auto back = html.in("p");
            html.element(
                "a",
                {{"href", search_address(search.parameters)}, {"rel", "nofollow"}},
                fmt::format("Back to the {}", counted(search.answer.total, "result", "results")));
        }
        write_finder(html, view, facet);
        write_choices(html, view, facet);
    });
}

} // namespace praxis::http
