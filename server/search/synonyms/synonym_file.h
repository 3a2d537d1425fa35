// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "base/result.h"

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace praxis::search {

// The file in which editors say which words stand for each other, as a value.
//
//   # what follows a number sign is a remark
//   CIP = capital improvement program = capital improvement plan
//   broadband > internet access, fiber network
//
// Names joined by "=" stand for each other; what is left of ">" also finds what is right of it,
// but not the other way round. A name is one word or several.
//
// Shapes:   a group of equals has at least two names, a direction at least one wider name.
// Errors:   InvalidInput with the line of the first mistake: a line without "=" or ">", or with
//           both; a name that is missing, has no letters or digits, or more than 12 words.
// Threads:  Immutable
// Source:   docs/synonyms.md
struct SynonymRule {
    std::vector<std::string> names; // equals, or the one that finds more
    std::vector<std::string> wider; // what it also finds; empty for equals
    int line = 0;
};

constexpr std::size_t max_synonym_file = 4U << 20U; // bytes

// `path` is what errors show.
Result<std::vector<SynonymRule>> parse_synonyms(std::string_view text, std::string_view path);

} // namespace praxis::search
