// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "base/result.h"
#include "indexer/options.h"
#include "indexer/report.h"

#include <cstdint>
#include <functional>
#include <stop_token>

namespace praxis::indexer {

// Reads and validates sources as sync would, without an index.
//
// Errors:   as sync's about sources and descriptions.
// Threads:  Immutable

struct CheckOutcome {
    std::uint64_t files = 0;
    std::uint64_t publications = 0;
    std::uint64_t rejected = 0; // files
};

Result<CheckOutcome> check(const CheckOptions& options,
                           const std::stop_token& stop,
                           const std::function<void(const SourceDiagnostic&)>& remark);

} // namespace praxis::indexer
