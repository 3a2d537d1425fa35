// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "server/search/query/query.h"
#include "server/search/query/query_lexer.h"

#include <optional>
#include <string>
#include <vector>

namespace praxis::search {

// What one word or quoted text of a query means: the leaves of the tree.
//
// Threads:  Immutable

// A leaf, or nothing with the reason why there is none: `problem` refuses the query, else the
// text was left out and a note says so.
struct ReadValue {
    std::optional<Node> node;
    std::string problem;
};

// `field` is empty or known to be of `kind`.
ReadValue read_value(const Lexeme& lexeme,
                     const std::string& field,
                     FieldKind kind,
                     std::vector<Note>& notes);

} // namespace praxis::search
