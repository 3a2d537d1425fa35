// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#include "server/http/pages/search/search_links.h"

#include "base/utf8.h"
#include "server/http/pages/labels.h"
#include "server/http/pages/share.h"

#include <fmt/format.h>

namespace praxis::http {

namespace {

bool has_query(const SearchView& view) {
    return !trim(view.request.q).empty();
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

std::string absolute(const SearchView& view, const Parameters& parameters) {
    return view.library.base_url + search_address(parameters);
}

// A sentence for a footnote: what was searched, in what, when, with how many results.
std::string citation_of(const SearchView& view) {
    return fmt::format("{}: search for {}, {}, library of {} (generation {}).",
                       view.library.name,
                       has_query(view) ? quoted_query(view.request.q) : std::string("everything"),
                       counted(view.answer.total, "result", "results"),
                       view.answer.published.substr(0, 10),
                       view.answer.generation);
}

void write_downloads(HtmlWriter& html, const SearchView& view) {
    struct Format {
        std::string_view name;
        std::string_view label;
        std::string_view purpose;
    };

    static constexpr Format formats[] = {{"csv", "CSV", "for spreadsheets"},
                                         {"ris", "RIS", "for reference managers"},
                                         {"bib", "BibTeX", "for LaTeX"},
                                         {"jsonl", "JSON Lines", "for programs, with texts"}};
    html.element("h3",
                 {{"id", "praxis-downloads"}},
                 view.answer.total == 1
                     ? std::string("Download this result")
                     : "Download all " + shown_number(view.answer.total) + " results");
    const auto list =
        html.in("ul", {{"class", "downloads"}, {"aria-labelledby", "praxis-downloads"}});
    const Parameters scope = exported(view.parameters);
    for (const Format& format : formats) {
        const auto item = html.in("li");
        html.element("a",
                     {{"href", "/v1/export" + scope.with("format", format.name).to_query()},
                      {"rel", "nofollow"}},
                     format.label);
        html.text(" ");
        html.element("span", {{"class", "quiet"}}, format.purpose);
    }
}

} // namespace

Parameters exported(const Parameters& parameters) {
    Parameters scope = parameters;
    for (const std::string_view shaping :
         {"cursor", "page_size", "facets", "facet_size", "highlight"})
        scope = scope.without(shaping);
    return scope;
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

void write_pager(HtmlWriter& html, const SearchView& view) {
    if (!view.answer.next && !view.answer.previous)
        return;
    const auto nav = html.in("nav", {{"class", "pager"}, {"aria-label", "Pages"}});
    write_turn(html, view, view.answer.previous, "previous", "prev nofollow", "Previous page");
    write_turn(html, view, view.answer.next, "next", "next nofollow", "Next page");
}

void write_share(HtmlWriter& html, const SearchView& view) {
    const Parameters lasting = view.parameters.without("cursor").without("as_of").with(
        "as_of", std::to_string(view.answer.generation));
    const auto details = html.in("details", {{"class", "share"}});
    html.element("summary", {}, "Cite, share or download these results");
    {
        const auto cite = html.in("p", {{"id", "praxis-citation"}});
        html.text(citation_of(view) + " ");
        html.element(
            "a", {{"href", search_address(lasting)}, {"rel", "nofollow"}}, absolute(view, lasting));
    }
    html.element("p",
                 {{"class", "quiet"}},
                 "This address shows the same list in the same order for as long as this state of "
                 "the library is kept.");
    {
        const auto line = html.in("p", {{"class", "actions"}});
        write_copy_button(html, "#praxis-citation", "Copy");
        html.element("a",
                     {{"href", "/v1/search" + view.parameters.without("cursor").to_query()},
                      {"rel", "nofollow"}},
                     "As JSON");
    }
    write_downloads(html, view);
}

} // namespace praxis::http
