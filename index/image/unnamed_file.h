// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "base/result.h"

#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>

namespace praxis::index {

// A file without a name, for what is too large to be kept in memory while an image is made.
//
// It begins in memory and goes to the folder's disk piece by piece; small ones never do. The
// system removes it with the process, however that ends.
//
// Errors:   NoSpace, Unavailable: the first failed write is remembered, and told by `failed` and
//           `map`.
// Threads:  Thread-compatible
class UnnamedFile {
public:
    explicit UnnamedFile(std::filesystem::path folder) : folder_(std::move(folder)) {}

    UnnamedFile(UnnamedFile&& other) noexcept;
    UnnamedFile& operator=(UnnamedFile&&) = delete;
    ~UnnamedFile();

    void append(std::string_view bytes);

    std::uint64_t size() const { return size_; }

    // All of it, in memory or mapped; nothing may be appended afterwards.
    Result<std::string_view> map();

private:
    void flush();

    std::filesystem::path folder_;
    int descriptor_ = -1;
    int failed_ = 0; // errno
    std::uint64_t size_ = 0;
    std::string buffer_;
    std::string_view mapped_;
};

// Opens a nameless file in a folder; negative where that fails, with errno set.
int open_unnamed(const std::filesystem::path& folder);

// Writes all of it; returns errno, or 0.
int write_all(int descriptor, std::string_view bytes);

} // namespace praxis::index
