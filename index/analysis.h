// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "schemas/library.h"

#include <cstdint>

namespace praxis::index {

// Changes when the same publications would give another Lucene++ index: the library's fields, the
// analysis chain, the form of entries and documents. Manifest::analysis; a generation of another
// one is not served, and a sync with another one starts a new index beside the old.
//
// Threads:  Immutable
std::uint64_t analysis_fingerprint(const schemas::Library& library);

} // namespace praxis::index
