// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "base/result.h"

#include <filesystem>

namespace praxis::bench {

// A file to read: itself, or, if its name ends in ".zst", a temporary file with what is packed in
// it.
//
// Errors:   NotFound, Unavailable, InvalidInput (not of Zstandard), NoSpace.
// Threads:  Thread-compatible
// Lifetime: the temporary file is removed with the object.
class Unpacked {
public:
    static Result<Unpacked> open(const std::filesystem::path& path);

    ~Unpacked();
    Unpacked(Unpacked&& other) noexcept;
    Unpacked& operator=(Unpacked&& other) = delete;

    const std::filesystem::path& path() const { return path_; }

private:
    Unpacked(std::filesystem::path path, std::filesystem::path folder);

    std::filesystem::path path_;
    std::filesystem::path folder_; // of the temporary file; empty: none was needed
};

} // namespace praxis::bench
