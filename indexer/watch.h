// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "base/result.h"
#include "indexer/options.h"
#include "indexer/report.h"

#include <functional>
#include <stop_token>

namespace praxis::indexer {

// Keeps an index in step with its sources until it is stopped: a sync at the start, and another
// one whenever something has changed below the sources.
//
// A file that somebody still writes is left as it was until it is closed. What fails is told and
// tried again: with the next change, or within a minute; nothing is lost meanwhile.
//
// Errors:   what a first sync fails with, and damage (Corrupt, Internal) at any time; being stopped
//           is no error.
// Threads:  Immutable

// Told of every sync; `first` is the one at the start.
using WatchObserver = std::function<void(const Result<SyncReport>& outcome, bool first)>;

Result<void>
watch(const WatchOptions& options, const WatchObserver& observer, const std::stop_token& stop);

} // namespace praxis::indexer
