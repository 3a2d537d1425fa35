// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "base/result.h"

#include <cstdint>
#include <string>
#include <string_view>

namespace praxis::index {

// Bytes ↔ one zstd frame with its length and a checksum of the content.
//
// Errors:   Corrupt: not such a frame, longer than allowed, or the checksum differs.
// Threads:  Thread-safe (the working memory is kept per thread)
// Source:   RFC 8878

// Levels: 1 for big files that are written at every publish, 3 for stored publications.
std::string compress(std::string_view bytes, int level);

Result<std::string> decompress(std::string_view frame, std::uint64_t max_bytes);

} // namespace praxis::index
