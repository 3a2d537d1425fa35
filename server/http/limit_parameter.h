// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "server/http/problem.h"
#include "server/http/target.h"

#include <cstddef>

namespace praxis::http {

// The parameter "limit": how many things a list may have.
//
// Errors:   problem 400 if it is no number from 1 to `most`.
// Threads:  Immutable
Admitted<std::size_t>
read_limit(const Parameters& parameters, std::size_t otherwise, std::size_t most);

} // namespace praxis::http
