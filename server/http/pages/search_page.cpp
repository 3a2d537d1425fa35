// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#include "server/http/pages/search_page.h"

#include "base/utf8.h"
#include "server/http/pages/facet_form.h"
#include "server/http/pages/hit_view.h"
#include "server/http/pages/labels.h"
#include "server/http/pages/layout.h"
#include "server/http/pages/no_results.h"

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
    return fmt::format("{} for “{}”",
                       counted(view.answer.total, "result", "results"),
                       collapse_whitespace(view.request.q));
}

void write_correction(HtmlWriter& html, const SearchView& view) {
    if (!view.answer.corrected)
        return;
    const search::Correction& correction = *view.answer.corrected;
    const auto line = html.in("p", {{"class", "correction"}});
    html.text("Did you mean ");
    html.element(
        "a",
        {{"href", search_address(view.parameters.without("q").with("q", correction.query))},
         {"rel", "nofollow"}},
        correction.query);
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

void write_sorting(HtmlWriter& html, const SearchView& view) {
    struct Choice {
        search::Sort sort;
        std::string_view name;
        std::string_view label;
    };

    static constexpr Choice choices[] = {{search::Sort::Relevance, "relevance", "Relevance"},
                                         {search::Sort::DateDown, "-date", "Newest first"},
                                         {search::Sort::DateUp, "date", "Oldest first"},
                                         {search::Sort::Title, "title", "Title"}};
    const search::Sort usual = has_query(view) ? search::Sort::Relevance : search::Sort::DateDown;
    const auto nav = html.in("nav", {{"class", "sorting"}, {"aria-label", "Order"}});
    html.element("span", {{"class", "quiet"}}, "Sorted by");
    const Parameters others = view.parameters.without("sort");
    for (const Choice& choice : choices) {
        if (choice.sort == search::Sort::Relevance && !has_query(view))
            continue;
        const bool current = choice.sort == view.request.sort.value_or(usual);
        html.element(
            "a",
            {{"href",
              search_address(choice.sort == usual ? others : others.with("sort", choice.name))},
             {"rel", "nofollow"},
             {"aria-current", current ? "true" : absent}},
            choice.label);
    }
}

void write_turn(HtmlWriter& html,
                const SearchView& view,
                const std::optional<std::string>& cursor,
                HtmlWriter::Name relation,
                std::string_view relation_and_nofollow,
                std::string_view label) {
    if (!cursor)
        return;
    html.element(
        "a",
        {{"class", relation.text()},
         {"rel", relation_and_nofollow},
         {"href", "/" + view.parameters.without("cursor").with("cursor", *cursor).to_query()}},
        label);
}

void write_pager(HtmlWriter& html, const SearchView& view) {
    if (!view.answer.next && !view.answer.previous)
        return;
    const auto nav = html.in("nav", {{"class", "pager"}, {"aria-label", "Pages"}});
    write_turn(html, view, view.answer.previous, "previous", "prev nofollow", "← Previous");
    write_turn(html, view, view.answer.next, "next", "next nofollow", "Next →");
}

void write_results(HtmlWriter& html, const SearchView& view) {
    const auto section =
        html.in("section", {{"class", "results"}, {"aria-labelledby", "praxis-heading"}});
    html.element("h1", {{"id", "praxis-heading"}}, heading_of(view));
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
            write_hit(html, hit, view.library);
    }
    write_pager(html, view);
}

} // namespace

std::string search_address(const Parameters& parameters) {
    return "/" + parameters.without("cursor").to_query();
}

std::string search_page(const SearchView& view) {
    const PageFrame frame{view.library,
                          is_start_page(view) ? std::string() : heading_of(view),
                          view.request.q,
                          "/v1/search" + view.parameters.to_query(),
                          is_start_page(view)};
    return write_page(
        frame,
        [&](HtmlWriter& html) { write_kept_fields(html, view); },
        [&](HtmlWriter& html) {
            const auto columns = html.in("div", {{"class", "columns"}});
            write_results(html, view);
            write_facet_form(html, view);
        });
}

} // namespace praxis::http
