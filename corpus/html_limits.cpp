// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#include "corpus/html_limits.h"

#include <fmt/format.h>

#include <cstddef>

// The attributes are counted from every "<" that a letter follows, also from those inside
// comments, scripts and quoted values: what this scanner takes for a quoted value may be markup
// to the parser, and the other way round. Counting from every start again could take quadratic
// time, so all the scans together have a budget; a page that exceeds it was built to do so.

namespace praxis::corpus {

namespace {

constexpr std::size_t max_bytes = std::size_t{16} * 1024 * 1024;
constexpr std::size_t max_tags = 1'000'000;
constexpr std::size_t max_attributes = 1'000;
constexpr std::size_t steps_per_byte = 24;

bool is_letter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

bool is_blank(char c) {
    return c == ' ' || (c >= '\t' && c <= '\r');
}

// One tag from its "<" on: how many attributes it has, and how far it was followed.
struct TagScan {
    std::string_view html;
    std::size_t at = 0;
    std::size_t attributes = 0;

    bool ended() const { return at >= html.size() || html[at] == '>'; }

    void skip_blanks() {
        while (at < html.size() && (is_blank(html[at]) || html[at] == '/'))
            ++at;
    }

    void skip_name() {
        while (!ended() && !is_blank(html[at]) && html[at] != '=')
            ++at;
    }

    void skip_value() {
        const char quote = at < html.size() ? html[at] : '\0';
        if (quote != '"' && quote != '\'')
            return skip_name();
        const std::size_t close = html.find(quote, at + 1);
        at = close == std::string_view::npos ? html.size() : close + 1;
    }

    void skip_attribute() {
        ++attributes;
        const std::size_t before = at;
        skip_name();
        while (at < html.size() && is_blank(html[at]))
            ++at;
        if (at < html.size() && html[at] == '=') {
            ++at;
            while (at < html.size() && is_blank(html[at]))
                ++at;
            skip_value();
        }
        if (at == before)
            ++at;
    }

    void run() {
        skip_name();
        for (skip_blanks(); !ended() && attributes <= max_attributes; skip_blanks())
            skip_attribute();
    }
};

} // namespace

std::optional<std::string> html_excess(std::string_view html) {
    if (html.size() > max_bytes)
        return "the page is larger than 16 MB";
    std::size_t tags = 0;
    std::size_t steps = 0;
    for (std::size_t at = html.find('<'); at != std::string_view::npos;
         at = html.find('<', at + 1)) {
        if (++tags > max_tags)
            return fmt::format("the page has more than {} tags", max_tags);
        if (at + 1 >= html.size() || !is_letter(html[at + 1]))
            continue;
        TagScan scan{html, at + 1};
        scan.run();
        if (scan.attributes > max_attributes)
            return fmt::format("a tag has more than {} attributes", max_attributes);
        steps += scan.at - at;
        if (steps > (html.size() + 4096) * steps_per_byte)
            return "its tags have no end: unclosed quotes swallow the page again and again";
    }
    return std::nullopt;
}

} // namespace praxis::corpus
