// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "base/result.h"
#include "index/folder/disk.h"
#include "index/manifest.h"

#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace praxis::index {

// The kept generations of an index, and going back among them.
//
// All of this works while an indexer is at work or a server reads: it takes only the short lock
// under which CURRENT moves. Going back *holds* the library: nothing is published until `resume`,
// so that a running watch does not undo the roll-back.
//
// Errors:   NotFound (no index, no such generation: the message says which are kept), Corrupt.
// Threads:  Immutable

struct KeptGeneration {
    Manifest manifest;
    bool current = false;
    std::string pinned;  // the label, or empty
    bool leased = false; // some process has it open
};

struct History {
    std::vector<KeptGeneration> generations; // by number, ascending
    std::string held;                        // why nothing can be published, or empty
};

Result<History> history(const std::filesystem::path& index);

// Makes CURRENT name a kept generation and holds the library. Its files are checked by length.
Result<void> roll_back(const std::filesystem::path& index,
                       std::uint64_t number,
                       const DiskOptions& options = {});

// Lets publishing go on, from what CURRENT names.
Result<void> resume(const std::filesystem::path& index, const DiskOptions& options = {});

// Keeps a generation until it is unpinned; a second label replaces the first.
Result<void> pin(const std::filesystem::path& index,
                 std::uint64_t number,
                 std::string_view label,
                 const DiskOptions& options = {});

Result<void>
unpin(const std::filesystem::path& index, std::uint64_t number, const DiskOptions& options = {});

} // namespace praxis::index
