// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#include "server/http/pages/search/hit_view.h"

#include "server/http/addresses.h"
#include "server/http/pages/labels.h"
#include "server/http/percent.h"

namespace praxis::http {

namespace {

constexpr std::size_t shown_topics = 4;

void write_parts(HtmlWriter& html, const std::vector<search::TextPart>& parts) {
    for (const search::TextPart& part : parts) {
        if (part.mark)
            html.element("mark", {}, part.text);
        else
            html.text(part.text);
    }
}

// Texts in another language than the library's say so.
std::string_view language_of(const schemas::Publication& publication,
                             const schemas::Library& library) {
    const bool is_usual =
        publication.language.empty() ||
        (!library.languages.empty() && library.languages.front() == publication.language);
    return is_usual ? absent : std::string_view(publication.language);
}

void write_title(HtmlWriter& html, const search::Hit& hit, HtmlWriter::Name name) {
    const auto heading = html.in(name, {{"dir", "auto"}});
    const auto link = html.in("a", {{"href", publication_address("", hit.publication.id)}});
    if (hit.title_parts.empty())
        html.text(hit.publication.title);
    else
        write_parts(html, hit.title_parts);
}

void write_passage(HtmlWriter& html,
                   const search::ShownPassage& passage,
                   const std::string& publication_url) {
    const auto paragraph = html.in("p", {{"class", "passage"}, {"dir", "auto"}});
    if (!passage.heading.empty()) {
        html.element(
            "a",
            {{"class", "passage-heading"}, {"href", publication_url + fragment(passage.anchor)}},
            passage.heading);
        html.text(" ");
    }
    write_parts(html, passage.parts);
}

void write_topic_link(HtmlWriter& html, const schemas::Topic& topic, bool linked) {
    const auto item = html.in("li");
    const bool by_machine = topic.by == schemas::TopicOrigin::Analyzer;
    const std::string address = "/?topic=" + percent_encode(topic.term.value, "/");
    if (linked)
        html.element("a", {{"href", address}, {"rel", "nofollow"}}, topic.term.label());
    else
        html.text(topic.term.label());
    if (by_machine)
        html.element("span", {{"class", "quiet"}}, " (found by analysis)");
}

} // namespace

void write_byline(HtmlWriter& html,
                  const schemas::Publication& publication,
                  const schemas::Library& library) {
    const auto line = html.in("p", {{"class", "byline"}});
    if (!publication.kind.empty())
        html.element("span", {{"class", "kind"}}, value_label(library, "kind", publication.kind));
    if (publication.date) {
        const Date& date = publication.date->date;
        html.element("time", {{"datetime", date.to_string()}}, shown_date(date));
    }
    for (const schemas::Organization& organization : publication.organizations)
        html.element("bdi", {}, organization.term.label());
    if (publication.organizations.empty())
        for (const schemas::Term& author : publication.authors)
            html.element("bdi", {}, author.label());
    if (publication.series)
        html.element("bdi", {}, publication.series->label());
}

void write_topic_links(HtmlWriter& html,
                       const schemas::Publication& publication,
                       const schemas::Library& library) {
    if (publication.topics.empty())
        return;
    const bool linked = library.facet("topic") != nullptr;
    const auto list = html.in("ul", {{"class", "topics"}, {"aria-label", "Topics"}});
    for (const schemas::Topic& topic : publication.topics)
        write_topic_link(html, topic, linked);
}

void write_hit(HtmlWriter& html,
               const search::Hit& hit,
               const schemas::Library& library,
               HtmlWriter::Name heading) {
    const auto item = html.in("li");
    const auto article =
        html.in("article", {{"class", "hit"}, {"lang", language_of(hit.publication, library)}});
    write_title(html, hit, heading);
    write_byline(html, hit.publication, library);
    const std::string url = publication_address("", hit.publication.id);
    for (const search::ShownPassage& passage : hit.passages)
        write_passage(html, passage, url);
    if (hit.passages.empty() && !hit.publication.summary.empty())
        html.element("p", {{"class", "passage"}, {"dir", "auto"}}, hit.publication.summary);
    schemas::Publication brief;
    brief.topics.assign(
        hit.publication.topics.begin(),
        hit.publication.topics.begin() +
            static_cast<std::ptrdiff_t>(std::min(shown_topics, hit.publication.topics.size())));
    write_topic_links(html, brief, library);
}

} // namespace praxis::http
