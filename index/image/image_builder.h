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
#include <optional>
#include <set>
#include <string>
#include <vector>

namespace praxis::index {

// The publications of a Lucene++ commit that live → an image (image.h): a base of all of them, or
// a delta of those that a base does not have.
//
// Equal commits and libraries give equal images, byte for byte, over equal bases.
//
// Errors:   NoSpace, Unavailable, Corrupt (the index does not read back), InvalidInput (more than
//           max_image_fields text fields).
// Threads:  Immutable

constexpr std::size_t max_image_fields = 16; // bits in a posting's set of fields

// Changes when the same commit would give another image: format, weights, analyzers, facets,
// labels, stemmers, collation.
std::uint64_t image_fingerprint(const schemas::Library& library);

// What a delta is to hold.
struct DeltaSource {
    const Image* base = nullptr;
    std::vector<std::uint32_t> gone;    // documents of the base, ascending
    std::vector<std::uint32_t> present; // numbers in the commit of what it holds, ascending
};

// What the base lacks of a commit, given the ids of everything that was put or removed since it
// was made. Nothing if base and delta would not come to the commit's publications.
std::optional<DeltaSource>
delta_source(const TextIndexReader& text, const Image& base, const std::set<std::string>& changed);

// These write and sync the file (not its folder) and return its length.
Result<std::uint64_t> build_delta(const TextIndexReader& text,
                                  const schemas::Library& library,
                                  const DeltaSource& source,
                                  const std::filesystem::path& file);
Result<std::uint64_t> build_image(const TextIndexReader& text,
                                  const schemas::Library& library,
                                  const std::filesystem::path& file);

// These build it in an unnamed temporary file: for what has no image, or a damaged one.
Result<std::shared_ptr<const Image>> temporary_delta(const TextIndexReader& text,
                                                     const schemas::Library& library,
                                                     const DeltaSource& source);
Result<std::shared_ptr<const Image>> temporary_image(const TextIndexReader& text,
                                                     const schemas::Library& library);

// Whether the image of this commit, or that delta of it, has exactly the bytes of the file.
Result<bool> equals_image(const TextIndexReader& text,
                          const schemas::Library& library,
                          const DeltaSource* delta,
                          const std::filesystem::path& file);

} // namespace praxis::index
