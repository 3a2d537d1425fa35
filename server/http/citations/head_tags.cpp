// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#include "server/http/citations/head_tags.h"

#include "server/http/addresses.h"
#include "server/http/citations/citation_formats.h"
#include "server/http/citations/json_ld.h"
#include "server/http/citations/kind_terms.h"
#include "server/http/citations/reference.h"
#include "server/http/percent.h"

#include <algorithm>

namespace praxis::http {

namespace {

using Tags = std::vector<std::pair<std::string_view, std::string>>;

void add(Tags& tags, std::string_view name, std::string content) {
    if (!content.empty())
        tags.emplace_back(name, std::move(content));
}

// "2016/05/02"
std::string slashed(const Date& date) {
    std::string text = date.to_string();
    std::ranges::replace(text, '-', '/');
    return text;
}

void add_link(std::string& links,
              std::string_view address,
              std::string_view relation,
              std::string_view media_type = {}) {
    if (address.empty())
        return;
    links += links.empty() ? "<" : ", <";
    links += percent_encode(address, ":/?#[]@!$&'()*+,;=%");
    links += ">; rel=\"" + std::string(relation) + "\"";
    if (!media_type.empty())
        links += "; type=\"" + std::string(media_type) + "\"";
}

} // namespace

Tags citation_tags(const schemas::Publication& publication, const schemas::Library& library) {
    const Reference reference = reference_of(publication, library);
    const bool in_journal = terms_of_kind(reference.kind).bibtex == "article";
    Tags tags;
    add(tags, "citation_title", reference.title);
    for (const CitedName& name : reference.authors)
        add(tags, "citation_author", name.inverted());
    if (reference.date)
        add(tags, "citation_publication_date", slashed(*reference.date));
    add(tags, in_journal ? "citation_journal_title" : "citation_series_title", reference.container);
    for (const std::string& publisher : reference.publishers)
        add(tags,
            in_journal ? "citation_publisher" : "citation_technical_report_institution",
            publisher);
    add(tags, "citation_doi", reference.doi);
    add(tags, "citation_language", reference.language);
    for (const std::string& subject : reference.subjects)
        add(tags, "citation_keywords", subject);
    add(tags, "citation_public_url", std::string(reference.url()));
    return tags;
}

void write_citation_head(HtmlWriter& html,
                         const schemas::Publication& publication,
                         const schemas::Library& library) {
    for (const auto& [name, content] : citation_tags(publication, library))
        html.empty("meta", {{"name", name}, {"content", content}});
    const std::string data = publication_data_address(publication.id);
    for (const CitationFormat& format : citation_formats())
        html.empty("link",
                   {{"rel", "alternate"},
                    {"type", format.media_type},
                    {"title", format.label},
                    {"href", data + std::string(format.extension)}});
    html.data_block("application/ld+json", json_ld(reference_of(publication, library)));
}

std::string signposting_links(const schemas::Publication& publication,
                              const schemas::Library& library) {
    const Reference reference = reference_of(publication, library);
    const std::string data = publication_data_address(publication.id);
    std::string links;
    add_link(links,
             reference.doi.empty() ? reference.page : "https://doi.org/" + reference.doi,
             "cite-as");
    add_link(links, data, "describedby", "application/json");
    for (const CitationFormat& format : citation_formats())
        if (format.media_type != "text/plain")
            add_link(links, data + std::string(format.extension), "describedby", format.media_type);
    add_link(links, data + ".txt", "item", "text/plain");
    add_link(links, "https://schema.org/AboutPage", "type");
    add_link(links,
             "https://schema.org/" + std::string(terms_of_kind(reference.kind).schema_org),
             "type");
    add_link(links, reference.licence_url, "license");
    if (!reference.parent.empty())
        add_link(links, publication_address(library.base_url, reference.parent), "collection");
    return links;
}

} // namespace praxis::http
