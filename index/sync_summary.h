// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "base/result.h"
#include "index/folder/disk.h"

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace praxis::index {

// What the last sync did, for those who look after the library: DIR/last_sync.json.
//
// Every sync that comes to its end replaces it, also one that publishes nothing: a file that was
// good and is now broken changes no publication, and is what somebody must hear of. A roll-back
// leaves it alone. No generation depends on it; it may be missing, and may be deleted.
//
// Shapes:   at most `max_rejections` rejections, in the order of the report.
// Units:    seconds of wall time; `finished` is UTC.
// Errors:   reading: Corrupt (the message names the file); writing: NoSpace, Unavailable.
// Threads:  Immutable

struct Rejection {
    std::string source;
    std::string path; // relative to the source's folder
    int line = 0;     // 0: none
    int column = 0;
    std::string reason;

    bool operator==(const Rejection&) const = default;
};

struct SyncSummary {
    static constexpr std::size_t max_rejections = 100;

    std::string finished;
    double seconds = 0;
    std::optional<std::uint64_t> published; // the generation, where one was made

    std::uint64_t publications = 0; // in the library now
    std::uint64_t added = 0;
    std::uint64_t replaced = 0;
    std::uint64_t removed = 0;
    std::uint64_t kept = 0; // of broken files, in their last good version

    std::uint64_t files = 0;           // of the sources that were looked at
    std::uint64_t unchanged_files = 0; // not read again
    std::uint64_t rejected_files = 0;
    std::uint64_t ignored_files = 0; // images, scripts and the like

    std::vector<Rejection> rejections;
    std::uint64_t more_rejections = 0; // beyond those listed

    bool operator==(const SyncSummary&) const = default;
};

std::string sync_summary_to_json(const SyncSummary& summary);

Result<SyncSummary> sync_summary_from_json(std::string_view json);

// Nothing, where no sync has left one.
Result<std::optional<SyncSummary>> read_sync_summary(const std::filesystem::path& index);

Result<void> write_sync_summary(const std::filesystem::path& index,
                                const SyncSummary& summary,
                                const DiskOptions& options = {});

} // namespace praxis::index
