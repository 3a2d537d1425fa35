// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "indexer/file_plan.h"

#include <cstdint>

namespace praxis::indexer {

// The fingerprint of what a reader would read: the file's bytes and its companion's; 0 for a file
// that is not read at all or cannot be.
std::uint64_t content_fingerprint(const FileTask& task);

} // namespace praxis::indexer
