// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "base/result.h"
#include "index/folder/disk.h"
#include "index/folder/file_lock.h"
#include "index/folder/ledger.h"
#include "index/manifest.h"

#include <cstdint>
#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace praxis::index {

// Where things lie in an index folder, and how the small ones are read and written
// (docs/index_format.md).
//
// Errors:   NotFound, Corrupt (the message names the file), Unavailable, NoSpace.
// Threads:  Immutable

struct IndexFolder {
    std::filesystem::path root;

    std::filesystem::path current() const { return root / "CURRENT"; }

    std::filesystem::path ledger() const { return root / "ledger.json"; }

    std::filesystem::path last_sync() const { return root / "last_sync.json"; }

    std::filesystem::path generations() const { return root / "generations"; }

    std::filesystem::path manifest(std::uint64_t number) const;

    std::filesystem::path epochs() const { return root / "epochs"; }

    // The folder of Lucene++'s files, relative and whole.
    static std::string text_name(std::uint64_t epoch);

    std::filesystem::path text(std::uint64_t epoch) const { return root / text_name(epoch); }

    // Held by the process that publishes, as long as it may.
    Result<FileLock> lock_for_writing() const;

    // Held for the moments in which CURRENT, the ledger or manifests change.
    Result<FileLock> lock_ledger() const;
};

// CURRENT: a number, and the fingerprint of that manifest's text, so that a damaged digit does not
// serve another generation.
struct CurrentMark {
    std::uint64_t number = 0;
    std::uint64_t manifest = 0;

    bool operator==(const CurrentMark&) const = default;
};

// Nothing, where no generation was ever published.
Result<std::optional<CurrentMark>> read_current(const IndexFolder& folder);

Result<void>
write_current(const IndexFolder& folder, const CurrentMark& mark, const DiskOptions& options);

struct ReadManifest {
    Manifest manifest;
    std::uint64_t fingerprint = 0; // of its text
};

Result<ReadManifest> read_manifest(const IndexFolder& folder, std::uint64_t number);

// The numbers of the manifests there are, ascending.
std::vector<std::uint64_t> manifest_numbers(const IndexFolder& folder);

Result<Ledger> read_ledger(const IndexFolder& folder);

Result<void>
write_ledger(const IndexFolder& folder, const Ledger& ledger, const DiskOptions& options);

// The highest number that was ever current: a manifest above it is left over from a crash.
std::uint64_t last_published(const Ledger& ledger, const std::optional<CurrentMark>& current);

// "generations 3, 7 and 9 are kept", for messages.
std::string kept_in_words(const IndexFolder& folder);

// Whether every file of a manifest is there with its length; the Error names the first that is not.
Result<void> check_lengths(const IndexFolder& folder, const Manifest& manifest);

// The record of a file, read whole for its checksum.
Result<FileRecord> record_of(const IndexFolder& folder, const std::string& name);

} // namespace praxis::index
