// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <string>
#include <string_view>

namespace praxis::corpus {

// Where a publication's id comes from.
struct Identity {
    std::string_view source;    // the source's name
    std::string_view path;      // relative to its folder
    std::string_view anchor;    // of one of several in a file, or empty
    std::string_view source_id; // what the source calls it, or empty
};

// The id of a publication: its own identifier if the source gives one, else
// "<source>/<path without extension>", with "#<anchor>" for one of several in a file.
//
// Each level is a slug, so "10.1371/journal.pone.0042" becomes "10-1371/journal-pone-0042". A pure
// function of its input: that two publications never share an id is the indexer's to check.
//
// Shapes:   1–96 characters of [a-z0-9-/] and one '#' at most; a longer one is cut and ends in
//           "-" and 8 digits of its fingerprint.
// Threads:  Thread-safe
std::string id_of(const Identity& identity);

} // namespace praxis::corpus
