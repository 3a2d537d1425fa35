// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#include "corpus/author_names.h"

#include "base/utf8.h"
#include "corpus/person_names.h"
#include "corpus/phrases.h"

#include <algorithm>
#include <array>

namespace praxis::corpus {

namespace {

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

bool is_person(std::string_view name) {
    return is_person_name(name) && !names_a_body(name);
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
// "Hill, Ada" is one of them, turned round.
std::vector<std::string> split_at_commas(std::string_view text) {
    std::vector<std::string> names;
    for (const std::string_view part : split_at(text, {","})) {
        if (follows_a_name(part) && !names.empty())
            names.back() += ", " + std::string(part);
        else if (!part.empty())
            names.emplace_back(part);
    }
    const bool people = std::all_of(names.begin(), names.end(), [](const std::string& name) {
        return is_person(name.substr(0, name.find(',')));
    });
    if (people)
        return names;
    const bool is_turned = names.size() == 2 && names.front().find(' ') == std::string::npos &&
                           is_person(names.back() + " " + names.front());
    return {is_turned ? names.back() + " " + names.front() : std::string(text)};
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
        const auto pieces = split_at(before, {","});
        const std::string_view last = pieces.empty() ? std::string_view() : pieces.back();
        if (!is_person(behind.substr(0, behind.find(','))) ||
            !(is_person(last) || follows_a_name(last)) || names_a_body(before))
            continue;
        auto names = split_at_and(before);
        names.push_back(behind);
        return names;
    }
    return {text};
}

// Small letters, digits and hyphens or underscores, a letter among them.
bool is_slug(std::string_view word) {
    constexpr std::string_view letters = "abcdefghijklmnopqrstuvwxyz";
    constexpr std::string_view signs = "abcdefghijklmnopqrstuvwxyz0123456789-_";
    return word.find_first_of("-_") != std::string_view::npos &&
           word.find_first_of(letters) != std::string_view::npos &&
           word.find_first_not_of(signs) == std::string_view::npos;
}

// "e-mail", "x-ray", "covid-19": two parts that are one word.
bool is_hyphenated_word(std::string_view slug) {
    const auto parts = split_at(slug, {"-", "_"});
    return parts.size() == 2 && (parts[0].size() == 1 ||
                                 (parts[1].size() <= 2 &&
                                  parts[1].find_first_not_of("0123456789") == std::string::npos));
}

} // namespace

std::vector<std::string> names_of(std::string_view written) {
    std::vector<std::string> names;
    constexpr std::size_t longest = 4000; // no byline, whatever it is
    const std::string text = collapse_whitespace(written);
    if (text.size() > longest)
        return {text};
    for (std::string_view part : split_at(text, {";"})) {
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
    if (is_slug(word) && !is_hyphenated_word(word))
        std::replace_if(
            words.begin(), words.end(), [](char c) { return c == '-' || c == '_'; }, ' ');
    return words;
}

std::string readable_name(std::string_view word) {
    std::string name(word);
    if (!is_slug(word))
        return name;
    bool begins = true;
    for (char& c : name) {
        if (c == '-' || c == '_')
            c = ' ';
        else if (begins && c >= 'a' && c <= 'z')
            c = static_cast<char>(c - 'a' + 'A');
        begins = c == ' ';
    }
    return name;
}

} // namespace praxis::corpus
