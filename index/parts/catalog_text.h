// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "base/result.h"
#include "index/catalog.h"

#include <functional>
#include <string>
#include <string_view>

namespace praxis::index {

// The catalog as lines of text, in chunks.
//
// One line a thing, its parts separated by tabs (docs/index_format.md); a backslash escapes tab,
// line end and itself. A chunk ends behind a line whose fingerprint says so, so that a change
// touches the chunk it stands in and no other: chunks are stored under the fingerprint of their
// text, and generations share those that are equal.
//
// Shapes:   a chunk holds about 32,768 lines and at most 32 MB; the chunks in order are the text.
// Errors:   Corrupt, when a line is not what is written here.
// Threads:  Immutable (functions); Thread-compatible (CatalogParser)
// Source:   content-defined chunking as in LBFS (Muthitacharoen et al., 2001), by line

using ChunkVisitor = std::function<Result<void>(std::string_view text)>;

// Stops at the first failure of `visit` and returns it.
Result<void> visit_chunks(const Catalog& catalog, const ChunkVisitor& visit);
Result<void> visit_chunks(const Names& names, const ChunkVisitor& visit);

// Puts a catalog together again from the chunks of files and publications, in order.
class CatalogParser {
public:
    explicit CatalogParser(std::size_t expected_publications) {
        catalog_.expect_publications(expected_publications);
    }

    Result<void> read(std::string_view chunk);

    // The catalog without names, after the last chunk.
    Result<Catalog> finish();

private:
    Result<void> read_line(std::string_view line);
    Result<void> put_file();

    Catalog catalog_;
    CataloguedFile file_;
    bool has_file_ = false;
};

// Adds what a chunk of names says to `names`.
Result<void> read_names(std::string_view chunk, Names& names);

} // namespace praxis::index
