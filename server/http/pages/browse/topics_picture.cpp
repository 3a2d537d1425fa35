// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#include "server/http/pages/browse/topics_picture.h"

#include "base/utf8.h"
#include "server/http/pages/browse/treemap.h"
#include "server/http/pages/labels.h"
#include "server/http/percent.h"

#include <fmt/format.h>

#include <algorithm>
#include <string>

namespace praxis::http {

namespace {

using search::FacetValue;

constexpr std::size_t most_fields = 12;
constexpr std::size_t most_fields_without_parts = 40;
constexpr std::size_t tones = 12; // the style sheet has so many
constexpr std::size_t most_parts = 12;
constexpr double gap = 3;
constexpr double letter_width = 0.66; // of the font's size, rather too much than too little
constexpr double smaller_sizes[] = {1, 0.85, 0.7}; // tried in turn where there is little room
constexpr double line_height = 1.2;

struct Canvas {
    std::string_view name; // a class: "wide" or "narrow"
    double width;
    double height;
    double title_size; // of the letters
    double part_size;
};

constexpr Canvas canvases[] = {{"wide", 1120, 620, 18, 14}, {"narrow", 300, 760, 14, 12}};

std::vector<FacetValue> largest(std::vector<FacetValue> values, std::size_t number) {
    std::erase_if(values, [](const FacetValue& value) { return value.count == 0; });
    std::ranges::stable_sort(values, std::ranges::greater(), &FacetValue::count);
    values.resize(std::min(number, values.size()));
    return values;
}

std::vector<Rectangle> places_of(const std::vector<FacetValue>& values, const Rectangle& whole) {
    std::vector<double> weights;
    weights.reserve(values.size());
    for (const FacetValue& value : values)
        weights.push_back(static_cast<double>(value.count));
    return treemap(weights, whole);
}

Rectangle shrunk(const Rectangle& place, double by) {
    return {place.x + by,
            place.y + by,
            std::max(place.width - 2 * by, 0.0),
            std::max(place.height - 2 * by, 0.0)};
}

std::string number(double value) {
    return fmt::format("{:.1f}", value);
}

// The words in as many lines as a width needs; nothing if a word is too long for it.
std::vector<std::string> lines_of(std::string_view text, double width, double size) {
    const auto letters = static_cast<std::size_t>(std::max(width / (size * letter_width), 0.0));
    std::vector<std::string> lines;
    while (!text.empty()) {
        const std::size_t end = std::min(text.find(' '), text.size());
        const std::string word(text.substr(0, end));
        text.remove_prefix(std::min(end + 1, text.size()));
        if (count_code_points(word) > letters)
            return {};
        if (!lines.empty() && count_code_points(lines.back() + " " + word) <= letters)
            lines.back() += " " + word;
        else
            lines.push_back(word);
    }
    return lines;
}

class Picture {
public:
    Picture(HtmlWriter& html, std::string_view facet, const Canvas& canvas)
        : html_(html), facet_(facet), canvas_(canvas) {}

    void write(const std::vector<FacetValue>& values) {
        const auto svg =
            html_.in("svg",
                     {{"class", canvas_.name},
                      {"viewBox", fmt::format("0 0 {} {}", canvas_.width, canvas_.height)},
                      {"role", "group"},
                      {"aria-label", "Topics, as large as they are frequent"}});
        const auto places = places_of(values, {0, 0, canvas_.width, canvas_.height});
        for (std::size_t i = 0; i < values.size(); ++i)
            write_field(values[i], shrunk(places[i], gap), i);
    }

private:
    void write_field(const FacetValue& value, const Rectangle& place, std::size_t index) {
        const std::string tone = fmt::format("field tone-{}", index % tones);
        const auto group = html_.in("g", {{"class", tone}});
        const double head =
            write_part(value, place, canvas_.title_size, value.children.empty() ? "whole" : "head");
        const std::vector<FacetValue> parts = largest(value.children, most_parts);
        const Rectangle below{
            place.x + gap, place.y + head, place.width - 2 * gap, place.height - head - gap};
        if (parts.empty() || below.height < canvas_.part_size * 2 || below.width <= 0)
            return;
        const auto places = places_of(parts, below);
        for (std::size_t i = 0; i < parts.size(); ++i)
            write_part(parts[i], shrunk(places[i], gap / 2), canvas_.part_size, "part");
    }

    // Returns how much of the height its text takes.
    double write_part(const FacetValue& value,
                      const Rectangle& place,
                      double size,
                      std::string_view kind) {
        const std::string label =
            fmt::format("{}: {}", value.label, counted(value.count, "publication", "publications"));
        const auto link =
            html_.in("a",
                     {{"href", fmt::format("/?{}={}", facet_, percent_encode(value.value, "/"))},
                      {"class", kind}});
        html_.element("title", {}, label);
        html_.element("rect",
                      {{"x", number(place.x)},
                       {"y", number(place.y)},
                       {"width", number(place.width)},
                       {"height", number(place.height)},
                       {"rx", "4"}},
                      "");
        return write_label(value, place, size);
    }

    double write_label(const FacetValue& value, const Rectangle& place, double largest_size) {
        for (const double factor : smaller_sizes) {
            const double size = largest_size * factor;
            const auto lines =
                lines_of(value.label + " " + shown_number(value.count), place.width - size, size);
            const double height = (static_cast<double>(lines.size()) * line_height + 0.5) * size;
            if (lines.empty() || height > place.height)
                continue;
            write_lines(lines, place, size);
            return height + size * 0.25;
        }
        return gap;
    }

    void write_lines(const std::vector<std::string>& lines, const Rectangle& place, double size) {
        const auto text = html_.in("text", {{"font-size", number(size)}});
        for (std::size_t i = 0; i < lines.size(); ++i)
            html_.element(
                "tspan",
                {{"x", number(place.x + size * 0.5)},
                 {"y", number(place.y + size * (line_height * static_cast<double>(i) + 1.25))}},
                lines[i]);
    }

    HtmlWriter& html_;
    const std::string_view facet_;
    const Canvas& canvas_;
};

} // namespace

void write_topics_picture(HtmlWriter& html,
                          std::string_view facet,
                          const std::vector<FacetValue>& values) {
    const bool has_parts = std::ranges::any_of(
        values, [](const FacetValue& value) { return !value.children.empty(); });
    const std::vector<FacetValue> shown =
        largest(values, has_parts ? most_fields : most_fields_without_parts);
    if (shown.empty())
        return;
    const auto figure = html.in("div", {{"class", "picture"}});
    for (const Canvas& canvas : canvases)
        Picture(html, facet, canvas).write(shown);
}

} // namespace praxis::http
