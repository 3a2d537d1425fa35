// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "base/result.h"
#include "schemas/library.h"
#include "index/folder/disk.h"
#include "index/folder/index_folder.h"
#include "index/image/image.h"
#include "index/manifest.h"

#include <memory>

namespace praxis::index {

// The image of a generation (image/image.h) as a file of the index folder: DIR/images/F.image.
//
// It is derived from the Lucene++ index and can be spared: a generation whose image is missing,
// damaged or made by another version is served all the same, from one that is made on the spot.
//
// Threads:  Immutable

// Makes the image of the manifest's commit and names it in the manifest; where `parent` has one of
// the same Lucene++ files, that.
// Errors:   NoSpace, Unavailable, Corrupt, InvalidInput (too many text fields)
Result<void> add_image(const IndexFolder& folder,
                       Manifest& manifest,
                       const Manifest* parent,
                       const schemas::Library& library,
                       const DiskOptions& options);

// The image that a manifest names, or null: there is none, it was made by another version, or it is
// not what was written. Checksums are compared with `whole`, else only bounds are.
std::shared_ptr<const Image> open_image(const IndexFolder& folder,
                                        const Manifest& manifest,
                                        const schemas::Library& library,
                                        bool whole);

} // namespace praxis::index
