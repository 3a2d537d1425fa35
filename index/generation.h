// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "base/result.h"
#include "schemas/library.h"
#include "index/text_index_reader.h"

#include <cstdint>
#include <filesystem>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace praxis::index {

// A published state of a library, opened for reading: what the server answers from.
//
// DIR/CURRENT names the generation that is served; DIR/generations/N.json is its manifest
// (docs/index_format.md). Opening takes a lease: as long as the object lives, no indexer deletes
// its files.
//
// Errors:   NotFound (no index, no such generation or no longer kept: the message says which
//           remain), Corrupt (checksum, length or structure), Conflict (made by an analysis that is
//           not ours: says to sync again).
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
    std::uint64_t rejected = 0; // files or parts of files, in the sync that made it
    std::uint64_t analysis = 0; // fingerprints (schemas/library.h, analyzers)
    std::uint64_t reading = 0;
    std::uint64_t epoch = 0; // DIR/epochs/EPOCH holds its files
    std::string commit;      // Lucene++'s segments file
    std::vector<FileRecord> files;
};

// A publication that was removed; its id is never used again.
struct Tombstone {
    std::string id;
    std::string title;
    std::string removed; // UTC date
};

class Generation {
public:
    virtual ~Generation() = default;

    virtual const Manifest& manifest() const = 0;
    virtual const schemas::Library& library() const = 0;
    virtual const TextIndexReader& text() const = 0;

    // Former ids → the current one.
    virtual const std::map<std::string, std::string, std::less<>>& aliases() const = 0;
    virtual const std::map<std::string, Tombstone, std::less<>>& tombstones() const = 0;

    // Opens the current generation, or the one of that number while it is kept.
    static Result<std::shared_ptr<const Generation>>
    open(const std::filesystem::path& index, std::optional<std::uint64_t> number = std::nullopt);

    // The number in DIR/CURRENT: cheap enough to ask every 100 ms.
    static Result<std::uint64_t> current_number(const std::filesystem::path& index);
};

} // namespace praxis::index
