// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#include "server/http/pages/search/year_facet.h"

#include "base/utf8.h"
#include "server/http/pages/labels.h"
#include "server/http/pages/search/filters.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <map>

namespace praxis::http {

namespace {

constexpr int drawn_years = 100;
constexpr int least_columns = 16; // so that a single year is no wall
constexpr int column_width = 10;
constexpr int column_gap = 2;
constexpr int drawing_height = 60;

using Years = std::map<int, std::uint64_t>;

std::optional<int> number_of(std::string_view text) {
    int number = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    return error == std::errc() && end == text.data() + text.size() ? std::optional(number)
                                                                    : std::nullopt;
}

Years years_of(const search::FacetCounts& facet) {
    Years years;
    for (const search::FacetValue& value : facet.values)
        if (const auto year = number_of(value.value))
            years[*year] = value.count;
    return years;
}

class YearFacet {
public:
    YearFacet(HtmlWriter& html, const SearchView& view, const search::FacetCounts& facet)
        : html_(html), view_(view), facet_(facet), years_(years_of(facet)),
          chosen_(chosen_years(view.parameters, facet.field)) {}

    void write() {
        if (chosen_)
            write_ends();
        if (years_.empty())
            return;
        write_drawing();
        write_table();
    }

private:
    std::string address_of(int year) const {
        return search_address(
            view_.parameters.without(facet_.field).with(facet_.field, std::to_string(year)));
    }

    bool is_chosen(int year) const {
        if (!chosen_)
            return true;
        const auto from = number_of(chosen_->from);
        const auto to = number_of(chosen_->to);
        return (!from || *from <= year) && (!to || year <= *to);
    }

    void write_end(std::string_view label, std::string_view end, std::string_view value) {
        const auto whole = html_.in("label");
        html_.text(label);
        html_.empty("input",
                    {{"type", "number"},
                     {"form", "praxis-search"},
                     {"name", fmt::format("{}.{}", facet_.field, end)},
                     {"value", value.empty() ? absent : value},
                     {"min", "0"},
                     {"max", "9999"}});
    }

    void write_ends() {
        const auto line = html_.in("div", {{"class", "year-ends"}});
        write_end("From ", "from", chosen_->from);
        write_end("to ", "to", chosen_->to);
    }

    void write_column(int year, int place, std::uint64_t count, std::uint64_t highest) {
        const auto height = static_cast<int>(
            (count * static_cast<std::uint64_t>(drawing_height) + highest - 1) / highest);
        const auto link =
            html_.in("a", {{"href", address_of(year)}, {"tabindex", "-1"}, {"rel", "nofollow"}});
        html_.element("title", {}, fmt::format("{}: {}", year, shown_number(count)));
        const std::string x = std::to_string(place * column_width + column_gap / 2);
        const std::string width = std::to_string(column_width - column_gap);
        html_.element("rect",
                      {{"class", "reach"},
                       {"x", x},
                       {"y", "0"},
                       {"width", width},
                       {"height", std::to_string(drawing_height)}},
                      "");
        html_.element("rect",
                      {{"class", is_chosen(year) ? "column" : "column off"},
                       {"x", x},
                       {"y", std::to_string(drawing_height - height)},
                       {"width", width},
                       {"height", std::to_string(height)}},
                      "");
    }

    void write_drawing() {
        const int last = years_.rbegin()->first;
        const int earliest = std::max(years_.begin()->first, last - drawn_years + 1);
        const int columns = std::max(last - earliest + 1, least_columns);
        const int first = earliest - (columns - (last - earliest + 1)) / 2;
        std::uint64_t highest = 1;
        for (auto year = years_.lower_bound(first); year != years_.end(); ++year)
            highest = std::max(highest, year->second);
        {
            const auto drawing = html_.in(
                "svg",
                {{"class", "years"},
                 {"aria-hidden", "true"},
                 {"viewBox", fmt::format("0 0 {} {}", columns * column_width, drawing_height)},
                 {"preserveAspectRatio", "none"}});
            for (auto year = years_.lower_bound(first); year != years_.end(); ++year)
                if (year->second > 0)
                    write_column(year->first, year->first - first, year->second, highest);
        }
        const auto axis = html_.in("p", {{"class", "axis"}, {"aria-hidden", "true"}});
        html_.element("span", {}, std::to_string(first));
        html_.element("span", {}, std::to_string(first + columns - 1));
    }

    void write_row(int year, std::uint64_t count) {
        const auto row = html_.in("tr");
        {
            const auto head = html_.in("th", {{"scope", "row"}});
            html_.element(
                "a", {{"href", address_of(year)}, {"rel", "nofollow"}}, std::to_string(year));
        }
        html_.element("td", {{"class", "count"}}, shown_number(count));
    }

    void write_table() {
        const auto details = html_.in("details");
        html_.element("summary", {}, facet_.label + " by " + to_lower_ascii(facet_.label));
        const auto table = html_.in("table", {{"class", "year-table"}});
        html_.element(
            "caption", {{"class", "unseen"}}, "Results by " + to_lower_ascii(facet_.label));
        {
            const auto head = html_.in("thead");
            const auto row = html_.in("tr");
            html_.element("th", {{"scope", "col"}}, facet_.label);
            html_.element("th", {{"scope", "col"}, {"class", "count"}}, "Results");
        }
        const auto body = html_.in("tbody");
        for (auto year = years_.rbegin(); year != years_.rend(); ++year)
            write_row(year->first, year->second);
    }

    HtmlWriter& html_;
    const SearchView& view_;
    const search::FacetCounts& facet_;
    const Years years_;
    const std::optional<YearEnds> chosen_;
};

} // namespace

void write_year_facet(HtmlWriter& html, const SearchView& view, const search::FacetCounts& facet) {
    YearFacet(html, view, facet).write();
}

} // namespace praxis::http
