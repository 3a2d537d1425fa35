// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#include "server/http/pages/publication/publication_page.h"

#include "base/utf8.h"
#include "server/http/addresses.h"
#include "server/http/citations/head_tags.h"
#include "server/http/pages/labels.h"
#include "server/http/pages/layout.h"
#include "server/http/pages/publication/publication_facts.h"
#include "server/http/pages/search/hit_view.h"

#include <algorithm>

namespace praxis::http {

namespace {

using schemas::Passage;
using schemas::Publication;

constexpr std::size_t headings_for_contents = 4;
constexpr std::size_t long_title = 160; // code points: more would fill a screen in large letters

bool is_long(std::string_view title) {
    return count_code_points(title) > long_title;
}

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
// Each is a link to itself, so that a passage can be cited and shared.
void write_heading(HtmlWriter& html, const Passage& passage, bool is_below) {
    if (passage.heading.empty())
        return;
    const auto heading =
        html.in(passage.level > 2 && is_below ? HtmlWriter::Name("h3") : HtmlWriter::Name("h2"));
    if (passage.anchor.empty())
        return html.text(passage.heading);
    html.element("a", {{"class", "self"}, {"href", fragment(passage.anchor)}}, passage.heading);
}

void write_passage(HtmlWriter& html, const Passage& passage, bool is_below) {
    const auto section =
        html.in(passage.heading.empty() ? HtmlWriter::Name("div") : HtmlWriter::Name("section"),
                {{"class", "text"},
                 {"dir", "auto"},
                 {"id", passage.anchor.empty() ? absent : std::string_view(passage.anchor)}});
    write_heading(html, passage, is_below);
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

void write_passages(HtmlWriter& html, const Publication& publication) {
    bool has_second_level = false;
    for (const Passage& passage : publication.passages) {
        write_passage(html, passage, has_second_level);
        has_second_level = has_second_level || (!passage.heading.empty() && passage.level <= 2);
    }
}

void write_items(HtmlWriter& html, const Neighbours& neighbours, const schemas::Library& library) {
    if (neighbours.items.empty())
        return;
    const auto section =
        html.in("section", {{"class", "items"}, {"aria-labelledby", "praxis-items"}});
    html.element("h2", {{"id", "praxis-items"}}, "In this issue");
    const auto list = html.in("ul");
    for (const Publication& item : neighbours.items) {
        const auto entry = html.in("li");
        html.element(
            "a", {{"href", publication_address("", item.id)}, {"dir", "auto"}}, item.title);
        html.text(" ");
        html.element("span", {{"class", "quiet"}}, value_label(library, "kind", item.kind));
    }
}

// What two publications have in common: "Both about Fire; fire, district, merger"
std::string shared_by(const search::RelatedPublication& like) {
    std::string shared;
    for (const schemas::Term& topic : like.topics)
        shared += (shared.empty() ? "Both about " : ", ") + topic.label();
    for (std::size_t i = 0; i < like.words.size(); ++i)
        shared += (i > 0 ? ", " : shared.empty() ? "Shared words: " : "; ") + like.words[i];
    return shared;
}

void write_alike(HtmlWriter& html, const Neighbours& neighbours, const schemas::Library& library) {
    if (neighbours.alike.empty())
        return;
    const auto section =
        html.in("section", {{"class", "items"}, {"aria-labelledby", "praxis-alike"}});
    html.element("h2", {{"id", "praxis-alike"}}, "Publications like this");
    const auto list = html.in("ul");
    for (const search::RelatedPublication& like : neighbours.alike) {
        const auto entry = html.in("li");
        html.element("a",
                     {{"href", publication_address("", like.publication.id)}, {"dir", "auto"}},
                     like.publication.title);
        html.text(" ");
        html.element(
            "span", {{"class", "quiet"}}, value_label(library, "kind", like.publication.kind));
        if (const std::string shared = shared_by(like); !shared.empty())
            html.element("p", {{"class", "shared"}}, shared);
    }
}

// The issue that an item belongs to, above its title.
void write_parent(HtmlWriter& html, const Publication& publication, const Neighbours& neighbours) {
    const auto title = neighbours.titles.find(publication.parent);
    if (title == neighbours.titles.end())
        return;
    const auto line = html.in("p", {{"class", "parent"}});
    html.text("In ");
    html.element("a", {{"href", publication_address("", publication.parent)}}, title->second);
}

// Whoever reads what was replaced learns it before the first sentence.
void write_newer(HtmlWriter& html, const Neighbours& neighbours) {
    const auto newest = std::ranges::find(neighbours.versions, true, &Version::newer);
    if (newest == neighbours.versions.end())
        return;
    const auto line = html.in("p", {{"class", "newer"}});
    html.text("There is a newer version: ");
    html.element(
        "a", {{"href", publication_address("", newest->id)}, {"dir", "auto"}}, newest->title);
    if (newest->date)
        html.text(", " + shown_date(*newest->date));
}

void write_article(HtmlWriter& html,
                   const Publication& publication,
                   const Neighbours& neighbours,
                   const schemas::Library& library) {
    const auto article = html.in(
        "article",
        {{"class", "publication"},
         {"lang", publication.language.empty() ? absent : std::string_view(publication.language)}});
    write_parent(html, publication, neighbours);
    html.element("h1",
                 {{"dir", "auto"}, {"class", is_long(publication.title) ? "long" : absent}},
                 publication.title);
    write_byline(html, publication, library);
    write_newer(html, neighbours);
    if (!publication.summary.empty())
        html.element("p", {{"class", "summary"}, {"dir", "auto"}}, publication.summary);
    if (is_safe_link(publication.url)) {
        const auto line = html.in("p", {{"class", "at-source"}});
        html.element(
            "a", {{"href", publication.url}, {"rel", "noopener"}}, "Read it at its source");
    }
    write_contents(html, publication);
    write_passages(html, publication);
    write_items(html, neighbours, library);
    write_alike(html, neighbours, library);
}

constexpr std::size_t description_code_points = 200;

PageFrame frame_of(const Publication& publication, const schemas::Library& library) {
    PageFrame frame{library, publication.title};
    frame.data_address = publication_data_address(publication.id);
    frame.address = publication_address("", publication.id);
    const std::string_view text =
        !publication.summary.empty()   ? std::string_view(publication.summary)
        : publication.passages.empty() ? std::string_view()
                                       : std::string_view(publication.passages.front().text);
    frame.head = [&](HtmlWriter& html) {
        write_citation_head(html, publication, library);
    };
    frame.description = collapse_whitespace(first_code_points(text, description_code_points));
    return frame;
}

} // namespace

std::string publication_page(const Publication& publication,
                             const Neighbours& neighbours,
                             const schemas::Library& library) {
    return write_page(frame_of(publication, library), [&](HtmlWriter& html) {
        const auto columns = html.in("div", {{"class", "columns"}});
        write_article(html, publication, neighbours, library);
        write_facts(html, publication, neighbours, library);
    });
}

} // namespace praxis::http
