// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "base/result.h"

#include <cstdint>
#include <filesystem>
#include <optional>
#include <set>
#include <span>
#include <string>
#include <variant>
#include <vector>

namespace praxis::indexer {

// The command line of praxis-indexer, as values.
//
// Errors:   InvalidInput: unknown command or option (with the nearest known one), missing or
//           surplus arguments; each in one sentence that says what to do.
// Threads:  Immutable

struct SyncOptions {
    std::vector<std::filesystem::path> sources;
    std::filesystem::path index;
    std::optional<std::filesystem::path> library;
    std::string only_source; // SOURCE... is the truth about this source alone
    std::optional<std::filesystem::path> report;
    std::set<std::filesystem::path> unsettled; // files that are left as they were: being written
    bool dry_run = false;
    bool strict = false;
    bool allow_removals = false;
    bool resume = false;
};

struct WatchOptions {
    SyncOptions sync;
};

struct CheckOptions {
    std::vector<std::filesystem::path> sources;
    std::optional<std::filesystem::path> library;
};

struct HistoryOptions {
    std::filesystem::path index;
};

struct RollbackOptions {
    std::filesystem::path index;
    std::uint64_t to = 0;
};

struct PinOptions {
    std::filesystem::path index;
    std::uint64_t number = 0;
    std::string label; // empty: unpin
};

struct VerifyOptions {
    std::filesystem::path index;
};

struct LibraryOptions {
    std::optional<std::filesystem::path> file; // none: the shipped description
};

// What a description would change in the topics of an index; nothing is published.
struct TopicsOptions {
    std::filesystem::path index;
    std::optional<std::filesystem::path> library; // none: the index's own
};

// What the texts of an index explain acronyms by.
struct AcronymsOptions {
    std::filesystem::path index;
};

struct HelpOptions {
    std::string text;
};

using Command = std::variant<SyncOptions,
                             WatchOptions,
                             CheckOptions,
                             HistoryOptions,
                             RollbackOptions,
                             PinOptions,
                             VerifyOptions,
                             LibraryOptions,
                             TopicsOptions,
                             AcronymsOptions,
                             HelpOptions>;

// `arguments` without the program's name.
Result<Command> parse_command_line(std::span<const std::string> arguments);

} // namespace praxis::indexer
