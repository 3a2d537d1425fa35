// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "base/result.h"

#include <cstdint>
#include <filesystem>
#include <string_view>

namespace praxis::index {

// How the index writes to the disk: checked, synced, never into the last free space, and, in
// tests, failing where it is told to.
//
// Errors:   NoSpace, Unavailable; the message names the file.
// Threads:  Immutable

enum class DiskCall { Create, Write, Sync, Rename, SyncFolder };

// Decides in tests which call fails; the index asks it before each one.
// Threads: called by the one thread that writes.
class DiskFaults {
public:
    virtual ~DiskFaults() = default;

    // The errno value to fail with, or 0 to go on.
    virtual int fault(DiskCall call, const std::filesystem::path& path) = 0;
};

struct DiskOptions {
    // No file is begun when less than this would stay free: a full disk is noticed before it is
    // full, and other programs (the server's log, the system) keep room.
    std::uint64_t free_space_floor = 64ULL * 1024 * 1024;
    DiskFaults* faults = nullptr; // must outlive what uses the options
};

// Fails when the faults say so.
Result<void>
ask_faults(const DiskOptions& options, DiskCall call, const std::filesystem::path& path);

// Fails when the file system of `folder` has less room than the floor.
Result<void> check_free_space(const DiskOptions& options, const std::filesystem::path& folder);

// base/file.h's write_file_durably, under these options.
Result<void> write_durably(const DiskOptions& options,
                           const std::filesystem::path& path,
                           std::string_view bytes);

// Makes a folder and those above it; they survive a power loss as their files do.
Result<void> make_folder(const DiskOptions& options, const std::filesystem::path& folder);

Result<void> sync_folder(const DiskOptions& options, const std::filesystem::path& folder);

} // namespace praxis::index
