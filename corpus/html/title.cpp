// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#include "corpus/html/title.h"

#include "base/utf8.h"
#include "corpus/phrases.h"

#include <algorithm>
#include <array>

namespace praxis::corpus {

namespace {

constexpr auto separators = std::to_array<std::string_view>({" | ",
                                                             " - ",
                                                             " \u2013 ",
                                                             " \u2014 ",
                                                             " :: ",
                                                             " \u00BB ",
                                                             " \u00AB ",
                                                             " \u00B7 ",
                                                             " \u2022 ",
                                                             " / ",
                                                             " > ",
                                                             " < ",
                                                             ": "});

constexpr std::string_view site_words = "home|menu|news|blog|search|navigation|main menu|welcome";

constexpr std::size_t longest_title = 1000; // bytes

bool is_apostrophe(char32_t c) {
    return c == '\'' || c == 0x2018 || c == 0x2019;
}

bool is_word_sign(char32_t c) {
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') ||
           (c >= 0xC0 && !(c >= 0x2000 && c < 0x2070));
}

// The letters and digits, lower case, one blank between words.
std::string bare(std::string_view title) {
    const std::string lower = to_lower_ascii(title);
    std::string text;
    for (std::size_t at = 0; at < lower.size();) {
        const char32_t c = next_code_point(lower, at);
        if (is_word_sign(c))
            append_utf8(text, c);
        else if (!is_apostrophe(c) && !text.empty() && text.back() != ' ')
            text += ' ';
    }
    return std::string(trim(text));
}

bool is_site_word(std::string_view title) {
    return is_listed(bare(title), site_words);
}

// The parts of "Title | Section | Site"; a text too long to be a title is one part.
std::vector<std::string> parts_of(std::string_view title) {
    if (title.size() > longest_title)
        return {std::string(title.substr(0, longest_title))};
    std::vector<std::string> parts;
    while (!title.empty()) {
        std::size_t end = title.size();
        std::size_t width = 0;
        for (const std::string_view separator : separators)
            if (const std::size_t at = title.find(separator); at < end) {
                end = at;
                width = separator.size();
            }
        if (const std::string_view part = trim(title.substr(0, end)); !part.empty())
            parts.emplace_back(part);
        title.remove_prefix(end + width);
    }
    return parts;
}

// Whether `title` is `core` with something of the site's before or behind it.
bool is_with_site(std::string_view title, std::string_view core) {
    const std::string whole = bare(title);
    const std::string inner = bare(core);
    return inner.size() >= 2 && whole.size() > inner.size() &&
           (whole.starts_with(inner + " ") || whole.ends_with(" " + inner));
}

std::string without_site(const std::string& title, const std::string& site) {
    if (site.empty())
        return title;
    for (const std::string_view separator : separators) {
        const std::size_t last = title.rfind(separator);
        if (last != std::string::npos && is_same_title(title.substr(last + separator.size()), site))
            return std::string(trim(title.substr(0, last)));
        const std::size_t first = title.find(separator);
        if (first != std::string::npos && is_same_title(title.substr(0, first), site))
            return std::string(trim(title.substr(first + separator.size())));
    }
    return title;
}

bool is_file_name(std::string_view title) {
    constexpr std::string_view names =
        "untitled|untitled document|document|new page|index|page|default";
    const std::string lower = to_lower_ascii(trim(title));
    if (is_listed(lower, names))
        return true;
    const std::size_t blank = lower.find(' ');
    return lower.substr(0, blank).find_first_of("_-.") != std::string::npos &&
           (blank == std::string::npos || lower == title || title[0] == lower[0]);
}

// "Summary", "I. Context and background", "2. Methods": of a part, not of the whole.
bool is_section_heading(std::string_view heading) {
    constexpr std::string_view parts =
        "summary|executive summary|abstract|introduction|overview|background|contents|"
        "table of contents|foreword|preface|key takeaways|acknowledgements|"
        "acknowledgments|about the author|section 1";
    if (is_listed(bare(heading), parts))
        return true;
    const std::size_t number = heading.find_first_not_of("IVX0123456789");
    return number > 0 && number != std::string_view::npos && number <= 4 &&
           heading.substr(number).starts_with(". ");
}

// "case-study_slovakia" → "Case study slovakia"
std::string as_words(std::string_view file_name) {
    std::string words(trim(file_name));
    std::replace_if(
        words.begin(), words.end(), [](char c) { return c == '-' || c == '_'; }, ' ');
    words = collapse_whitespace(words);
    if (!words.empty() && words[0] >= 'a' && words[0] <= 'z')
        words[0] = static_cast<char>(words[0] - 'a' + 'A');
    return words;
}

// The heading that names the page: not the name of the site, which some set as h1 on every page.
std::string telling_heading(const TitleClues& clues) {
    const std::vector<std::string> parts = parts_of(clues.head);
    for (const std::string& heading : clues.headings) {
        const bool is_site = is_same_title(heading, clues.site) ||
                             (parts.size() > 1 && is_same_title(heading, parts.back()));
        if (!is_site && !is_site_word(heading) && !is_section_heading(heading) &&
            count_code_points(heading) <= 300)
            return heading;
    }
    return {};
}

} // namespace

bool is_same_title(std::string_view one, std::string_view other) {
    return std::max(one.size(), other.size()) <= longest_title ? bare(one) == bare(other)
                                                               : one == other;
}

bool is_trail_to(std::string_view line, std::string_view title) {
    const std::vector<std::string> parts = parts_of(line);
    return parts.size() > 1 && is_same_title(parts.back(), title);
}

std::string choose_title(const TitleClues& clues) {
    if (!clues.declared.empty() && !is_same_title(clues.declared, clues.site))
        return clues.declared;
    std::string heading = telling_heading(clues);
    std::string og = without_site(clues.og, clues.site);
    std::string head = without_site(clues.head, clues.site);
    if (!og.empty() && !is_same_title(og, clues.site) && !is_same_title(og, clues.head))
        return is_with_site(og, heading) ? heading : og;
    if (!heading.empty())
        return heading;
    if (!og.empty() && !is_same_title(og, clues.site))
        return og;
    if (!head.empty() && !is_file_name(head))
        return head;
    if (!clues.first_heading.empty() && !is_section_heading(clues.first_heading))
        return clues.first_heading;
    return head.empty() ? clues.first_heading : as_words(head);
}

} // namespace praxis::corpus
