// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#include "indexer/library_page.h"

#include <fmt/format.h>

#include <map>
#include <string_view>
#include <vector>

namespace praxis::indexer {

namespace {

using schemas::Facet;
using schemas::FacetShape;
using schemas::Field;
using schemas::FieldAnalyzer;
using schemas::KeyMapping;
using schemas::Library;
using schemas::Source;

std::string_view word_of(FacetShape shape) {
    switch (shape) {
    case FacetShape::Plain:
        return "values";
    case FacetShape::Hierarchical:
        return "a hierarchy of values";
    case FacetShape::Range:
        return "a range of years or numbers";
    }
    return "values";
}

void describe_fields(const Library& library, std::string& page) {
    page += "\nSearched fields\n";
    for (const Field& field : library.fields)
        page += fmt::format("  {:<14} {:<18} weight {:<4} {}\n",
                            field.name,
                            field.label,
                            field.weight,
                            field.analyzer == FieldAnalyzer::Name ? "names, never stemmed"
                                                                  : "words, matched gently");
}

void describe_facets(const Library& library, std::string& page) {
    page += "\nFacets\n";
    for (const Facet& facet : library.facets)
        page += fmt::format("  {:<20} {:<22} {}{}\n",
                            facet.name,
                            facet.label,
                            word_of(facet.shape),
                            facet.listed ? "" : "; counted on request");
}

void describe_keys(const std::vector<KeyMapping>& keys, std::string& page) {
    std::map<std::string_view, std::string> by_property;
    for (const KeyMapping& key : keys) {
        std::string& line = by_property[key.property];
        line += (line.empty() ? "" : ", ") + key.key;
    }
    for (const auto& [property, line] : by_property)
        page += fmt::format("  {:<14} from {}\n", property, line);
}

void describe_sources(const Library& library, std::string& page) {
    for (const Source& source : library.sources) {
        page += fmt::format("\nSource {} {}\n", source.name, source.folder);
        for (const auto& [property, value] : source.defaults)
            page += fmt::format("  {:<14} {} unless it says otherwise\n", property, value);
        describe_keys(source.keys, page);
    }
}

} // namespace

std::string library_page(const Library& library) {
    std::string languages;
    for (const std::string& language : library.languages)
        languages += (languages.empty() ? "" : ", ") + language;
    std::string page = fmt::format("{}\nLanguages: {}\n", library.name, languages);
    describe_fields(library, page);
    describe_facets(library, page);
    page += "\nKeys of the sources\n";
    describe_keys(library.keys, page);
    if (!library.vocabularies.empty())
        page += "\nVocabularies\n";
    for (const auto& [property, vocabulary] : library.vocabularies)
        page += fmt::format("  {:<14} {} ({} concepts)\n",
                            property,
                            vocabulary.name(),
                            vocabulary.concepts().size());
    if (!library.authority.entries().empty())
        page += fmt::format(
            "\nAuthority\n  {} organizations and people, {} of them under several names\n",
            library.authority.entries().size(),
            library.authority.name_groups().size());
    if (!library.verdicts.all().empty())
        page +=
            fmt::format("\nVerdicts on topics of {} publications\n", library.verdicts.all().size());
    describe_sources(library, page);
    return page;
}

} // namespace praxis::indexer
