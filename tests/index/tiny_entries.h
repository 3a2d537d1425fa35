// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "base/fingerprint.h"
#include "schemas/publication_json.h"
#include "index/compression.h"
#include "index/entry.h"

#include <sstream>
#include <string>
#include <vector>

namespace praxis::tests {

// Entries made without an analyzer: a token for each word between blanks, verbatim.

inline index::IndexedField tiny_field(const std::string& name, const std::string& text) {
    index::IndexedField field{.name = name, .tokens = {}, .length = 0};
    std::istringstream words(text);
    for (std::string word; words >> word; ++field.length)
        field.tokens.push_back({word, field.length});
    return field;
}

inline index::Entry
tiny_entry(const std::string& id, const std::string& title, const std::string& body = "") {
    index::Entry entry;
    entry.publication.id = id;
    entry.publication.title = title;
    if (!body.empty())
        entry.publication.passages.emplace_back().text = body;
    if (!title.empty())
        entry.fields.push_back(tiny_field("title", title));
    if (!body.empty())
        entry.fields.push_back(tiny_field("body", body));
    const std::string json = schemas::publication_to_json(entry.publication);
    entry.stored = index::compress(json, 3);
    entry.fingerprint = praxis::fingerprint_of(json);
    return entry;
}

} // namespace praxis::tests
