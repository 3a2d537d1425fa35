// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "base/result.h"
#include "schemas/library.h"
#include "index/image/image.h"
#include "index/text_index_reader.h"

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <memory>

namespace praxis::index {

// The publications of a Lucene++ commit that live → an image (image.h).
//
// Equal commits and libraries give equal images, byte for byte.
//
// Errors:   NoSpace, Unavailable, Corrupt (the index does not read back), InvalidInput (more than
//           max_image_fields text fields).
// Threads:  Immutable

constexpr std::size_t max_image_fields = 16; // bits in a posting's set of fields

// Changes when the same commit would give another image: format, weights, analyzers, facets,
// labels, stemmers, collation.
std::uint64_t image_fingerprint(const schemas::Library& library);

// Writes and syncs the file (not its folder); returns its length.
Result<std::uint64_t> build_image(const TextIndexReader& text,
                                  const schemas::Library& library,
                                  const std::filesystem::path& file);

// Builds it in an unnamed temporary file: for what has no image, or a damaged one.
Result<std::shared_ptr<const Image>> temporary_image(const TextIndexReader& text,
                                                     const schemas::Library& library);

// Whether the image of this commit has exactly the bytes of the file.
Result<bool> equals_image(const TextIndexReader& text,
                          const schemas::Library& library,
                          const std::filesystem::path& file);

} // namespace praxis::index
