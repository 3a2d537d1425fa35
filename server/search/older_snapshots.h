// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "base/result.h"
#include "server/search/generation_source.h"
#include "server/search/snapshot.h"

#include <cstdint>
#include <deque>
#include <memory>
#include <mutex>

namespace praxis::search {

// The older generations that cursors and `as_of` ask for: those that were served last, and those
// that were asked for, a few at a time.
//
// While a snapshot is here, its lease keeps its files. One is opened at a time; searches of the
// current generation never wait here.
//
// Errors:   as index::Generation::open.
// Threads:  Thread-safe
class OlderSnapshots {
public:
    static constexpr std::size_t capacity = 3;

    explicit OlderSnapshots(const GenerationSource& source) : source_(source) {}

    Result<std::shared_ptr<const Snapshot>> find_or_open(std::uint64_t number);

    void keep(std::shared_ptr<const Snapshot> snapshot);

private:
    void keep_locked(std::shared_ptr<const Snapshot> snapshot);

    const GenerationSource& source_;
    std::mutex mutex_;
    std::deque<std::shared_ptr<const Snapshot>> kept_; // the last used first
};

} // namespace praxis::search
