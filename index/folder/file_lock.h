// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "base/result.h"

#include <filesystem>
#include <string>

namespace praxis::index {

// An advisory lock on a file, held as long as the object lives.
//
// It is a `flock`: the kernel frees it when the process ends in whatever way, it holds against
// other processes and against a second opening in this one, and it goes by the file and not by how
// its path is spelt. (Lucene++'s own locks do none of this.) The holder's process id stands in the
// file, for messages only.
//
// Errors:   Conflict: held by another, with its process id. Unavailable: no such folder, no right.
// Threads:  Thread-compatible
class FileLock {
public:
    // Takes the lock or fails at once; `what` completes "another process is …": "writing
    // /srv/index".
    static Result<FileLock> take(const std::filesystem::path& file, const std::string& what);

    // Waits for the lock; for locks held for moments only.
    static Result<FileLock> await(const std::filesystem::path& file);

    FileLock(FileLock&& other) noexcept;
    FileLock& operator=(FileLock&& other) noexcept;
    FileLock(const FileLock&) = delete;
    FileLock& operator=(const FileLock&) = delete;
    ~FileLock();

private:
    explicit FileLock(int descriptor) : descriptor_(descriptor) {}

    int descriptor_ = -1;
};

} // namespace praxis::index
