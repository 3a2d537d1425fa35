// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "base/result.h"
#include "index/generation.h"
#include "index/sync_summary.h"

#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>

namespace praxis::search {

// Where generations come from: an index folder, or, in tests, memory.
//
// Errors:   as index::Generation::open.
// Threads:  Thread-safe
class GenerationSource {
public:
    virtual ~GenerationSource() = default;

    // The one of that number, or the current one; files that `trusted` has too need no checking.
    virtual Result<std::shared_ptr<const index::Generation>>
    open(std::optional<std::uint64_t> number, const index::Generation* trusted) const = 0;

    virtual Result<std::uint64_t> current_number() const = 0;

    // What the last sync said of itself, if it said anything.
    virtual Result<std::optional<index::SyncSummary>> last_sync() const = 0;
};

std::unique_ptr<GenerationSource> generations_of(std::filesystem::path index);

} // namespace praxis::search
