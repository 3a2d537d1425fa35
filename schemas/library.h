// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "base/result.h"
#include "schemas/publication.h"
#include "schemas/vocabulary.h"

#include <cstdint>
#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace praxis::schemas {

// What a library is: the description that an administrator writes (schemas/library.xml is the
// default and the example; schemas/library.rng the grammar).
//
// Everything that depends on a library's choices is read from here and from nowhere else: which
// fields are searched and how heavily, which facets are counted, how a source's own keys become
// fields, what a source's publications have in common.
//
// Shapes:   names are unique in their list; weights >= 0 (0: found by `field:word` only).
// Errors:   InvalidInput with line and column.
// Threads:  Immutable

// The part of a publication that feeds a field or a facet: "title", "summary", "heading", "body",
// "kind", "topic", "keyword", "organization", "place", "audience", "author", "series",
// "language", "year", "lens", "source", "licence", or the name of an attribute.
using Property = std::string;

// How a text field is cut into tokens.
enum class FieldAnalyzer {
    Text, // words, stemmed beside their exact form
    Name, // words, never stemmed: people, organisations, places
};

// A searchable text field.
struct Field {
    std::string name;
    std::string label;
    Property property;
    double weight = 1;
    FieldAnalyzer analyzer = FieldAnalyzer::Text;
};

enum class FacetShape {
    Plain,
    Hierarchical, // values are paths; a value includes what lies below it
    Range,        // whole numbers (years): filtered as A..B, listed by value
};

struct Facet {
    std::string name;
    std::string label;
    Property property;
    FacetShape shape = FacetShape::Plain;
    bool listed = true;                        // counted when the request does not say
    std::map<std::string, std::string> labels; // value → label, where the slug is not enough
};

// A key of the sources' own ("dc.title", "post_tag", "tags") and the property it feeds.
struct KeyMapping {
    std::string key; // lower case
    Property property;
    int rank = 0;          // of several keys of one property that hold one value, the lowest wins
    std::string separator; // splits one value into several; empty: never split
};

// What to do with files whose path matches: `glob` knows *, ** and ?, against the relative path.
struct PathRule {
    std::string glob;
    bool skip = false;                           // not a publication, deliberately
    std::map<std::string, std::string> defaults; // property → value, if the source says nothing
};

// A publication that says this of itself is left out: key "draft", value "true".
struct SkipRule {
    std::string key;
    std::string value;
};

// A folder or file that publications come from.
struct Source {
    std::string name;
    std::string folder; // as written in the description; empty: given on the command line
    std::vector<PathRule> rules;
    std::map<std::string, std::string> defaults; // property → value
    std::vector<KeyMapping> keys;                // go before the library's own
};

// Names for slugs: the file `folder/SLUG.md` (or SLUG/_index.md) says in `key` what the slug of
// `property` is called. digital.gov keeps its authors so.
struct NameLookup {
    Property property;
    std::string folder;
    std::string key;
};

struct Library {
    std::string name;
    std::string base_url;               // of the pages; empty: relative links
    std::vector<std::string> languages; // whose words are stemmed; the first is the default
    std::vector<Field> fields;
    std::vector<Facet> facets;
    std::vector<KeyMapping> keys;
    std::vector<PathRule> rules;
    std::vector<SkipRule> skips;
    std::vector<NameLookup> lookups;
    std::vector<Source> sources;
    std::map<Property, Vocabulary> vocabularies; // e.g. "topic" → the topics
    std::string text;                            // the description, verbatim, vocabularies aside
    std::vector<std::string> vocabulary_texts;   // their files, verbatim

    const Field* field(std::string_view name) const;
    const Facet* facet(std::string_view name) const;
    const Source* source(std::string_view name) const;

    // Changes when the tokens in the index would change: fields and their analyzers.
    std::uint64_t analysis_fingerprint() const;

    // Changes when publications would be read differently: keys, rules, sources, vocabularies.
    std::uint64_t reading_fingerprint() const;
};

// Reads a description and the vocabularies it names (relative to its folder).
Result<Library> load_library(const std::filesystem::path& file);

// The same from texts, as the index keeps them: `vocabularies` in the order they are named.
Result<Library> parse_library(std::string_view xml, const std::vector<std::string>& vocabularies);

// The description shipped with the program.
Result<Library> default_library();

// The values that a publication has in a facet, in the source's order, each once; the labels are
// the library's (`Facet::labels`, looked up by the value of each level), else the publication's.
// A year facet gives every year of the publication's period, else the year of its date.
std::vector<Term> facet_terms(const Publication& publication, const Facet& facet);

// The texts that a publication has in a field, in order. For "heading" and "body": one for each
// passage, also where it is empty, so that the i-th text belongs to the i-th passage; else one for
// each value, for each level of a path, none empty and none twice.
// Lifetime: they look into `publication`.
std::vector<std::string_view> field_texts(const Publication& publication, const Field& field);

} // namespace praxis::schemas
