// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#include "tests/support/fake_searcher.h"

namespace praxis::tests {

namespace {

using schemas::Facet;
using schemas::FacetShape;
using schemas::Publication;
using schemas::Topic;
using schemas::TopicOrigin;

Publication publication(std::string id, std::string kind, std::string title, Date date) {
    Publication made;
    made.id = std::move(id);
    made.kind = std::move(kind);
    made.title = std::move(title);
    made.date = schemas::DatedBy{date, schemas::DateOrigin::Field};
    made.language = "en";
    made.provenance = {"samples", "", made.id + ".xml", "", "xml"};
    return made;
}

Publication fire_merger() {
    Publication made = publication("samples/fire-merger",
                                   "case-study",
                                   "Two fire districts merge and nobody loses a station",
                                   {2016, 5, 2});
    made.summary = "How two neighbouring fire districts became one in eighteen months.";
    made.provenance.source_id = "CS-2016-014";
    made.url = "https://library.example/case-studies/fire-merger";
    made.licence = "CC-BY-4.0";
    made.lens = "practice";
    made.authors = {{"maria-ortega", {"Maria Ortega"}}};
    made.organizations = {{{"city-of-norfolk", {"City of Norfolk"}}, "publisher"}};
    made.places = {{"us/virginia/norfolk", {"United States", "Virginia", "Norfolk"}}};
    made.topics = {{{"public-safety/fire", {"Public safety", "Fire"}}, TopicOrigin::Editor, 1, {}},
                   {{"shared-services", {"Shared services"}},
                    TopicOrigin::Analyzer,
                    0.75,
                    {{0, 4, 18, "fire districts", 0.75}}}};
    made.keywords = {{"consolidation", {"consolidation"}}};
    made.series = schemas::Term{"cases-2016", {"Cases of 2016"}};
    made.relations = {{"related", "samples/council-manager", "Council-manager government"},
                      {"supersedes", "samples/fire-merger-draft", ""},
                      {"evidences", "https://example.org/a?b=1&c=2", "The survey"},
                      {"related", "javascript:alert(1)", "A trap"}};
    made.passages = {
        {"", 0, "", "", "Two fire districts shared a border, a radio channel and a debt."},
        {"What it cost",
         2,
         "what-it-cost",
         "p. 3",
         "The merger cost $2.1 million.\nNobody lost a station & every crew stayed."}};
    return made;
}

Publication newsletter_item() {
    Publication made =
        publication("news/2016-05#fire", "newsletter-item", "Fire season", {2016, 5, 0});
    made.parent = "news/2016-05";
    made.provenance = {"news", "", "2016-05.txt", "fire", "text"};
    made.passages = {{"", 0, "", "", "The season began early."}};
    return made;
}

Publication hostile() {
    Publication made = publication("hostile/markup",
                                   "article",
                                   R"(</title><script>alert("fire")</script> & 'quotes')",
                                   {2012, 0, 0});
    made.url = "javascript:alert(1)";
    made.authors = {{"x", {R"("><img src=x onerror=alert(1)>)"}}};
    made.topics = {{{"t\" onmouseover=\"x", {"<b>bold</b>"}}, TopicOrigin::Editor, 1, {}}};
    made.passages = {{"<h1>", 2, "\"><script>", "", "<!-- fire --> ]]> &lt;"}};
    return made;
}

Publication undated() {
    Publication made =
        publication("samples/council-manager", "guide", "Council-manager government", {});
    made.date.reset();
    made.summary = "What a council decides and what a manager does.";
    made.passages = {{"", 0, "", "", "The council decides; the manager does."}};
    return made;
}

Publication periodic() {
    Publication made =
        publication("reports/survey", "research-report", "Survey of shared services", {2010, 0, 0});
    made.period = schemas::Period{{2008, 0, 0}, {2010, 6, 0}};
    made.lens = "research";
    made.language = "es-mx";
    made.topics = {{{"shared-services", {"Shared services"}}, TopicOrigin::Editor, 1, {}}};
    made.passages = {{"Método", 3, "metodo", "", "Preguntamos a 412 ciudades."}};
    return made;
}

Facet facet(std::string name, std::string label, FacetShape shape) {
    Facet made;
    made.name = name;
    made.label = std::move(label);
    made.property = std::move(name);
    made.shape = shape;
    return made;
}

} // namespace

schemas::Library fake_library() {
    schemas::Library library;
    library.name = "Library of Examples";
    library.languages = {"en"};
    library.facets = {facet("kind", "Kind", FacetShape::Plain),
                      facet("topic", "Topic", FacetShape::Hierarchical),
                      facet("year", "Year", FacetShape::Range),
                      facet("source", "Source", FacetShape::Plain),
                      facet("language", "Language", FacetShape::Plain)};
    library.facets[0].labels = {{"case-study", "Case study"}, {"guide", "Guide"}};
    return library;
}

std::vector<Publication> fake_publications() {
    return {fire_merger(), newsletter_item(), hostile(), undated(), periodic()};
}

} // namespace praxis::tests
