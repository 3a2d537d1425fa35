// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "base/result.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace praxis::index {

// What a generation says about itself: DIR/generations/N.json.
//
// It names every file that the generation consists of, with length and checksum; whatever no
// manifest names is not part of any generation. Written once, never changed.
//
// Shapes:   files in the order in which their parts are read: "library/…", "vocabularies/…",
//           "catalog/…", "names/…", "epochs/E/lucene/…" (docs/index_format.md); "images/…" by
//           themselves: without them the generation is whole.
// Errors:   Corrupt, when the text is not what `manifest_to_json` writes, to the last byte.
// Threads:  Immutable

struct FileRecord {
    std::string name; // relative to the index folder
    std::uint64_t length = 0;
    std::uint64_t checksum = 0; // base/fingerprint.h

    bool operator==(const FileRecord&) const = default;
};

struct Manifest {
    std::uint64_t number = 0;
    std::uint64_t parent = 0; // 0: none
    std::string published;    // UTC, "2026-11-22T09:00:00Z"
    std::uint64_t publications = 0;
    std::uint64_t added = 0;
    std::uint64_t replaced = 0;
    std::uint64_t removed = 0;
    std::uint64_t rejected = 0; // files with an error, in the sync that made it
    std::uint64_t analysis = 0; // fingerprints (schemas/library.h, analyzers)
    std::uint64_t reading = 0;
    std::uint64_t epoch = 0; // DIR/epochs/EPOCH holds its Lucene++ files
    std::string commit;      // Lucene++'s segments file
    std::vector<FileRecord> files;
    std::uint64_t image = 0; // the fingerprint of its images (image/image_builder.h); 0: none
    std::vector<FileRecord> images; // derived from the rest

    bool operator==(const Manifest&) const = default;
};

std::string manifest_to_json(const Manifest& manifest);

Result<Manifest> manifest_from_json(std::string_view json);

// The files of one part, by the folder they lie in: "catalog/".
std::vector<FileRecord> files_below(const Manifest& manifest, std::string_view folder);

} // namespace praxis::index
