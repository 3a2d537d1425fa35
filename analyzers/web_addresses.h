// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "analyzers/folded_text.h"

#include <string_view>
#include <vector>

namespace praxis::analyzers {

// Keeps the useful pieces of web addresses: host and path, without scheme, "www.", query,
// fragment and percent escapes. Pieces of anything else stay as they are.
//
// Threads:  Immutable
void keep_useful_web_pieces(std::string_view folded, std::vector<Piece>& pieces);

} // namespace praxis::analyzers
