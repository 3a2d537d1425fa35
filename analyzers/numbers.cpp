// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#include "analyzers/numbers.h"

#include "analyzers/letters.h"

#include <algorithm>
#include <cstddef>
#include <optional>

namespace praxis::analyzers {

namespace {

template <typename Predicate>
std::size_t skip(std::string_view text, std::size_t at, Predicate&& belongs) {
    while (at < text.size() && belongs(text[at]))
        ++at;
    return at;
}

// Moves over groups of a separator and three digits; returns how many there were.
std::size_t skip_groups(std::string_view text, std::size_t& at, char separator) {
    std::size_t groups = 0;
    while (at < text.size() && text[at] == separator && skip(text, at + 1, is_digit) == at + 4) {
        at += 4;
        ++groups;
    }
    return groups;
}

// "1,000,000.5m" → "1000000.5m"; nothing if the marks do not group thousands. A single dot is a
// decimal point, so dots need two groups.
std::optional<std::string> without_thousands(std::string_view text) {
    const std::size_t first = skip(text, 0, is_letter);
    const std::size_t first_mark = skip(text, first, is_digit);
    if (first_mark == first || first_mark - first > 3 || first_mark == text.size())
        return std::nullopt;
    const char separator = text[first_mark];
    std::size_t at = first_mark;
    if (skip_groups(text, at, separator) < (separator == '.' ? 2U : 1U))
        return std::nullopt;
    if (separator != '.' && at < text.size() && text[at] == '.')
        at = skip(text, at + 1, is_digit);
    if (skip(text, at, is_letter) != text.size())
        return std::nullopt;
    std::string plain(text);
    std::erase(plain, separator);
    return plain;
}

void append_split(const Atom& whole, std::string_view marks, Link inner, std::vector<Atom>& atoms) {
    Link link = whole.link;
    for (std::size_t from = 0; from < whole.text.size();) {
        const std::size_t to = std::min(whole.text.find_first_of(marks, from), whole.text.size());
        if (to > from) {
            atoms.push_back(slice(whole, from, to, link));
            link = inner;
        }
        from = to + 1;
    }
}

// Two points or more are a version, an address or a date; one is a decimal point.
void append_points(const Atom& number, std::vector<Atom>& atoms) {
    if (std::count(number.text.begin(), number.text.end(), '.') > 1)
        append_split(number, ".", Link::Point, atoms);
    else
        atoms.push_back(number);
}

} // namespace

bool has_marks_between_digits(std::string_view text) {
    for (std::size_t at = 1; at + 1 < text.size(); ++at)
        if (!is_letter_or_digit(text[at]) && is_digit(text[at - 1]) && is_digit(text[at + 1]))
            return true;
    return false;
}

void append_number(const Atom& number, std::vector<Atom>& atoms) {
    if (const auto plain = without_thousands(number.text)) {
        atoms.push_back(number);
        atoms.back().text = *plain;
        return;
    }
    std::vector<Atom> listed;
    append_split(number, ",'", Link::None, listed);
    for (const Atom& one : listed)
        append_points(one, atoms);
}

} // namespace praxis::analyzers
