// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#include "tests/support/search_library.h"

namespace praxis::tests {

using schemas::Facet;
using schemas::FacetShape;
using schemas::Field;
using schemas::FieldAnalyzer;

schemas::Library search_library() {
    schemas::Library library;
    library.name = "Search";
    library.languages = {"en", "es"};
    library.fields = {
        Field{"title", "Title", "title", 3, FieldAnalyzer::Text},
        Field{"summary", "Summary", "summary", 1.5, FieldAnalyzer::Text},
        Field{"body", "Text", "body", 1, FieldAnalyzer::Text},
        Field{"heading", "Heading", "heading", 0, FieldAnalyzer::Text},
        Field{"author", "Author", "author", 0.7, FieldAnalyzer::Name},
        Field{"keyword", "Keyword", "keyword", 0, FieldAnalyzer::Text},
    };
    const auto add = [&](const char* name, const char* label, FacetShape shape) {
        Facet& facet = library.facets.emplace_back();
        facet.name = facet.property = name;
        facet.label = label;
        facet.shape = shape;
    };
    add("kind", "Kind", FacetShape::Plain);
    add("topic", "Topic", FacetShape::Hierarchical);
    add("place", "Place", FacetShape::Hierarchical);
    add("organization", "Organization", FacetShape::Plain);
    add("author", "Author", FacetShape::Plain);
    add("keyword", "Keyword", FacetShape::Plain);
    add("year", "Year", FacetShape::Range);
    add("award_year", "Award year", FacetShape::Range);
    add("lens", "Lens", FacetShape::Plain);
    add("language", "Language", FacetShape::Plain);
    library.facets.back().listed = false;
    library.facets.front().labels = {{"case-study", "Case studies"}, {"law", "Laws"}};
    return library;
}

} // namespace praxis::tests
