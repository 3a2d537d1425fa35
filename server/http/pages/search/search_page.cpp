// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#include "server/http/pages/search/search_page.h"

#include "base/utf8.h"
#include "server/http/pages/labels.h"
#include "server/http/pages/layout.h"
#include "server/http/pages/search/facet_form.h"
#include "server/http/pages/search/filters.h"
#include "server/http/pages/search/hit_view.h"
#include "server/http/pages/search/no_results.h"
#include "server/http/pages/search/search_links.h"
#include "server/http/pages/search/welcome.h"

#include <fmt/format.h>

namespace praxis::http {

namespace {

bool has_query(const SearchView& view) {
    return !trim(view.request.q).empty();
}

bool is_start_page(const SearchView& view) {
    return view.parameters.all().empty();
}

std::string heading_of(const SearchView& view) {
    if (!has_query(view))
        return counted(view.answer.total, "publication", "publications");
    return fmt::format(
        "{} for {}", counted(view.answer.total, "result", "results"), quoted_query(view.request.q));
}

void write_heading(HtmlWriter& html, const SearchView& view) {
    if (is_start_page(view))
        html.element("h2", {{"id", "praxis-heading"}}, "Newest publications");
    else
        html.element("h1", {{"id", "praxis-heading"}}, heading_of(view));
}

void write_correction(HtmlWriter& html, const SearchView& view) {
    if (!view.answer.corrected)
        return;
    const search::Correction& correction = *view.answer.corrected;
    const Parameters corrected =
        view.parameters.without("q").without("cursor").with("q", correction.query);
    const auto line = html.in("p", {{"class", "correction"}});
    html.text("Did you mean ");
    html.element("a", {{"href", search_address(corrected)}, {"rel", "nofollow"}}, correction.query);
    html.text(fmt::format("? ({})", counted(correction.total, "result", "results")));
}

void write_reading(HtmlWriter& html, const SearchView& view) {
    write_correction(html, view);
    if (has_query(view) && view.answer.understood != view.request.q &&
        !view.answer.understood.empty()) {
        const auto line = html.in("p", {{"class", "quiet"}});
        html.text("Read as: ");
        html.element("span", {{"class", "understood"}}, view.answer.understood);
    }
    if (view.answer.notes.empty())
        return;
    const auto list = html.in("ul", {{"class", "notes"}});
    for (const search::Note& note : view.answer.notes)
        html.element("li", {}, note.text);
}

void write_results(HtmlWriter& html, const SearchView& view) {
    const auto section =
        html.in("section", {{"class", "results"}, {"aria-labelledby", "praxis-heading"}});
    write_heading(html, view);
    write_reading(html, view);
    write_active_filters(html, view);
    if (view.answer.total == 0)
        return write_no_results(html, view);
    write_sorting(html, view);
    html.element(
        "a", {{"class", "to-filters"}, {"href", "#praxis-filters"}}, "Narrow these results");
    {
        const auto list = html.in("ol", {{"class", "hits"}});
        for (const search::Hit& hit : view.answer.hits)
            write_hit(html,
                      hit,
                      view.library,
                      is_start_page(view) ? HtmlWriter::Name("h3") : HtmlWriter::Name("h2"));
    }
    write_pager(html, view);
    write_share(html, view);
}

PageFrame frame_of(const SearchView& view) {
    const bool start = is_start_page(view);
    PageFrame frame{view.library, start ? std::string() : heading_of(view)};
    frame.query = view.request.q;
    frame.description = heading_of(view) + ".";
    frame.data_address = "/v1/search" + view.parameters.to_query();
    frame.indexed = start;
    frame.address = start ? "/" : "";
    frame.section = start ? "/" : "";
    frame.hidden_fields = [&view](HtmlWriter& html) {
        write_kept_fields(html, view);
    };
    if (start) {
        frame.description = welcome_sentence(view);
        frame.welcome = [&view](HtmlWriter& html) {
            write_welcome(html, view);
        };
    }
    return frame;
}

} // namespace

std::string search_address(const Parameters& parameters) {
    return "/" + parameters.without("cursor").to_query();
}

std::string search_page(const SearchView& view) {
    return write_page(frame_of(view), [&](HtmlWriter& html) {
        if (is_start_page(view))
            write_beginnings(html, view);
        const auto columns = html.in("div", {{"class", "columns"}});
        write_results(html, view);
        write_facet_form(html, view);
    });
}

} // namespace praxis::http
