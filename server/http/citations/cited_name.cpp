// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#include "server/http/citations/cited_name.h"

#include "base/utf8.h"

#include <algorithm>
#include <array>
#include <span>
#include <utility>
#include <vector>

namespace praxis::http {

namespace {

using Words = std::vector<std::string_view>;

constexpr std::size_t most_words_of_a_person = 6;
constexpr char32_t end_of_western_scripts = 0x0590; // Latin, Greek, Cyrillic, Armenian lie below

bool is_one_of(std::string_view word, std::span<const std::string_view> list) {
    std::string lower = to_lower_ascii(word);
    std::erase(lower, '.');
    return std::ranges::find(list, lower) != list.end();
}

bool is_particle(std::string_view word) {
    static constexpr std::array<std::string_view, 22> list = {
        "van", "von", "der", "den", "de",  "del", "della", "di",  "da",  "das", "dos",
        "du",  "la",  "le",  "ter", "ten", "zu",  "zur",   "bin", "ibn", "al",  "el"};
    return word[0] >= 'a' && word[0] <= 'z' && is_one_of(word, list);
}

bool is_generation(std::string_view word) {
    static constexpr std::array<std::string_view, 6> list = {"jr", "sr", "ii", "iii", "iv", "esq"};
    return is_one_of(word, list);
}

bool is_degree(std::string_view word) {
    static constexpr std::array<std::string_view, 16> list = {"phd",
                                                              "md",
                                                              "mpa",
                                                              "mba",
                                                              "mpp",
                                                              "jd",
                                                              "edd",
                                                              "drph",
                                                              "dpa",
                                                              "ma",
                                                              "ms",
                                                              "msc",
                                                              "mph",
                                                              "aicp",
                                                              "cpa",
                                                              "pe"};
    return is_one_of(word, list);
}

bool is_title(std::string_view word) {
    static constexpr std::array<std::string_view, 7> list = {
        "dr", "mr", "mrs", "ms", "prof", "professor", "hon"};
    return is_one_of(word, list);
}

// Words that people's names do not have.
bool is_of_a_body(std::string_view word) {
    static constexpr std::array<std::string_view, 44> list = {
        "of",          "the",        "and",       "for",     "in",           "&",
        "team",        "department", "office",    "city",    "county",       "town",
        "village",     "borough",    "committee", "council", "center",       "centre",
        "institute",   "university", "agency",    "bureau",  "board",        "division",
        "commission",  "community",  "group",     "network", "association",  "alliance",
        "foundation",  "society",    "staff",     "editors", "contributors", "inc",
        "llc",         "ltd",        "program",   "service", "services",     "district",
        "partnership", "consortium"};
    return is_one_of(word, list);
}

bool may_stand_in_a_persons_name(std::string_view text) {
    for (std::size_t at = 0; at < text.size();) {
        const char32_t c = next_code_point(text, at);
        if (c >= end_of_western_scripts && c != U'’' && c != U'‐')
            return false;
        if (c < 0x80 &&
            std::string_view("0123456789@<>()[]{}/\\|\"&:;_*+=#$%!?").find(static_cast<char>(c)) !=
                std::string_view::npos)
            return false;
    }
    return true;
}

Words words_of(std::string_view text) {
    Words words;
    while (!text.empty()) {
        const std::size_t end = std::min(text.find(' '), text.size());
        if (end > 0)
            words.push_back(text.substr(0, end));
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    return words;
}

std::string join(std::span<const std::string_view> words) {
    std::string text;
    for (const std::string_view word : words)
        text += (text.empty() ? "" : " ") + std::string(word);
    return text;
}

// "Jane Q. van Roe Jr.": the family is the last word with the particles in front of it.
CitedName in_printed_order(Words words) {
    CitedName name;
    if (words.size() > 2 && is_generation(words.back())) {
        name.suffix = words.back();
        words.pop_back();
    }
    if (words.size() < 2)
        return {};
    std::size_t family = words.size() - 1;
    while (family > 1 && is_particle(words[family - 1]))
        --family;
    name.given = join(std::span(words).first(family));
    name.family = join(std::span(words).subspan(family));
    return name;
}

// Behind a comma stand degrees, a generation, or the given name.
CitedName with_comma(std::string_view front, std::string_view back) {
    Words behind = words_of(back);
    Words before = words_of(front);
    if (behind.empty() || before.empty())
        return {};
    if (std::ranges::all_of(behind, is_degree))
        return in_printed_order(std::move(before));
    if (behind.size() == 1 && is_generation(behind[0])) {
        before.push_back(behind[0]);
        return in_printed_order(std::move(before));
    }
    if (before.size() > 3 || behind.size() > 3)
        return {};
    std::string suffix;
    if (behind.size() > 1 && is_generation(behind.back())) {
        suffix = behind.back();
        behind.pop_back();
    }
    return {{}, join(before), join(behind), std::move(suffix)};
}

CitedName person(std::string_view printed) {
    const std::size_t comma = printed.find(',');
    if (comma != std::string_view::npos)
        return printed.find(',', comma + 1) == std::string_view::npos
                   ? with_comma(trim(printed.substr(0, comma)), trim(printed.substr(comma + 1)))
                   : CitedName{};
    Words words = words_of(printed);
    while (words.size() > 2 && is_title(words.front()))
        words.erase(words.begin());
    while (words.size() > 2 && is_degree(words.back()) && words.back() != "Ma")
        words.pop_back();
    return in_printed_order(std::move(words));
}

} // namespace

std::string CitedName::inverted() const {
    if (!is_person())
        return literal;
    return family + ", " + given + (suffix.empty() ? "" : ", " + suffix);
}

CitedName cited_name(std::string_view printed) {
    const Words words = words_of(printed);
    const bool may_be_a_person = words.size() >= 2 && words.size() <= most_words_of_a_person &&
                                 std::ranges::none_of(words, is_of_a_body) &&
                                 may_stand_in_a_persons_name(printed);
    CitedName name = may_be_a_person ? person(printed) : CitedName{};
    if (name.family.empty() || name.given.empty())
        return {std::string(printed), {}, {}, {}};
    return name;
}

} // namespace praxis::http
