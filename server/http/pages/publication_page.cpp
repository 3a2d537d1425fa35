// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#include "server/http/pages/publication_page.h"

#include "base/utf8.h"
#include "server/http/addresses.h"
#include "server/http/pages/hit_view.h"
#include "server/http/pages/labels.h"
#include "server/http/pages/layout.h"
#include "server/http/pages/publication_facts.h"

#include <algorithm>

namespace praxis::http {

namespace {

using schemas::Passage;
using schemas::Publication;

constexpr std::size_t headings_for_contents = 4;

void write_paragraphs(HtmlWriter& html, std::string_view text) {
    while (!text.empty()) {
        const std::size_t end = std::min(text.find('\n'), text.size());
        const std::string_view paragraph = trim(text.substr(0, end));
        if (!paragraph.empty())
            html.element("p", {}, paragraph);
        text.remove_prefix(std::min(end + 1, text.size()));
    }
}

// Headings of the source begin at any level; below the title, two levels are enough for the eye.
void write_heading(HtmlWriter& html, const Passage& passage) {
    if (passage.heading.empty())
        return;
    if (passage.level <= 2)
        html.element("h2", {}, passage.heading);
    else
        html.element("h3", {}, passage.heading);
}

void write_passage(HtmlWriter& html, const Passage& passage) {
    const auto section =
        html.in("section",
                {{"class", "text"},
                 {"id", passage.anchor.empty() ? absent : std::string_view(passage.anchor)}});
    write_heading(html, passage);
    if (!passage.place.empty())
        html.element("p", {{"class", "quiet"}}, passage.place);
    write_paragraphs(html, passage.text);
}

bool is_listed(const Passage& passage) {
    return !passage.heading.empty() && !passage.anchor.empty();
}

void write_contents(HtmlWriter& html, const Publication& publication) {
    if (static_cast<std::size_t>(std::ranges::count_if(publication.passages, is_listed)) <
        headings_for_contents)
        return;
    const auto details = html.in("details", {{"class", "contents"}});
    html.element("summary", {}, "Contents");
    const auto nav = html.in("nav", {{"aria-label", "Contents"}});
    const auto list = html.in("ul");
    for (const Passage& passage : publication.passages) {
        if (!is_listed(passage))
            continue;
        const auto item = html.in("li");
        html.element("a", {{"href", fragment(passage.anchor)}}, passage.heading);
    }
}

void write_article(HtmlWriter& html,
                   const Publication& publication,
                   const schemas::Library& library) {
    const auto article = html.in(
        "article",
        {{"class", "publication"},
         {"lang", publication.language.empty() ? absent : std::string_view(publication.language)}});
    html.element("h1", {}, publication.title);
    write_byline(html, publication, library);
    if (!publication.summary.empty())
        html.element("p", {{"class", "summary"}}, publication.summary);
    if (is_safe_link(publication.url)) {
        const auto line = html.in("p", {{"class", "at-source"}});
        html.element(
            "a", {{"href", publication.url}, {"rel", "noopener"}}, "Read it at its source");
    }
    write_contents(html, publication);
    for (const Passage& passage : publication.passages)
        write_passage(html, passage);
}

} // namespace

std::string publication_page(const Publication& publication, const schemas::Library& library) {
    const PageFrame frame{
        library, publication.title, "", publication_data_address(publication.id), true};
    return write_page(frame, {}, [&](HtmlWriter& html) {
        const auto columns = html.in("div", {{"class", "columns"}});
        write_article(html, publication, library);
        write_facts(html, publication, library);
    });
}

} // namespace praxis::http
