// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "base/result.h"
#include "schemas/authority.h"
#include "schemas/publication.h"
#include "schemas/verdicts.h"
#include "schemas/vocabulary.h"

#include <cstdint>
#include <filesystem>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace praxis::schemas {

// What a library is: the description that an administrator writes (schemas/library.xml is the
// default and the example; schemas/library.rng the grammar).
//
// Everything that depends on a library's choices is read from here and from nowhere else: which
// fields are searched and how heavily, which facets are counted, how a source's own keys become
// properties, what a source's publications have in common.
//
// Shapes:   names are unique in their list; weights >= 0 (0: found by `field:word` only).
// Errors:   InvalidInput with line and column; several mistakes are lines of one message.
// Threads:  Immutable

// A part of a publication, by its name (property.h lists those that every publication has). Any
// other name is an attribute of the library's own: Publication::attributes.
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
    bool closed = false;                       // has no values but those of `labels`
    std::map<std::string, std::string> words;  // synonym, squeezed (words.h) → value

    // The declared value that a source's word means by its value, label or synonym. For a closed
    // facet, nothing means: the word says nothing here, look at the next key.
    std::optional<std::string> value_of(std::string_view word) const;
};

// A key of the sources' own ("dc.title", "post_tag", "tags") and the property it feeds.
//
// Of the keys of one property and role, the one of the lowest rank that has a usable value wins
// and gives all its values; the others are passed over. A value is usable if it is not empty, not
// ignored (IgnoredValue), a date where a date is wanted, and known where the facet is closed.
// A key of several properties gives its values to one of them only, the first in which it wins:
// so `tags` are topics where a publication has no better ones, else keywords.
struct KeyMapping {
    std::string key; // lower case
    Property property;
    int rank = 0;          // the place in the table, over all properties
    std::string separator; // each of its characters splits one value into several; empty: never
                           // split; "names": splits people as bylines name them ("A, B and C")
    std::string role;      // Organization::role or Relation::type, where the value brings none
    std::string levels;    // splits a value into the levels of a path; empty: one level
};

// A value that says nothing: topic "Uncategorized", author "admin". Compared squeezed (words.h).
struct IgnoredValue {
    Property property;
    std::string value;
};

// What to do with files whose path matches: `glob` as glob.h says, against the relative path.
// Of several rules that match, the first that has a default for the property decides.
struct PathRule {
    std::string glob;
    bool skip = false;                           // not a publication, deliberately
    std::map<std::string, std::string> defaults; // property → value, if the source says nothing
};

// A publication that says this of itself is left out: key "draft", value "true".
struct SkipRule {
    std::string key;
    std::string value; // wildcards as matches_wildcards (glob.h) knows; "*": whatever it says
    bool only_without_text = false; // stays if it has passages: a page that has moved
};

// A folder or file that publications come from.
struct Source {
    std::string name;
    std::string folder;          // as written in the description; empty: given on the command line
    std::vector<PathRule> rules; // go before the library's own
    std::map<std::string, std::string> defaults; // property → value
    std::vector<KeyMapping> keys;                // go before the library's own
};

// Names for slugs: the file `folder/SLUG.md` (or SLUG/_index.md, SLUG/index.md) says in `key`
// what the slug of `property` is called. digital.gov keeps its authors so.
struct NameLookup {
    Property property;
    std::string folder; // a glob against the paths of folders: "**/authors"
    std::string key;
};

// Whether publications that people gave no topics get some (docs/topics.md).
struct TopicSettings {
    bool analyzed = true;
    double sure = 0.85; // topics of at least this weight are set, the others suggested
};

// What reorders results by relevance (docs/relevance.md).
struct RankingSettings {
    bool pairs = true;         // words side by side in query and text
    bool neighbours = true;    // the neighbour graph
    bool likeness = true;      // regularisation among the first
    bool title_lookups = true; // titles that have all words of the query come first
    bool acronyms = true;      // long forms and acronyms found in the library's text
};

// Which words a query is read without, compared with the lists of the library's languages.
struct StopWordSettings {
    std::vector<std::string> more;   // left out, too
    std::vector<std::string> except; // stay
};

struct Library {
    std::string name;
    std::string base_url;               // of the pages, without '/' at the end; empty: relative
    std::vector<std::string> languages; // whose words are stemmed; the first is the default
    std::vector<Field> fields;
    std::vector<Facet> facets;
    std::vector<KeyMapping> keys;
    std::vector<PathRule> rules;
    std::vector<SkipRule> skips;
    std::vector<NameLookup> lookups;
    std::vector<Source> sources;
    std::map<Property, Vocabulary> vocabularies; // e.g. "topic" → the topics
    std::set<Property> unmatched; // whose vocabulary is for analyzers; sources keep their own words
    std::string text;             // the description, verbatim, vocabularies aside
    Authority authority;          // who organisations and people are
    TopicSettings topics;
    RankingSettings ranking;
    StopWordSettings stop_words;
    Verdicts verdicts;                         // what editors said of analyzers' topics
    std::vector<std::string> vocabulary_texts; // files that the description names, verbatim:
                                               // vocabularies, authorities, verdicts
    std::vector<IgnoredValue> ignored;

    const Field* field(std::string_view name) const;
    const Facet* facet(std::string_view name) const;
    const Source* source(std::string_view name) const;

    // The facet that shows a property, or null.
    const Facet* facet_of(std::string_view property) const;

    // The vocabulary that topics are taken from, or null.
    const Vocabulary* topic_vocabulary() const;

    // Whether a value of a property says nothing.
    bool ignores(std::string_view property, std::string_view value) const;

    // Changes when the tokens in the index would change: fields and their analyzers.
    std::uint64_t analysis_fingerprint() const;

    // Changes when publications would be read differently: keys, rules, sources, vocabularies.
    std::uint64_t reading_fingerprint() const;
};

// Reads a description and the vocabularies it names (relative to its folder).
Result<Library> load_library(const std::filesystem::path& file);

// The same from texts, as the index keeps them: `vocabularies` in the order they are named.
Result<Library> parse_library(std::string_view xml, const std::vector<std::string>& vocabularies);

// The description shipped with the program; it needs no file.
Result<Library> default_library();

// The values that a publication has in a facet, in the source's order, each once; the labels are
// the library's (`Facet::labels`, looked up by the value of each level), else the publication's.
// A year facet gives every year of the publication's period (the first 200 of them), else the
// year of its date.
std::vector<Term> facet_terms(const Publication& publication, const Facet& facet);

// The texts that a publication has in a field, in order. For "heading" and "body": one for each
// passage, also where it is empty, so that the i-th text belongs to the i-th passage; else one for
// each value, for each level of a path, none empty and none twice.
// Lifetime: they look into `publication`.
std::vector<std::string_view> field_texts(const Publication& publication, const Field& field);

} // namespace praxis::schemas
