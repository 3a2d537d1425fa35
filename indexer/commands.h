// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "indexer/options.h"

#include <stop_token>

namespace praxis::indexer {

// What each command of praxis-indexer does and prints; the result is the exit status.
//
// Shapes:   0 done · 1 done, some files rejected · 2 usage or description · 3 locked, held or a
//           source unavailable · 4 damaged · 5 no space · 70 a fault of ours · 130 interrupted.
// Errors:   expected ones are printed, one sentence on standard error, and become the status.
// Threads:  Immutable
int run(const Command& command, const std::stop_token& stop);

// Prints the error and gives its exit status.
int report_failure(const Error& error);

} // namespace praxis::indexer
