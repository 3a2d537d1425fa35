// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#include "corpus/byline.h"

#include "base/utf8.h"
#include "corpus/person_names.h"
#include "corpus/phrases.h"

#include <algorithm>

namespace praxis::corpus {

namespace {

constexpr std::string_view months =
    "jan|january|feb|february|mar|march|apr|april|may|jun|june|jul|july|aug|august|sep|sept|"
    "september|oct|october|nov|november|dec|december";

constexpr std::string_view date_words =
    "mon|monday|tue|tues|tuesday|wed|wednesday|thu|thur|thurs|thursday|fri|friday|sat|saturday|"
    "sun|sunday|am|pm|a.m|p.m|at|of|the|est|edt|cst|cdt|mst|mdt|pst|pdt|utc|gmt";

bool is_digit(char c) {
    return c >= '0' && c <= '9';
}

std::string_view without_stops(std::string_view word) {
    while (!word.empty() && (word.back() == ',' || word.back() == '.'))
        word.remove_suffix(1);
    return word;
}

bool is_month(std::string_view word) {
    return is_listed(without_stops(word), months);
}

// "May", "sept.", "Thursday,", "3rd", "2016", "4:30", "p.m."
bool is_date_word(std::string_view word) {
    word = without_stops(word);
    if (word.empty() || is_month(word) || is_listed(word, date_words))
        return true;
    if (!is_digit(word.front()))
        return false;
    const std::size_t end = word.find_first_not_of("0123456789/.-:");
    return end == std::string_view::npos || is_listed(word.substr(end), "st|nd|rd|th|am|pm");
}

bool is_numeric_date(std::string_view word) {
    return word.size() >= 8 && word.find_first_of("/.-") != std::string_view::npos;
}

bool is_date(std::string_view text) {
    const std::string lower = to_lower_ascii(text);
    const std::vector<std::string_view> words = words_of(lower);
    return text.size() <= 48 && std::count_if(text.begin(), text.end(), is_digit) >= 2 &&
           std::all_of(words.begin(), words.end(), is_date_word) &&
           (std::any_of(words.begin(), words.end(), is_month) ||
            std::any_of(words.begin(), words.end(), is_numeric_date));
}

// "May 3, 2016", "Ana Ruiz and Tom Okafor", "May 3, 2016 by Ana Ruiz"
void read_part(Byline& byline, std::string_view part) {
    while (cut_front(part, "by|on|posted|published")) {
    }
    if (is_date(part)) {
        byline.date = part;
        return;
    }
    const std::size_t by = to_lower_ascii(part).find(" by ");
    if (by != std::string::npos && is_date(trim(part.substr(0, by)))) {
        byline.date = trim(part.substr(0, by));
        part = trim(part.substr(by + 4));
    }
    for (std::string& name : names_in(part))
        byline.names.push_back(std::move(name));
}

// A full stop behind "Jr." or "Ph.D." ends no sentence.
bool ends_sentence(std::string_view line) {
    return line.ends_with('.') && !follows_a_name(line.substr(line.find_last_of(" ,") + 1));
}

// "Ana Ruiz Staff Writer", "Ana Ruiz, Staff Writer" → "Ana Ruiz".
std::optional<std::string> name_before_role(std::string_view line) {
    const std::string lower = to_lower_ascii(line);
    for (const std::string_view role : writer_roles()) {
        if (line.size() > 80 || lower.size() < role.size() + 3 || !lower.ends_with(role))
            continue;
        const std::string_view before = line.substr(0, line.size() - role.size());
        if (std::string_view(" ,|-:").find(before.back()) == std::string_view::npos)
            continue;
        const std::size_t end = before.find_last_not_of(" ,|-:");
        if (end != std::string_view::npos && is_person_name(before.substr(0, end + 1)))
            return std::string(trim(before.substr(0, end + 1)));
    }
    return std::nullopt;
}

bool is_about_writing(std::string_view text) {
    const std::string lower = to_lower_ascii(text);
    const auto words = split_list("writer|reporter|editor|author|journalist|columnist|blogger|"
                                  "contributor|correspondent|freelance");
    return std::any_of(words.begin(), words.end(), [&](std::string_view word) {
        return lower.find(word) != std::string::npos;
    });
}

// "Ana Ruiz is a staff writer for …", "Ana Ruiz writes about …" → "Ana Ruiz".
std::optional<std::string> name_in_biography(std::string_view line) {
    for (const std::string_view verb : {" writes about ",
                                        " writes for ",
                                        " writes on ",
                                        " covers ",
                                        " reports on ",
                                        " reports for "}) {
        const std::size_t at = line.find(verb);
        if (at <= 48 && is_person_name(line.substr(0, at)))
            return std::string(trim(line.substr(0, at)));
    }
    for (const std::string_view verb : {" is a ", " is an ", " is the "}) {
        const std::size_t at = line.find(verb);
        if (at <= 48 && is_person_name(line.substr(0, at)) &&
            is_about_writing(line.substr(at + verb.size(), 60)))
            return std::string(trim(line.substr(0, at)));
    }
    return std::nullopt;
}

} // namespace

std::optional<Byline> parse_byline(std::string_view line) {
    line = trim(line);
    if (line.size() > 240 || ends_sentence(line) ||
        !cut_front(line,
                   "posted by|written by|reported by|published by|story by|authors|author|"
                   "posted on|published on|posted|by"))
        return std::nullopt;
    Byline byline;
    for (const std::string_view part :
         split_at(line, {"|", "/", "\u2022", "\u00B7", "\u2013", "\u2014", " - ", " on ", "\n"}))
        read_part(byline, part);
    if (byline.names.empty() && byline.date.empty())
        return std::nullopt;
    return byline;
}

std::optional<std::string> closing_writer(std::span<const std::string_view> lines) {
    for (std::size_t i = lines.size(); i-- > 0;) {
        const std::string_view line = trim(lines[i]);
        if (auto name = name_before_role(line))
            return name;
        if (i > 0 && is_writer_role(line) && is_person_name(lines[i - 1]))
            return std::string(trim(lines[i - 1]));
        if (auto name = name_in_biography(line))
            return name;
    }
    return std::nullopt;
}

bool is_dateline(std::string_view line) {
    line = trim(line);
    cut_front(line,
              "posted on|posted|published on|published|last updated on|last updated|updated on|"
              "updated|date");
    return is_date(line);
}

} // namespace praxis::corpus
