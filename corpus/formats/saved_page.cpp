// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#include "corpus/formats/saved_page.h"

#include "base/utf8.h"

#include <algorithm>
#include <iterator>
#include <optional>

namespace praxis::corpus {

namespace {

constexpr std::size_t top = 6;             // paragraphs in which a page's own marks are looked for
constexpr std::size_t longest_byline = 90; // code points

std::string plain(std::string_view text) {
    std::string lower = to_lower_ascii(trim(text));
    while (!lower.empty() && (lower.back() == '.' || lower.back() == ':'))
        lower.pop_back();
    if (lower.ends_with("\u2026"))
        lower.resize(lower.size() - 3);
    return lower;
}

bool is_one_of(std::string_view text, std::initializer_list<std::string_view> words) {
    return std::find(words.begin(), words.end(), text) != words.end();
}

// Lines that no author wrote, wherever they stand.
bool is_foreign(std::string_view paragraph) {
    const std::string words = plain(paragraph);
    return is_one_of(words,
                     {"one moment",
                      "one moment please",
                      "just a moment",
                      "please wait",
                      "loading",
                      "redirecting",
                      "checking your browser before accessing",
                      "skip to main content",
                      "skip to content",
                      "skip navigation",
                      "posted by",
                      "by",
                      "written by"}) ||
           (words.ends_with("tracking pixel") && words.size() < 60) ||
           words.find("[go: up one dir, main page]") != std::string::npos;
}

// "Blogs / Our blog / The title", right above the title.
bool is_breadcrumb(std::string_view paragraph, std::string_view next) {
    std::size_t last = 0;
    std::size_t separators = 0;
    for (const std::string_view mark : {" / ", " > ", " \u00BB ", " | ", " \u203A "})
        for (std::size_t at = paragraph.find(mark); at != std::string_view::npos;
             at = paragraph.find(mark, at + 1)) {
            ++separators;
            last = std::max(last, at + mark.size());
        }
    if (separators < 2)
        return false;
    return plain(paragraph.substr(last)) == plain(next) || paragraph.starts_with("Home ") ||
           paragraph.starts_with("You are here");
}

// Where the page's own tail begins: tweets, a feedback form.
bool begins_tail(std::string_view paragraph) {
    const std::string first_line = plain(paragraph.substr(0, paragraph.find('\n')));
    return is_one_of(first_line, {"latest tweets", "recent tweets", "share this page"}) ||
           (first_line == "feedback" && paragraph.find('\n') != std::string_view::npos);
}

std::vector<std::string_view> words_of(std::string_view text) {
    std::vector<std::string_view> words;
    while (!text.empty()) {
        const std::size_t end = std::min(text.find_first_of(" \n"), text.size());
        if (end > 0)
            words.push_back(text.substr(0, end));
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    return words;
}

bool is_name_word(std::string_view word) {
    return !word.empty() &&
           ((word.front() >= 'A' && word.front() <= 'Z') || (word.front() & 0x80) != 0) &&
           word.find_first_of("0123456789/|@") == std::string_view::npos;
}

// Two to four words that could be a person's name.
bool is_name(std::string_view text) {
    const auto words = words_of(text);
    return words.size() >= 2 && words.size() <= 4 &&
           std::all_of(words.begin(), words.end(), is_name_word);
}

std::string_view without_mark(std::string_view text) {
    text = trim(text);
    while (!text.empty() && (text.front() == '/' || text.front() == '|' || text.front() == ','))
        text = trim(text.substr(1));
    return text;
}

bool has_year(std::string_view text) {
    std::size_t digits = 0;
    for (const char c : text) {
        digits = c >= '0' && c <= '9' ? digits + 1 : 0;
        if (digits == 4)
            return true;
    }
    return false;
}

// "by / February 2, 2017", "By Ada Hill | May 2, 2016", "Posted by Ada Hill".
bool read_byline(std::string_view paragraph, SavedPage& page) {
    if (count_code_points(paragraph) > longest_byline ||
        paragraph.find('\n') != std::string_view::npos)
        return false;
    const std::string lower = to_lower_ascii(paragraph);
    const std::size_t prefix = lower.starts_with("by ")          ? 3
                               : lower.starts_with("posted by ") ? 10
                                                                 : 0;
    if (prefix == 0)
        return false;
    const std::string_view rest = trim(paragraph.substr(prefix));
    const std::size_t mark = std::min(rest.find_first_of("/|"), rest.size());
    const std::string_view name = trim(rest.substr(0, mark));
    const std::string_view date = without_mark(rest.substr(mark));
    if ((!name.empty() && !is_name(name)) || (!date.empty() && !has_year(date)))
        return false;
    page.author = name;
    page.date = date;
    return true;
}

// "Ada Hill Staff Writer" above "Ada Hill is a staff writer for ...": the byline at the end.
std::string byline_at_end(const std::vector<Paragraph>& paragraphs) {
    const std::size_t first = paragraphs.size() - std::min(paragraphs.size(), top);
    for (std::size_t i = first; i + 1 < paragraphs.size(); ++i) {
        const std::string& line = paragraphs[i].text;
        const std::size_t is = paragraphs[i + 1].text.find(" is a");
        if (is == std::string::npos || line.size() > longest_byline)
            continue;
        const std::string name = paragraphs[i + 1].text.substr(0, is);
        if (is_name(name) && line.starts_with(name))
            return name;
    }
    return {};
}

bool is_left_out(const std::vector<Paragraph>& all, std::size_t at, bool in_tail) {
    const std::string& text = all[at].text;
    return in_tail || is_foreign(text) ||
           (at < top && at + 1 < all.size() && is_breadcrumb(text, all[at + 1].text));
}

} // namespace

SavedPage clean_saved_page(std::vector<Paragraph> paragraphs) {
    SavedPage page;
    bool in_tail = false;
    for (std::size_t i = 0; i < paragraphs.size(); ++i) {
        in_tail = in_tail || (i * 2 >= paragraphs.size() && begins_tail(paragraphs[i].text));
        if (is_left_out(paragraphs, i, in_tail))
            page.left_out.push_back(paragraphs[i]);
        else if (page.paragraphs.size() < top && page.author.empty() && page.date.empty() &&
                 read_byline(paragraphs[i].text, page))
            page.left_out.push_back(paragraphs[i]);
        else
            page.paragraphs.push_back(std::move(paragraphs[i]));
    }
    if (page.author.empty())
        page.author = byline_at_end(page.paragraphs);
    return page;
}

} // namespace praxis::corpus
