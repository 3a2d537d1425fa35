// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#include "server/search/older_snapshots.h"

#include <algorithm>
#include <utility>

namespace praxis::search {

Result<std::shared_ptr<const Snapshot>> OlderSnapshots::find_or_open(std::uint64_t number) {
    const std::lock_guard lock(mutex_);
    const auto found = std::find_if(kept_.begin(), kept_.end(), [&](const auto& snapshot) {
        return snapshot->generation().manifest().number == number;
    });
    if (found != kept_.end()) {
        std::rotate(kept_.begin(), found, found + 1);
        return kept_.front();
    }
    const index::Generation* trusted = kept_.empty() ? nullptr : &kept_.front()->generation();
    auto generation = source_.open(number, trusted);
    if (!generation)
        return tl::unexpected(generation.error());
    auto snapshot = Snapshot::make(std::move(*generation));
    if (snapshot)
        keep_locked(*snapshot);
    return snapshot;
}

void OlderSnapshots::keep(std::shared_ptr<const Snapshot> snapshot) {
    const std::lock_guard lock(mutex_);
    keep_locked(std::move(snapshot));
}

void OlderSnapshots::keep_locked(std::shared_ptr<const Snapshot> snapshot) {
    const std::uint64_t number = snapshot->generation().manifest().number;
    std::erase_if(kept_,
                  [&](const auto& kept) { return kept->generation().manifest().number == number; });
    kept_.push_front(std::move(snapshot));
    if (kept_.size() > capacity)
        kept_.pop_back();
}

} // namespace praxis::search
