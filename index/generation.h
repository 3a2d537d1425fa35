// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "base/result.h"
#include "schemas/library.h"
#include "index/image/image.h"
#include "index/manifest.h"
#include "index/text_index_reader.h"

#include <cstdint>
#include <filesystem>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace praxis::index {

// A published state of a library, opened for reading: what the server answers from.
//
// DIR/CURRENT names the generation that is served; DIR/generations/N.json is its manifest
// (docs/index_format.md). Opening takes a lease: as long as the object lives, no indexer deletes
// its files.
//
// Errors:   NotFound (no index, no such generation or no longer kept: the message says which
//           remain), Corrupt (checksum, length or structure), Conflict (made by an analysis that is
//           not ours: says to sync again).
// Threads:  Immutable

// A publication that was removed; its id is never used again.
struct Tombstone {
    std::string id;
    std::string title;
    std::string removed; // UTC date

    bool operator==(const Tombstone&) const = default;
};

class Generation {
public:
    virtual ~Generation() = default;

    virtual const Manifest& manifest() const = 0;
    virtual const schemas::Library& library() const = 0;
    virtual const TextIndexReader& text() const = 0;

    // Empty where there are none to be used: an older version published it, or one is missing or
    // damaged. temporary_image (image/image_builder.h) makes one.
    virtual Images images() const { return {}; }

    // Former ids → the current one.
    virtual const std::map<std::string, std::string, std::less<>>& aliases() const = 0;
    virtual const std::map<std::string, Tombstone, std::less<>>& tombstones() const = 0;

    // Opens the current generation, or the one of that number while it is kept.
    //
    // Every file's length is checked, and the checksums of as many files as come to `max_checked`
    // bytes, small ones first; files that `trusted` (an open generation of the same index) has too
    // are not read again.
    static Result<std::shared_ptr<const Generation>>
    open(const std::filesystem::path& index,
         std::optional<std::uint64_t> number = std::nullopt,
         const Generation* trusted = nullptr,
         std::uint64_t max_checked = 512ULL * 1024 * 1024);

    // The number in DIR/CURRENT: cheap enough to ask every 100 ms.
    static Result<std::uint64_t> current_number(const std::filesystem::path& index);
};

} // namespace praxis::index
