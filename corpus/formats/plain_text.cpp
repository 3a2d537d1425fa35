// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#include "corpus/formats/plain_text.h"

#include "base/utf8.h"

#include <algorithm>

namespace praxis::corpus {

namespace {

constexpr std::size_t shortest_wrap = 40;
constexpr std::size_t longest_wrap = 120;

// Whether all lines but the last are about as long as the longest: text wrapped at a column.
bool is_wrapped(const std::vector<std::string>& lines) {
    std::size_t longest = 0;
    for (const std::string& line : lines)
        longest = std::max(longest, count_code_points(line));
    if (lines.size() < 3 || longest < shortest_wrap || longest > longest_wrap)
        return false;
    return std::all_of(lines.begin(), lines.end() - 1, [&](const std::string& line) {
        return count_code_points(line) * 10 >= longest * 7;
    });
}

bool starts_item(std::string_view line) {
    for (const std::string_view bullet :
         {"\u2022", "\u00B7", "\u2013 ", "\u25AA", "- ", "* ", "+ "})
        if (line.starts_with(bullet))
            return true;
    const std::size_t digits = line.find_first_not_of("0123456789");
    return digits > 0 && digits != std::string_view::npos &&
           (line.substr(digits).starts_with(". ") || line.substr(digits).starts_with(") "));
}

bool goes_on(std::string_view line, std::string_view next, bool wrapped) {
    if (starts_item(next))
        return false;
    const char first = next.front();
    return wrapped || (first >= 'a' && first <= 'z') || line.ends_with(',');
}

std::string joined(const std::vector<std::string>& lines) {
    const bool wrapped = is_wrapped(lines);
    std::string text = lines.front();
    for (std::size_t i = 1; i < lines.size(); ++i) {
        text.push_back(goes_on(lines[i - 1], lines[i], wrapped) ? ' ' : '\n');
        text += lines[i];
    }
    return text;
}

} // namespace

std::vector<Paragraph> paragraphs_of(std::string_view text) {
    std::vector<Paragraph> paragraphs;
    std::vector<std::string> lines;
    int number = 0;
    const auto finish = [&] {
        if (!lines.empty())
            paragraphs.push_back({joined(lines), number - static_cast<int>(lines.size())});
        lines.clear();
    };
    while (!text.empty()) {
        const std::size_t end = std::min(text.find('\n'), text.size());
        std::string line = collapse_whitespace(text.substr(0, end));
        text.remove_prefix(std::min(end + 1, text.size()));
        ++number;
        if (line.empty())
            finish();
        else
            lines.push_back(std::move(line));
    }
    ++number;
    finish();
    return paragraphs;
}

bool looks_like_heading(std::string_view paragraph) {
    constexpr std::size_t longest = 90;
    constexpr std::ptrdiff_t most_words = 14;
    if (paragraph.empty() || count_code_points(paragraph) > longest || starts_item(paragraph))
        return false;
    if (std::count(paragraph.begin(), paragraph.end(), ' ') >= most_words ||
        std::count(paragraph.begin(), paragraph.end(), '\n') > 1)
        return false;
    return std::string_view(".,;:!\"").find(paragraph.back()) == std::string_view::npos &&
           !paragraph.ends_with("\u201D") && !paragraph.ends_with("\u2026");
}

} // namespace praxis::corpus
