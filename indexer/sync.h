// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "base/result.h"
#include "index/generation_store.h"
#include "indexer/options.h"
#include "indexer/progress.h"
#include "indexer/report.h"

#include <memory>
#include <stop_token>

namespace praxis::indexer {

// Makes an index say what its sources say.
//
// look    walk the sources, compare stamps with the catalog: which files are new, changed, gone
// read    several threads: bytes → records → publications → entries (tokens); in the order of the
//         files, one writer: LibraryUpdate decides what each publication means
// publish remove what vanished, one new generation
//
// What fails before publish leaves the index as it was.
//
// Errors:   Conflict (locked, held), Unavailable (a source is missing, too much would vanish),
//           InvalidInput (no source, two of one name, a bad description), NoSpace, Corrupt;
//           Interrupted when `stop` was requested: nothing was published.
// Threads:  Immutable
// `kept`: what the last sync of this process left for the next (index/generation_store.h).
Result<SyncReport> sync(const SyncOptions& options,
                        Progress& progress,
                        const std::stop_token& stop,
                        std::shared_ptr<index::KeptCatalog> kept = nullptr);

} // namespace praxis::indexer
