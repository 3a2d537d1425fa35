// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "base/result.h"
#include "schemas/library.h"

#include <filesystem>
#include <optional>

namespace praxis::indexer {

// The library description of a sync: the one that is named; else the one with which the index was
// made, so that a forgotten option does not turn one library into another; else the shipped one.
//
// Errors:   those of load_library; an index that cannot be opened has no description of its own.
Result<schemas::Library> choose_library(const std::optional<std::filesystem::path>& named,
                                        const std::filesystem::path& index);

// Whether the generation that is served says something else of its library; then a sync publishes,
// even where no publication changes.
bool is_described_anew(const std::filesystem::path& index, const schemas::Library& library);

} // namespace praxis::indexer
