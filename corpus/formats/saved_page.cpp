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

constexpr std::size_t top = 6;            // paragraphs in which a page's own marks are looked for
constexpr std::size_t longest_head = 240; // code points of a title with its byline

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

// What a line says of writer and date, into the page; false if it is neither.
bool read_byline(std::string_view line, SavedPage& page) {
    if (const auto byline = parse_byline(line)) {
        if (page.authors.empty())
            page.authors = byline->names;
        if (page.date.empty())
            page.date = byline->date;
        return true;
    }
    if (!page.date.empty() || !is_dateline(line))
        return false;
    page.date = line;
    return true;
}

// Moves the lines of writer and date out of the first paragraphs, as they stand under a title.
void take_bylines(SavedPage& page) {
    auto& all = page.paragraphs;
    for (std::size_t i = 0; i < std::min(top, all.size()); ++i) {
        if (count_code_points(all[i].text) > longest_head)
            continue;
        std::string kept;
        if (!read_byline(all[i].text, page))
            for (const std::string_view line : split_at(all[i].text, {"\n"}))
                if (!read_byline(line, page))
                    kept += (kept.empty() ? "" : "\n") + std::string(line);
        all[i].text = std::move(kept);
    }
    std::erase_if(all, [](const Paragraph& paragraph) { return paragraph.text.empty(); });
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
    take_bylines(page);
    if (page.authors.empty())
        find_closing_writer(page);
    drop_empty_parts(page);
    return page;
}

} // namespace praxis::corpus
