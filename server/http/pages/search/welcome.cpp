// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#include "server/http/pages/search/welcome.h"

#include "server/http/pages/labels.h"
#include "server/http/pages/search/filters.h"
#include "server/http/percent.h"

#include <fmt/format.h>

#include <algorithm>

namespace praxis::http {

namespace {

constexpr std::size_t shown_beginnings = 8;

void write_beginning(HtmlWriter& html, std::string_view facet, const search::FacetValue& value) {
    const auto item = html.in("li");
    const auto link =
        html.in("a", {{"href", fmt::format("/?{}={}", facet, percent_encode(value.value, "/"))}});
    html.element("span", {{"dir", "auto"}}, value.label);
    html.text(" ");
    html.element("span", {{"class", "count"}}, shown_number(value.count));
}

// The first and the last year that publications are of, if the library counts years.
std::string span_of_years(const SearchView& view) {
    const search::FacetCounts* years = counts_of(view, "year");
    if (years == nullptr || years->values.empty())
        return {};
    const auto [first, last] = std::ranges::minmax(years->values, {}, &search::FacetValue::value);
    if (first.value == last.value)
        return fmt::format(" of {}", first.value);
    return fmt::format(" from {} to {}", first.value, last.value);
}

} // namespace

std::string welcome_sentence(const SearchView& view) {
    return fmt::format(
        "{}{}.", counted(view.answer.total, "publication", "publications"), span_of_years(view));
}

void write_welcome(HtmlWriter& html, const SearchView& view) {
    html.element("h1",
                 {{"dir", "auto"}},
                 view.library.name.empty() ? std::string_view("Library")
                                           : std::string_view(view.library.name));
    html.element("p", {{"class", "lead"}}, welcome_sentence(view));
}

void write_beginnings(HtmlWriter& html, const SearchView& view) {
    const search::FacetCounts* topics = counts_of(view, "topic");
    if (topics == nullptr || topics->values.empty())
        return;
    const auto nav =
        html.in("nav", {{"class", "beginnings"}, {"aria-labelledby", "praxis-beginnings"}});
    html.element("h2", {{"id", "praxis-beginnings"}}, "Begin with a topic");
    const auto list = html.in("ul");
    for (std::size_t i = 0; i < std::min(shown_beginnings, topics->values.size()); ++i)
        write_beginning(html, "topic", topics->values[i]);
    const auto item = html.in("li");
    html.element("a", {{"class", "all"}, {"href", "/topics"}}, "All topics");
}

} // namespace praxis::http
