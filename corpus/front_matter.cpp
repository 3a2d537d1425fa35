// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#include "corpus/front_matter.h"

#include "base/utf8.h"
#include "corpus/json_values.h"
#include "corpus/toml_front_matter.h"
#include "corpus/yaml_front_matter.h"

#include <fmt/format.h>

#include <algorithm>
#include <optional>

namespace praxis::corpus {

namespace {

struct Cut {
    std::string_view inner;
    std::string_view body;
    bool closed = true;
};

// The first line of `text` without trailing blanks; `text` moves behind it.
std::string_view take_line(std::string_view& text) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    const std::string_view line = text.substr(0, end);
    text.remove_prefix(std::min(end + 1, text.size()));
    return line;
}

// Three or more of one sign and nothing else.
bool is_fence(std::string_view line, char sign) {
    line = trim(line);
    return line.size() >= 3 && line.find_first_not_of(sign) == std::string_view::npos;
}

bool ends_yaml(std::string_view line) {
    return !line.starts_with(' ') && (is_fence(line, '-') || trim(line) == "...");
}

// Front matter that is never closed ends where lines no longer look like it.
bool belongs_to_yaml(std::string_view line) {
    return line.starts_with(' ') || line.starts_with('#') || line.starts_with("- ") ||
           begins_with_key(line);
}

std::string_view up_to(std::string_view text, std::string_view rest) {
    return text.substr(0, text.size() - rest.size());
}

Cut cut_unclosed(std::string_view text) {
    std::string_view rest = text;
    while (!rest.empty()) {
        std::string_view next = rest;
        if (!belongs_to_yaml(take_line(next)))
            break;
        rest = next;
    }
    return {up_to(text, rest), rest, false};
}

// Follows a quoted value over its lines.
class QuoteWatch {
public:
    // Whether the line lies inside quotes that an earlier line opened.
    bool is_inside(std::string_view line) {
        line = trim(line);
        if (quote_ != '\0') {
            if (line.ends_with(quote_))
                quote_ = '\0';
            return true;
        }
        const std::size_t colon = line.find(": ");
        const std::string_view value =
            colon == std::string_view::npos ? std::string_view() : trim(line.substr(colon + 2));
        const bool opens = value.starts_with('"') || value.starts_with('\'');
        if (opens && (value.size() == 1 || value.back() != value.front()))
            quote_ = value.front();
        return false;
    }

private:
    char quote_ = '\0';
};

// Whether prose stands in the front matter, behind a blank line and with no key below it: then
// the closing fence is missing and what looked like one is a rule in the body.
bool holds_prose(std::string_view inner) {
    QuoteWatch quotes;
    bool behind_blank = false;
    bool prose = false;
    while (!inner.empty()) {
        const std::string_view line = take_line(inner);
        const bool quoted = quotes.is_inside(line);
        if (begins_with_key(line) || line.starts_with(' ') || line.starts_with("- ") || quoted)
            prose = false;
        else if (behind_blank && !trim(line).empty() && line.front() != '#')
            prose = true;
        behind_blank = trim(line).empty();
    }
    return prose;
}

// `text` begins behind the opening fence.
template <typename EndsHere>
std::optional<Cut> cut_at(std::string_view text, EndsHere ends_here) {
    std::string_view rest = text;
    while (!rest.empty()) {
        const std::string_view inner = up_to(text, rest);
        if (ends_here(take_line(rest)))
            return Cut{inner, rest, true};
    }
    return std::nullopt;
}

// Whether the first line that says something is a key: a rule ("---") may open a body, too.
bool opens_with_key(std::string_view text) {
    while (!text.empty()) {
        const std::string_view line = trim(take_line(text));
        if (!line.empty() && line.front() != '#')
            return begins_with_key(line) || is_fence(line, '-');
    }
    return false;
}

int lines_in(std::string_view text) {
    return static_cast<int>(std::count(text.begin(), text.end(), '\n'));
}

void read_json(std::string_view text, FrontMatter& front) {
    const std::size_t length = json_object_length(text);
    auto values = read_json_values(text.substr(0, length), front.body_line);
    if (length == 0 || !values)
        return;
    front.values = std::move(*values);
    front.body_line += lines_in(text.substr(0, length));
    front.body = text.substr(length);
}

} // namespace

FrontMatter split_front_matter(std::string_view text) {
    FrontMatter front;
    front.body = text;
    std::string_view rest = text;
    std::string_view from = rest;
    std::string_view line = take_line(rest);
    while (trim(line).empty() && !rest.empty()) {
        from = rest;
        line = take_line(rest);
    }
    const int opening = 1 + lines_in(up_to(text, from));
    if (trim(line).starts_with('{') && opening == 1 && !trim(line).starts_with("{{") &&
        !trim(line).starts_with("{%")) {
        read_json(from, front);
        return front;
    }
    const bool is_yaml = is_fence(line, '-') && opens_with_key(rest);
    auto cut = is_yaml               ? cut_at(rest, ends_yaml)
               : is_fence(line, '+') ? cut_at(rest, [](auto l) { return is_fence(l, '+'); })
                                     : std::nullopt;
    if (is_yaml && (!cut || holds_prose(cut->inner)))
        cut = cut_unclosed(rest);
    if (!cut)
        return front;
    if (opening > 1)
        front.remarks.push_back({Severity::Warning,
                                 opening,
                                 "front matter should begin in the first line; it was read "
                                 "nevertheless"});
    if (!cut->closed)
        front.remarks.push_back(
            {Severity::Warning, opening, "front matter is not closed by a line \"---\""});
    if (is_yaml)
        read_yaml(cut->inner, opening + 1, front);
    else
        read_toml(cut->inner, opening + 1, front);
    front.body = cut->body;
    front.body_line = 1 + lines_in(up_to(text, cut->body));
    return front;
}

} // namespace praxis::corpus
