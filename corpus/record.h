// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "schemas/publication.h"

#include <string>
#include <string_view>
#include <vector>

namespace praxis::corpus {

// What a reader found of one publication, in the source's own words.
//
// Readers know formats, not libraries: they hand on every key they meet, and make_publication
// (publication_maker.h) turns keys into properties by the library's description. So a new key
// needs a line in library.xml, not a change here.
//
// Shapes:   keys lower case, with their vocabulary where they have one: "title", "dc.creator",
//           "og:title", "citation_author", "article:published_time", "ld.headline";
//           values trimmed, repaired, never empty, in the source's order.
// Threads:  Thread-compatible

struct KeyValue {
    std::string key;
    std::string value;
    int line = 0;
    // For a value that is a path of levels, top first (place, subject); `value` has them joined by
    // '/'. Of a relation, whose target `value` is: its label, if it has one.
    std::vector<std::string> path = {};
    // A role or qualifier the format gives: "publisher" for an organization, a relation's type.
    std::string qualifier = {};
};

struct Record {
    std::vector<KeyValue> values;
    std::vector<schemas::Passage> passages;
    std::string source_id;     // what the source itself calls it; empty: the path names it
    std::string anchor;        // the place inside a file that holds several; else empty
    std::string parent_anchor; // of the record in the same file that this one belongs to
    bool is_container = false; // a newsletter issue: its items inherit what they lack
    std::string kind_hint;     // what the format alone tells: "newsletter-item", "law"
    int line = 1;

    void add(std::string_view key, std::string_view value, int at_line = 0);

    // A value of several levels; `value` is the levels joined by '/', so that what is said of a
    // word ("General" is no topic) is not said of the last level. One level is a plain value.
    void add_path(std::string_view key, const std::vector<std::string>& levels, int at_line = 0);

    // The first value of a key, or an empty string.
    std::string_view first(std::string_view key) const;
};

} // namespace praxis::corpus
