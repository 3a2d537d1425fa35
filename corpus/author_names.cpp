// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#include "corpus/author_names.h"

#include "base/utf8.h"

#include <algorithm>
#include <array>

namespace praxis::corpus {

namespace {

bool is_upper(char c) {
    return (c >= 'A' && c <= 'Z') || (c & 0x80) != 0;
}

std::vector<std::string_view> split(std::string_view text, std::string_view separator) {
    std::vector<std::string_view> parts;
    for (std::size_t end = text.find(separator); end != std::string_view::npos;
         end = text.find(separator)) {
        parts.push_back(trim(text.substr(0, end)));
        text.remove_prefix(end + separator.size());
    }
    parts.push_back(trim(text));
    return parts;
}

// Whether a word is part of a body's name rather than a person's.
bool names_a_body(std::string_view text) {
    constexpr std::array words = {
        "department", "office",    "agency",      "administration", "bureau",    "center",
        "centre",     "centers",   "council",     "commission",     "committee", "association",
        "alliance",   "institute", "university",  "college",        "service",   "services",
        "division",   "city",      "county",      "state",          "ministry",  "team",
        "group",      "society",   "foundation",  "company",        "inc",       "league",
        "board",      "authority", "partnership", "program",        "network",   "library"};
    const std::string lower = to_lower_ascii(text);
    return std::any_of(words.begin(), words.end(), [&](std::string_view word) {
        const std::size_t at = lower.find(word);
        const std::size_t end = at + word.size();
        return at != std::string::npos && (at == 0 || lower[at - 1] == ' ') &&
               (end == lower.size() || lower[end] == ' ' || lower[end] == ',');
    });
}

// Two to five words, the first and the last with a capital.
bool is_person(std::string_view name) {
    const auto words = split(name, " ");
    return words.size() >= 2 && words.size() <= 5 && !words.front().empty() &&
           !words.back().empty() && is_upper(words.front().front()) &&
           is_upper(words.back().front()) && !names_a_body(name);
}

bool is_suffix(std::string_view part) {
    constexpr std::array suffixes = {
        "jr", "jr.", "sr", "sr.", "ii", "iii", "phd", "ph.d.", "md", "m.d.", "mpa", "esq.", "jd"};
    const std::string lower = to_lower_ascii(part);
    return std::find(suffixes.begin(), suffixes.end(), lower) != suffixes.end();
}

// "Ada <ada@x.org>", "ada@x.org (Ada)" → "Ada"; "ada@x.org" → "".
std::string without_address(std::string_view name) {
    const std::size_t sign = name.find('@');
    if (sign == std::string_view::npos || name.find('.', sign) == std::string_view::npos)
        return std::string(name);
    const std::size_t begin = name.find_last_of(" <(", sign) + 1;
    if (begin == sign)
        return std::string(name);
    const std::size_t end = std::min(name.find_first_of(" >)", sign), name.size());
    std::string rest(name.substr(0, begin));
    rest += name.substr(end);
    std::replace_if(
        rest.begin(),
        rest.end(),
        [](char c) { return c == '<' || c == '>' || c == '(' || c == ')'; },
        ' ');
    return collapse_whitespace(rest);
}

// The parts between commas, if they are people; suffixes stay with the name in front of them.
std::vector<std::string> split_at_commas(std::string_view text) {
    std::vector<std::string> names;
    for (const std::string_view part : split(text, ",")) {
        if (is_suffix(part) && !names.empty())
            names.back() += ", " + std::string(part);
        else if (!part.empty())
            names.emplace_back(part);
    }
    const bool people = std::all_of(names.begin(), names.end(), [](const std::string& name) {
        return is_person(name.substr(0, name.find(',')));
    });
    return people ? names : std::vector{std::string(text)};
}

// The parts around "and" and "&", if people stand on both sides.
std::vector<std::string_view> split_at_and(std::string_view text) {
    for (const std::string_view word : {" and ", " & ", " with "}) {
        const std::size_t at = text.rfind(word);
        if (at == std::string_view::npos)
            continue;
        std::string_view before = trim(text.substr(0, at));
        if (before.ends_with(','))
            before = trim(before.substr(0, before.size() - 1));
        const std::string_view behind = trim(text.substr(at + word.size()));
        const auto last = split(before, ",").back();
        if (!is_person(behind.substr(0, behind.find(','))) ||
            !(is_person(last) || is_suffix(last)) || names_a_body(before))
            continue;
        auto names = split_at_and(before);
        names.push_back(behind);
        return names;
    }
    return {text};
}

bool is_slug(std::string_view word) {
    return word.find_first_of("-_") != std::string_view::npos &&
           std::all_of(word.begin(), word.end(), [](char c) {
               return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-' || c == '_';
           });
}

} // namespace

std::vector<std::string> names_of(std::string_view written) {
    std::vector<std::string> names;
    const std::string text = collapse_whitespace(written);
    for (std::string_view part : split(text, ";")) {
        const std::string lower = to_lower_ascii(part);
        if (lower.starts_with("by "))
            part = trim(part.substr(3));
        if (lower.starts_with("http://") || lower.starts_with("https://"))
            continue;
        for (const std::string_view side : split_at_and(part))
            for (const std::string& name : split_at_commas(side))
                if (std::string plain = without_address(name); !plain.empty())
                    names.push_back(std::move(plain));
    }
    return names;
}

std::string readable_words(std::string_view word) {
    std::string words(word);
    if (is_slug(word))
        std::replace_if(
            words.begin(), words.end(), [](char c) { return c == '-' || c == '_'; }, ' ');
    return words;
}

std::string readable_name(std::string_view word) {
    std::string name = readable_words(word);
    if (!is_slug(word))
        return name;
    bool begins = true;
    for (char& c : name) {
        if (begins && c >= 'a' && c <= 'z')
            c = static_cast<char>(c - 'a' + 'A');
        begins = c == ' ';
    }
    return name;
}

} // namespace praxis::corpus
