// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "base/result.h"
#include "schemas/library.h"
#include "index/folder/disk.h"
#include "index/folder/index_folder.h"
#include "index/image/image.h"
#include "index/manifest.h"

#include <cstdint>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace praxis::index {

// The images of a generation (image/image.h) as files of the index folder: DIR/images/F.image.
//
// They are derived from the Lucene++ index and can be spared: a generation whose images are
// missing, damaged or made by another version is served all the same, from one that is made on the
// spot.
//
// Threads:  Immutable (functions), Thread-compatible (ChangedIds)

// The ids that were put or removed, as long as they are few enough for a delta: at most a tenth of
// the base.
class ChangedIds {
public:
    // Nothing is known: no delta can be made.
    ChangedIds() = default;

    explicit ChangedIds(std::uint64_t publications)
        : limit_(limit_for(publications)), known_(true) {}

    static std::uint64_t limit_for(std::uint64_t publications);

    void add(std::string_view id);

    // Null: unknown, or too many.
    const std::set<std::string>* ids() const { return known_ ? &ids_ : nullptr; }

private:
    std::uint64_t limit_ = 0;
    bool known_ = false;
    std::set<std::string> ids_;
};

// Makes the image of the manifest's commit, or a delta over the parent's base, and names what it
// is answered from in the manifest; where `parent` has the same Lucene++ files, its images.
// Errors:   NoSpace, Unavailable, Corrupt, InvalidInput (too many text fields)
Result<void> add_images(const IndexFolder& folder,
                        Manifest& manifest,
                        const Manifest* parent,
                        const schemas::Library& library,
                        const ChangedIds& changed,
                        const DiskOptions& options);

// The images that a manifest names, or none: there are none, they were made by another version, or
// one is not what was written. The checksums of those in `to_check` are compared, else only bounds.
Images open_images(const IndexFolder& folder,
                   const Manifest& manifest,
                   const schemas::Library& library,
                   const std::vector<FileRecord>& to_check);

// The ids that must have changed since a base was made, by its delta.
std::set<std::string> changed_ids(const Image& base, const Image& delta);

} // namespace praxis::index
