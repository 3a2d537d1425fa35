// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "schemas/publication.h"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace praxis::search {

// An answer as a value; server/http writes it as JSON or as a page.
//
// Shapes:   hits in the order asked for; totals and counts exact.
// Threads:  Thread-compatible

// A piece of text, marked if it matched. The pieces in a row are the text; never HTML.
struct TextPart {
    std::string text;
    bool mark = false;

    bool operator==(const TextPart&) const = default;
};

struct ShownPassage {
    std::string heading;
    std::string anchor;
    std::vector<TextPart> parts;

    bool operator==(const ShownPassage&) const = default;
};

struct Hit {
    schemas::Publication publication; // without its passages
    std::optional<double> score;      // only when sorted by relevance
    std::vector<TextPart> title_parts;
    std::vector<ShownPassage> passages;
};

struct FacetValue {
    std::string value;
    std::string label;
    std::uint32_t count = 0;
    bool selected = false;
    std::vector<FacetValue> children;

    bool operator==(const FacetValue&) const = default;
};

struct FacetCounts {
    std::string field;
    std::string label;
    std::vector<FacetValue> values;
    bool more = false; // there are values beyond facet_size

    bool operator==(const FacetCounts&) const = default;
};

struct Note {
    std::string code; // dropped-operator, unclosed-quote, unknown-value, stop-words, expanded, …
    std::string text;

    bool operator==(const Note&) const = default;
};

struct Correction {
    std::string query;
    std::uint64_t total = 0;
};

struct SearchAnswer {
    std::string query;
    std::string understood;
    std::optional<Correction> corrected;
    std::vector<Note> notes;
    std::uint64_t total = 0;
    std::vector<Hit> hits;
    std::vector<FacetCounts> facets;
    std::optional<std::string> next; // cursors
    std::optional<std::string> previous;
    std::uint64_t generation = 0;
    std::string published;          // UTC
    std::vector<std::string> ids{}; // in the place of hits, if only these were asked for
};

} // namespace praxis::search
