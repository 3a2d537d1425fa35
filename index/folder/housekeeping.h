// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "base/result.h"
#include "index/folder/index_folder.h"

#include <chrono>
#include <cstdint>
#include <map>

namespace praxis::index {

// What the writing process does before and after its work: generations that are no longer kept go,
// and so does whatever belongs to none.
//
// Only the holder of the writer's lock may call these.
//
// Errors:   Corrupt: a manifest or the ledger does not read back; then nothing is deleted, because
//           what belongs to that generation is not known.
// Threads:  Immutable

using Manifests = std::map<std::uint64_t, ReadManifest>;

// Brings `known` up to what lies there; manifests never change, so known ones are not read again.
Result<void> refresh(const IndexFolder& folder, Manifests& known);

// Deletes manifests that a crash left behind before CURRENT named them; their numbers stay used.
Result<void> drop_unpublished(const IndexFolder& folder, Manifests& known, const DiskOptions& disk);

// Deletes the manifests of generations that are neither current, pinned, leased nor kept for age.
Result<void> expire(const IndexFolder& folder, Manifests& known, std::chrono::sys_seconds now);

// Deletes every file below the index's own folders that no manifest names. Best effort: what cannot
// be deleted now is found again next time.
void sweep(const IndexFolder& folder, const Manifests& known);

} // namespace praxis::index
