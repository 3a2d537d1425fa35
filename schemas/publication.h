// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "base/date.h"

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace praxis::schemas {

// What a library holds: one publication, as a plain value.
//
// It stands on this floor and not in corpus/ because both towers handle it: readers make it,
// the index stores it, the server shows it.
//
// Shapes:   all text is repaired UTF-8 (base/utf8.h); lists keep the source's order and hold no
//           equal values twice; an empty string or list means that the source says nothing.
// Threads:  Thread-compatible

// One value of a facet: `value` is its slug, levels joined by '/'; `labels` has one label a level.
// {"public-safety/fire", {"Public safety", "Fire"}}
struct Term {
    std::string value;
    std::vector<std::string> labels;

    bool operator==(const Term&) const = default;

    // The label of the last level.
    const std::string& label() const { return labels.back(); }
};

// A span of a passage that speaks for a topic; offsets in code points of the passage's text,
// end excluded; `quote` is the span, verbatim.
struct Evidence {
    std::uint32_t passage = 0;
    std::uint32_t begin = 0;
    std::uint32_t end = 0;
    std::string quote;
    double weight = 0;

    bool operator==(const Evidence&) const = default;
};

enum class TopicOrigin { Editor, Analyzer };

struct Topic {
    Term term;
    TopicOrigin by = TopicOrigin::Editor;
    double weight = 1;
    std::vector<Evidence> evidence;   // only of analyzers
    std::vector<std::string> words{}; // of the text: those that spoke most for it

    bool operator==(const Topic&) const = default;
};

// A part of the text that can be shown, cited and found again: what stands below one heading.
struct Passage {
    std::string heading; // empty for text before the first heading
    int level = 0;       // of the heading, 1–6; 0 without heading
    std::string anchor;  // unique in the publication; empty only without heading
    std::string place;   // where the source has pages or time codes: "p. 12", "00:12:30"
    std::string text;    // paragraphs separated by '\n'

    bool operator==(const Passage&) const = default;
};

// Whether the source gives the title (in a field, a heading, the file's name), or it is only the
// first words of the text, to show something: those are searched as text and not as a title.
enum class TitleOrigin { Source, Text };

// Where the date was found; earlier origins win.
enum class DateOrigin { Field, FileName, Text, Parent };

struct DatedBy {
    Date date;
    DateOrigin origin = DateOrigin::Field;

    bool operator==(const DatedBy&) const = default;
};

// From the first day of `begin` to the last day of `end`, both included.
struct Period {
    Date begin;
    Date end;

    bool operator==(const Period&) const = default;
};

struct Organization {
    Term term;
    std::string role; // "publisher", "author", "partner", "source", or empty

    bool operator==(const Organization&) const = default;
};

// A typed link to another publication of the library, or out of it.
struct Relation {
    std::string type;   // "evidences", "announces", "answers", "honours", "supersedes",
                        // "superseded-by", "part-of", "related", or the source's own word
    std::string target; // an id or a URL
    std::string label;

    bool operator==(const Relation&) const = default;
};

// Where the publication came from.
struct Provenance {
    std::string source;    // the source's name
    std::string source_id; // the id the source itself gave, verbatim, or empty
    std::string path;      // relative to the synced folder, '/' between levels
    std::string anchor;    // the place inside the file, for one of several; or empty
    std::string format;    // the reader: "markdown", "jats", ...

    bool operator==(const Provenance&) const = default;
};

struct Publication {
    std::string id; // letters, digits, hyphens, slashes; at most 96 characters
    std::vector<std::string> aliases;
    Provenance provenance;

    std::string kind; // a slug: "case-study"
    std::string title;
    TitleOrigin title_origin = TitleOrigin::Source;
    std::string summary;
    std::optional<DatedBy> date;
    std::optional<Date> updated;
    std::optional<Period> period;
    std::string language; // BCP 47, lower case: "en", "es-mx"
    std::string lens;     // "research" or "practice", or empty
    std::string licence;
    std::string url; // where the source itself shows it

    std::vector<Term> authors;
    std::vector<Organization> organizations;
    std::vector<Topic> topics;
    std::vector<Topic> suggested_topics; // of analyzers, for an editor to decide; counted nowhere
    std::vector<Term> keywords;
    std::vector<Term> places;
    std::vector<Term> audiences;
    std::optional<Term> series;
    std::map<std::string, std::vector<Term>> attributes; // further facets and fields of the library

    std::string parent; // the id of the issue an item belongs to
    std::vector<Relation> relations;
    std::vector<Passage> passages;

    bool operator==(const Publication&) const = default;
};

} // namespace praxis::schemas
