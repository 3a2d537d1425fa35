// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "base/result.h"
#include "schemas/library.h"
#include "index/folder/index_folder.h"
#include "index/manifest.h"

namespace praxis::index {

// Opens what is about to be published as a reader would, in a child process, before CURRENT names
// it: so that files which crash a reader never reach one.
//
// Looks at what can be wrong at once: that the commit opens, holds as many publications as the
// catalog, that the first and the last of them and the first terms of each field read back.
// Checksums are compared of images that `parent`, which may be null, does not have. `verify` reads
// the rest.
//
// Errors:   Corrupt; Internal when catalog and index disagree; Unavailable when no child starts.
// Threads:  Immutable
Result<void> check_before_publishing(const IndexFolder& folder,
                                     const Manifest& manifest,
                                     const Manifest* parent,
                                     const schemas::Library& library);

} // namespace praxis::index
