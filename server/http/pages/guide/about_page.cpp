// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#include "server/http/pages/guide/about_page.h"

#include "server/http/pages/labels.h"
#include "server/http/pages/layout.h"
#include "server/http/pages/share.h"
#include "server/http/percent.h"

#include <fmt/format.h>

#include <algorithm>

namespace praxis::http {

namespace {

void write_counts(HtmlWriter& html, const search::FacetCounts& facet) {
    html.element("h3", {}, facet.label);
    const auto list = html.in("ul", {{"class", "tally"}});
    for (const search::FacetValue& value : facet.values) {
        const auto item = html.in("li");
        const auto link = html.in(
            "a",
            {{"href",
              fmt::format(
                  "/?{}={}", percent_encode(facet.field), percent_encode(value.value, "/"))}});
        html.element("span", {{"dir", "auto"}}, value.label);
        html.text(" ");
        html.element("span", {{"class", "count"}}, shown_number(value.count));
    }
}

void write_holdings(HtmlWriter& html, const search::SearchAnswer& whole) {
    html.element("h2", {}, "What it holds");
    html.element("p",
                 {},
                 fmt::format("{}. This state of the library is number {} and was published on {}.",
                             counted(whole.total, "publication", "publications"),
                             whole.generation,
                             whole.published.substr(0, 10)));
    for (const std::string_view field : {"kind", "source", "language"}) {
        const auto facet = std::ranges::find(whole.facets, field, &search::FacetCounts::field);
        if (facet != whole.facets.end() && !facet->values.empty())
            write_counts(html, *facet);
    }
}

void write_embedding(HtmlWriter& html, const schemas::Library& library) {
    const std::string base =
        library.base_url.empty() ? "https://library.example.org" : library.base_url;
    html.element("h2", {{"id", "praxis-embed"}}, "Search it from your website");
    html.element("p",
                 {},
                 "Put these two lines where the box should stand. Where scripts do not run, the "
                 "link remains.");
    {
        const auto sample = html.in("pre");
        html.element("code",
                     {{"id", "praxis-embed-lines"}},
                     fmt::format("<script src=\"{0}/embed/praxis-search.js\" defer></script>\n"
                                 "<praxis-search><a href=\"{0}/\">Search the library</a>"
                                 "</praxis-search>",
                                 base));
    }
    write_copy_button(html, "#praxis-embed-lines", "Copy");
}

void write_data(HtmlWriter& html) {
    html.element("h2", {}, "Use its data");
    const auto line = html.in("p");
    html.text("Every page of this site is also data: the link “This page as JSON” at its end leads "
              "to it. Searches begin at ");
    {
        const auto link = html.in("a", {{"href", "/v1/search?q="}, {"rel", "nofollow"}});
        html.element("code", {}, "/v1/search");
    }
    html.text("; everything that can be asked is described on ");
    html.element("a", {{"href", "/docs"}}, "the API’s page");
    html.text(".");
}

void write_promises(HtmlWriter& html) {
    html.element("h2", {}, "What you can rely on");
    const auto list = html.in("ul");
    html.element("li", {}, "Totals and counts are exact, always.");
    html.element("li", {}, "Words in quotes are found exactly as they stand.");
    html.element(
        "li", {}, "The address of a publication stays; if it moves, the old one leads on.");
    html.element("li", {}, "Topics that a program found say so, and show the words they rest on.");
    html.element(
        "li", {}, "The pages set no cookies, load nothing from elsewhere and remember nothing.");
}

} // namespace

std::string about_page(const schemas::Library& library, const search::SearchAnswer& whole) {
    PageFrame frame{library, "About this library"};
    frame.address = frame.section = "/about";
    frame.description = "What this library holds, and how to search and use it from elsewhere.";
    return write_page(frame, [&](HtmlWriter& html) {
        const auto text = html.in("div", {{"class", "prose"}});
        html.element("h1", {}, "About this library");
        write_holdings(html, whole);
        write_promises(html);
        write_embedding(html, library);
        write_data(html);
    });
}

} // namespace praxis::http
