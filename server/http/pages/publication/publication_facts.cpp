// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#include "server/http/pages/publication/publication_facts.h"

#include "server/http/addresses.h"
#include "server/http/citations/citation_formats.h"
#include "server/http/citations/sentence.h"
#include "server/http/pages/labels.h"
#include "server/http/pages/share.h"
#include "server/http/percent.h"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>

namespace praxis::http {

namespace {

using schemas::Library;
using schemas::Publication;
using schemas::Term;

void write_fact(HtmlWriter& html, std::string_view label, std::string_view content) {
    if (content.empty())
        return;
    html.element("dt", {}, label);
    html.element("dd", {}, content);
}

std::string whole_label(const Term& term) {
    std::string label;
    for (const std::string& level : term.labels)
        label += (label.empty() ? "" : " › ") + level;
    return label;
}

void write_term(HtmlWriter& html,
                const Library& library,
                std::string_view facet,
                const Term& term) {
    const auto entry = html.in("dd");
    if (library.facet(facet) == nullptr)
        return html.text(whole_label(term));
    html.element(
        "a",
        {{"href", fmt::format("/?{}={}", percent_encode(facet), percent_encode(term.value, "/"))},
         {"dir", "auto"},
         {"rel", "nofollow"}},
        whole_label(term));
}

void write_terms(HtmlWriter& html,
                 const Library& library,
                 std::string_view facet,
                 std::string_view label,
                 const std::vector<Term>& terms) {
    if (terms.empty())
        return;
    html.element("dt", {}, label);
    for (const Term& term : terms)
        write_term(html, library, facet, term);
}

void write_organizations(HtmlWriter& html, const Library& library, const Publication& publication) {
    std::vector<Term> terms;
    for (const schemas::Organization& organization : publication.organizations)
        terms.push_back(organization.term);
    write_terms(html, library, "organization", "Organizations", terms);
}

void write_attributes(HtmlWriter& html, const Library& library, const Publication& publication) {
    for (const auto& [name, terms] : publication.attributes) {
        const schemas::Facet* facet = library.facet(name);
        write_terms(
            html, library, name, facet == nullptr ? slug_as_words(name) : facet->label, terms);
    }
}

void write_language(HtmlWriter& html, const Library& library, const std::string& language) {
    if (language.empty())
        return;
    const schemas::Facet* facet = library.facet("language");
    const bool is_named = facet != nullptr && facet->labels.contains(language);
    write_terms(html,
                library,
                "language",
                "Language",
                {{language, {is_named ? facet->labels.at(language) : language}}});
}

void write_fact_list(HtmlWriter& html, const Library& library, const Publication& publication) {
    const auto list = html.in("dl");
    write_terms(html, library, "author", "Authors", publication.authors);
    write_organizations(html, library, publication);
    write_terms(html, library, "place", "Places", publication.places);
    write_terms(html, library, "audience", "For", publication.audiences);
    write_terms(html, library, "keyword", "Keywords", publication.keywords);
    write_attributes(html, library, publication);
    if (publication.period)
        write_fact(html,
                   "Period",
                   shown_date(publication.period->begin) + " to " +
                       shown_date(publication.period->end));
    if (publication.updated)
        write_fact(html, "Updated", shown_date(*publication.updated));
    write_language(html, library, publication.language);
    write_fact(html, "Licence", publication.licence);
}

void write_evidence(HtmlWriter& html,
                    const Publication& publication,
                    const schemas::Evidence& span) {
    const auto item = html.in("li");
    const schemas::Passage* passage =
        span.passage < publication.passages.size() ? &publication.passages[span.passage] : nullptr;
    html.element("q", {}, span.quote);
    if (passage == nullptr || passage->heading.empty() || passage->anchor.empty())
        return;
    html.text(" in ");
    html.element("a", {{"href", fragment(passage->anchor)}}, passage->heading);
}

void write_topic(HtmlWriter& html,
                 const Library& library,
                 const Publication& publication,
                 const schemas::Topic& topic) {
    write_term(html, library, "topic", topic.term);
    if (topic.by == schemas::TopicOrigin::Editor)
        return;
    const auto entry = html.in("dd", {{"class", "evidence"}});
    const auto details = html.in("details");
    html.element("summary", {}, "found by analysis");
    const auto list = html.in("ul");
    for (const schemas::Evidence& span : topic.evidence)
        write_evidence(html, publication, span);
}

void write_topics(HtmlWriter& html, const Library& library, const Publication& publication) {
    if (publication.topics.empty())
        return;
    html.element("h2", {}, "Topics");
    const auto list = html.in("dl", {{"class", "topic-list"}});
    html.element("dt", {{"class", "unseen"}}, "Topics");
    for (const schemas::Topic& topic : publication.topics)
        write_topic(html, library, publication, topic);
}

bool is_web_address(std::string_view target) {
    return target.find(':') != std::string_view::npos;
}

void write_relation(HtmlWriter& html,
                    const schemas::Relation& relation,
                    const std::map<std::string, std::string>& titles) {
    const auto item = html.in("li");
    html.text(slug_as_words(relation.type) + ": ");
    const auto title = titles.find(relation.target);
    const std::string_view label = !relation.label.empty() ? relation.label
                                   : title != titles.end() ? title->second
                                                           : relation.target;
    if (!is_web_address(relation.target))
        html.element("a", {{"href", publication_address("", relation.target)}}, label);
    else if (is_safe_link(relation.target))
        html.element("a", {{"href", relation.target}, {"rel", "noopener nofollow"}}, label);
    else
        html.text(label);
}

// Versions have a list of their own as far as the library has them.
bool is_listed_version(const schemas::Relation& relation, const Neighbours& neighbours) {
    return (relation.type == "supersedes" || relation.type == "superseded-by") &&
           std::ranges::find(neighbours.versions, relation.target, &Version::id) !=
               neighbours.versions.end();
}

void write_relations(HtmlWriter& html,
                     const Publication& publication,
                     const Neighbours& neighbours) {
    std::vector<schemas::Relation> shown;
    if (!publication.parent.empty())
        shown.push_back({"part-of", publication.parent, ""});
    std::ranges::copy_if(
        publication.relations, std::back_inserter(shown), [&](const schemas::Relation& relation) {
            return !is_listed_version(relation, neighbours);
        });
    if (shown.empty())
        return;
    html.element("h2", {}, "Linked publications");
    const auto list = html.in("ul", {{"class", "relations"}});
    for (const schemas::Relation& relation : shown)
        write_relation(html, relation, neighbours.titles);
}

void write_version_date(HtmlWriter& html, const std::optional<Date>& date, std::string_view note) {
    std::string text = date ? shown_date(*date) : std::string();
    if (!note.empty())
        text += (text.empty() ? "" : ", ") + std::string(note);
    if (text.empty())
        return;
    html.text(" ");
    html.element("span", {{"class", "quiet"}}, text);
}

void write_other_version(HtmlWriter& html, const Version& version) {
    const auto item = html.in("li");
    html.element(
        "a", {{"href", publication_address("", version.id)}, {"dir", "auto"}}, version.title);
    write_version_date(html, version.date, "");
}

// The newest first, this one among them.
void write_versions(HtmlWriter& html,
                    const Publication& publication,
                    const std::vector<Version>& versions) {
    if (versions.empty())
        return;
    html.element("h2", {}, "Versions");
    const auto list = html.in("ol", {{"class", "versions"}});
    const auto older = std::ranges::find(versions, false, &Version::newer);
    std::for_each(versions.begin(), older, [&](const Version& v) { write_other_version(html, v); });
    {
        const auto item = html.in("li", {{"aria-current", "true"}});
        html.element("span", {{"dir", "auto"}}, publication.title);
        write_version_date(html,
                           publication.date ? std::optional(publication.date->date) : std::nullopt,
                           "this version");
    }
    std::for_each(older, versions.end(), [&](const Version& v) { write_other_version(html, v); });
}

void write_cite(HtmlWriter& html, const Library& library, const Publication& publication) {
    html.element("h2", {}, "Cite or save");
    const std::string page = publication_address("", publication.id);
    {
        const auto cite = html.in("p", {{"id", "praxis-citation"}, {"class", "citation"}});
        html.element(
            "span", {{"dir", "auto"}}, citation_sentence(reference_of(publication, library)));
        html.text(" ");
        html.element("a", {{"href", page}}, library.base_url + page);
    }
    {
        const auto line = html.in("p", {{"class", "actions"}});
        write_copy_button(html, "#praxis-citation", "Copy citation");
    }
    const auto list = html.in("ul", {{"class", "formats"}, {"aria-label", "Formats"}});
    for (const CitationFormat& format : citation_formats()) {
        const auto item = html.in("li");
        html.element(
            "a",
            {{"href", publication_data_address(publication.id) + std::string(format.extension)},
             {"rel", "nofollow"}},
            format.label);
    }
}

void write_provenance(HtmlWriter& html, const Publication& publication) {
    const schemas::Provenance& provenance = publication.provenance;
    html.element("h2", {}, "Where it came from");
    const auto list = html.in("dl");
    write_fact(html, "Source", provenance.source);
    write_fact(html, "Its id there", provenance.source_id);
    write_fact(html, "File", provenance.path);
    write_fact(html, "Format", provenance.format);
    write_fact(html, "Id in this library", publication.id);
}

} // namespace

void write_facts(HtmlWriter& html,
                 const Publication& publication,
                 const Neighbours& neighbours,
                 const Library& library) {
    const auto aside =
        html.in("aside", {{"class", "facts"}, {"aria-label", "About this publication"}});
    write_cite(html, library, publication);
    html.element("h2", {}, "About");
    write_fact_list(html, library, publication);
    write_topics(html, library, publication);
    write_versions(html, publication, neighbours.versions);
    write_relations(html, publication, neighbours);
    write_provenance(html, publication);
}

} // namespace praxis::http
