// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "base/result.h"

#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>

namespace praxis {

// Files, read whole and written so that they survive a crash.
//
// Units:    sizes in bytes; times in nanoseconds since 1970.
// Errors:   NotFound, Unavailable (permissions, I/O), InvalidInput (larger than allowed), NoSpace.
// Threads:  Immutable

// What a file looked like when it was last seen; equal stamps mean: not read again.
struct FileStamp {
    std::uint64_t size = 0;
    std::int64_t modified = 0;
    std::int64_t changed = 0; // inode change time: catches a restored modification time
    std::uint64_t inode = 0;

    bool operator==(const FileStamp&) const = default;
};

Result<FileStamp> stamp_of(const std::filesystem::path& path);

Result<std::string> read_file(const std::filesystem::path& path, std::uint64_t max_bytes);

// Replaces `path` by `bytes`: temporary file, sync, rename, sync of the folder.
// After success the new content survives a power loss; after failure the old one stands.
Result<void> write_file_durably(const std::filesystem::path& path, std::string_view bytes);

// Makes renames, creations and removals inside `folder` durable.
Result<void> sync_folder(const std::filesystem::path& folder);

// The Error that `errno` value `code` stands for: "cannot <attempt> <path>: <reason>".
Error error_of_errno(int code, std::string_view attempt, const std::filesystem::path& path);

} // namespace praxis
