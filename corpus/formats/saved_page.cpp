// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#include "corpus/formats/saved_page.h"

#include "base/utf8.h"
#include "corpus/byline.h"
#include "corpus/furniture_lines.h"
#include "corpus/phrases.h"

#include <algorithm>
#include <utility>

namespace praxis::corpus {

namespace {

constexpr std::size_t top = 6; // paragraphs in which a page's own marks are looked for

// "Blogs / Our blog / The title", right above the title, or "Home > Blogs > ...".
bool is_breadcrumb(std::string_view paragraph, std::string_view next) {
    const auto steps = split_at(paragraph, {" / ", " > ", " \u00BB ", " | ", " \u203A "});
    if (steps.size() < 3 || paragraph.find('\n') != std::string_view::npos)
        return false;
    return to_lower_ascii(steps.back()) == to_lower_ascii(next) || steps.front() == "Home" ||
           paragraph.starts_with("You are here");
}

bool begins_tweets(std::string_view paragraph) {
    return is_listed(to_lower_ascii(paragraph), "latest tweets|recent tweets|tweets|twitter feed");
}

// Moves the lines that a website puts around a text out of a paragraph.
void take_furniture(Paragraph& paragraph, std::vector<Paragraph>& left_out) {
    std::string kept;
    for (const std::string_view line : split_at(paragraph.text, {"\n"})) {
        if (is_furniture_line(line)) {
            left_out.push_back({std::string(line), paragraph.line});
            continue;
        }
        kept += (kept.empty() ? "" : "\n") + std::string(line);
    }
    paragraph.text = std::move(kept);
}

// The byline among the first paragraphs, taken out of them.
void take_byline(SavedPage& page) {
    for (std::size_t i = 0; i < std::min(top, page.paragraphs.size()); ++i) {
        const Paragraph& paragraph = page.paragraphs[i];
        auto byline = parse_byline(paragraph.text);
        if (!byline)
            continue;
        page.authors = std::move(byline->names);
        page.date = std::move(byline->date);
        page.left_out.push_back(paragraph);
        page.paragraphs.erase(page.paragraphs.begin() + static_cast<std::ptrdiff_t>(i));
        return;
    }
}

void find_closing_writer(SavedPage& page) {
    std::vector<std::string_view> lines;
    const std::size_t first = page.paragraphs.size() - std::min(page.paragraphs.size(), top);
    for (std::size_t i = first; i < page.paragraphs.size(); ++i)
        for (const std::string_view line : split_at(page.paragraphs[i].text, {"\n"}))
            lines.push_back(line);
    if (auto writer = closing_writer(lines))
        page.authors.push_back(std::move(*writer));
}

// Headings of the website's own parts with nothing below them.
void drop_empty_parts(SavedPage& page) {
    auto& all = page.paragraphs;
    while (!all.empty() && is_furniture_heading(all.back().text)) {
        page.left_out.push_back(std::move(all.back()));
        all.pop_back();
    }
}

} // namespace

SavedPage clean_saved_page(std::vector<Paragraph> paragraphs) {
    SavedPage page;
    bool in_tweets = false;
    for (std::size_t i = 0; i < paragraphs.size(); ++i) {
        Paragraph& paragraph = paragraphs[i];
        const bool breadcrumb = i < top && i + 1 < paragraphs.size() &&
                                is_breadcrumb(paragraph.text, paragraphs[i + 1].text);
        in_tweets = in_tweets || (i * 3 >= paragraphs.size() && begins_tweets(paragraph.text));
        if (breadcrumb || in_tweets) {
            page.left_out.push_back(std::move(paragraph));
            continue;
        }
        take_furniture(paragraph, page.left_out);
        if (!paragraph.text.empty())
            page.paragraphs.push_back(std::move(paragraph));
    }
    take_byline(page);
    if (page.authors.empty())
        find_closing_writer(page);
    drop_empty_parts(page);
    return page;
}

} // namespace praxis::corpus
