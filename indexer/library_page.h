// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "schemas/library.h"

#include <string>

namespace praxis::indexer {

// A library description in plain text: what is searched, counted, understood and left out.
// Threads:  Immutable
std::string library_page(const schemas::Library& library);

} // namespace praxis::indexer
