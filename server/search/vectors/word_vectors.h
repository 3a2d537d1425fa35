// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "server/search/vectors/document_vectors.h"

#include <cstdint>
#include <string_view>
#include <vector>

namespace praxis::search {

class Snapshot;

// The vectors of a library's publications, and a word to show for each of their stems.
//
// A stem is what a bare word finds: it is numbered as the base numbers the posting lists of bare
// words, and behind these as the delta does. Stop words have none. Of a large library the newest
// 200,000 publications have vectors.
//
// Threads:  Immutable
struct WordVectors {
    DocumentVectors vectors;
    std::vector<std::string_view> shown; // by stem: its commonest form; empty: none
    std::uint32_t documents = 0;         // that have vectors: those below
};

WordVectors make_vectors(const Snapshot& snapshot);

} // namespace praxis::search
