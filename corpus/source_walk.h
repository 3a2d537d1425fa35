// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "base/file.h"
#include "corpus/path_rules.h"
#include "corpus/reader_registry.h"

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace praxis::corpus {

// A file that the walk found.
struct WalkedFile {
    SourceFile source;
    FileStamp stamp;
    std::optional<FileStamp> companion; // of the file that its reader reads along
};

struct Walk {
    std::vector<WalkedFile> files; // sorted by path
    std::vector<Diagnostic> diagnostics;
    std::vector<std::string> unreadable; // files and folders: nothing is known of what is in them
    std::uint64_t skipped = 0;           // files that a path rule leaves out
};

// Lists the files of a source, a folder or a single file.
//
// Hidden names and what path rules skip are left out. Symbolic links are followed when they lead
// out of the folder (what they mean inside is found anyway) and never in a circle. A name that is
// not UTF-8 is shown decoded. A file that another one's reader reads along is no entry of its own.
//
// Errors:   NotFound, Unavailable: the root itself is missing or cannot be read; so the caller can
//           tell "the source is gone" from "its publications are gone". What is unreadable
//           further down is listed and told.
// Threads:  Thread-safe
Result<Walk> walk_source(const std::filesystem::path& root,
                         const PathRules& rules,
                         const ReaderRegistry& registry);

} // namespace praxis::corpus
