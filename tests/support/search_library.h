// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "schemas/library.h"

namespace praxis::tests {

// A library description for tests of searching: fields of every kind (weighted, not weighted,
// names), facets of every shape, some with a text field of the same name and some without.
schemas::Library search_library();

} // namespace praxis::tests
