// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "base/result.h"

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <utility>

namespace praxis::schemas {

// What editors said of the topics that analyzers gave: kept beside the library description, by
// publication, so that it outlives every reading and every model.
//
// Read from verdicts XML (grammar: schemas/verdicts.rng).
//
// Errors:   InvalidInput with line and column: what the grammar does not allow, two verdicts on
//           one topic of one publication that say different things.
// Threads:  Immutable
enum class Verdict { Refused, Accepted };

class Verdicts {
public:
    using ByTopic = std::map<std::string, Verdict, std::less<>>; // last slug or whole path

    // The verdicts on a publication, or null.
    const ByTopic* of(std::string_view publication) const;

    // By publication.
    const std::map<std::string, ByTopic, std::less<>>& all() const { return verdicts_; }

    Result<void> add(std::string_view xml, std::string_view path);

private:
    std::map<std::string, ByTopic, std::less<>> verdicts_;
};

} // namespace praxis::schemas
