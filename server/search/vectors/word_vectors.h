// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "server/search/columns/dictionary.h"
#include "server/search/vectors/document_vectors.h"

#include <vector>

namespace praxis::search {

class Snapshot;

// The vectors of a library's publications, and a word to show for each of their stems.
//
// A stem is what a bare word finds: it is numbered as the image numbers the posting lists of bare
// words. Stop words have none. Of a large library the newest 200,000 publications have vectors.
//
// Threads:  Immutable
struct WordVectors {
    DocumentVectors vectors;
    std::vector<Form> shown;     // by stem: its commonest form
    std::uint32_t documents = 0; // that have vectors: those below
};

WordVectors make_vectors(const Snapshot& snapshot);

} // namespace praxis::search
