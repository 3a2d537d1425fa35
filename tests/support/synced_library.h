// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "index/generation.h"
#include "indexer/sync.h"
#include "server/search/snapshot.h"
#include "tests/support/temp_dir.h"

#include <filesystem>
#include <memory>

namespace praxis::tests {

// A folder of sources, synced into an index of its own and opened for searching.
class SyncedLibrary {
public:
    explicit SyncedLibrary(const std::filesystem::path& source) {
        indexer::SyncOptions options;
        options.sources = {source};
        options.index = index();
        indexer::Progress progress;
        indexer::sync(options, progress, {}).value();
        snapshot_ = search::Snapshot::make(index::Generation::open(index()).value()).value();
    }

    const search::Snapshot& snapshot() const { return *snapshot_; }

    std::filesystem::path index() const { return folder_.path() / "index"; }

private:
    TempDir folder_;
    std::shared_ptr<const search::Snapshot> snapshot_;
};

} // namespace praxis::tests
