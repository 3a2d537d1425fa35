// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "schemas/xml.h"

#include <filesystem>
#include <map>
#include <memory>
#include <mutex>
#include <string>
#include <string_view>
#include <vector>

namespace praxis::corpus {

// Where the sections of a code stand: "sections/2-101.xml" lies below "Government Administration",
// "Inspections", "Steam Boilers".
//
// The index.xml of a title includes its sections from within nested containers; it is read once
// for all of them, and again when it has changed.
//
// Errors:   none; a section without an index has an empty path.
// Threads:  Thread-safe
class CodeHierarchy {
public:
    // The headings above a section's file, the widest first; `section` is an absolute path
    // ".../sections/2-101.xml".
    std::vector<std::string> path_of(const std::filesystem::path& section) const;

private:
    using Paths = std::map<std::string, std::vector<std::string>, std::less<>>; // by file name

    struct Index {
        std::uint64_t size = 0;
        std::int64_t modified = 0;
        std::shared_ptr<const Paths> paths;
    };

    std::shared_ptr<const Paths> paths_of(const std::filesystem::path& index) const;

    mutable std::mutex mutex_;
    mutable std::map<std::filesystem::path, Index> indexes_; // guarded by mutex_; a cache
};

} // namespace praxis::corpus
