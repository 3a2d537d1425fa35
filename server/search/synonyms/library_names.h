// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "schemas/authority.h"
#include "server/search/synonyms/synonym_file.h"

#include <vector>

namespace praxis::search {

// The names of organisations and people as rules: whoever asks for one of a body's names asks for
// what was written under any of them.
//
// Threads:  Immutable
std::vector<SynonymRule> rules_of(const schemas::Authority& authority);

} // namespace praxis::search
