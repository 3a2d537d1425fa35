// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace praxis::search {

// Why a publication stands where it does in the answer to a query.
//
// Shapes:   `plain_score` is the sum of the contributions; `score` is the one that the search
//           shows, which reordering may have changed (ranking/ranking.h). `place` counts from 1,
//           and is missing behind the first thousand.
// Threads:  Thread-compatible

// What one word or phrase of the query adds.
struct ExplainedClause {
    std::string clause; // as the index holds it: "fire", "capital improvement program"
    double rarity = 0;  // idf
    double share = 0;   // of what its rarity allows: by frequency and length, 0 to 1
    double contribution = 0;
    std::optional<double> frequency; // weighted by field; nothing where it is not one word
    std::vector<std::string> fields; // in which it stands; empty where it is not one word
};

struct Explanation {
    std::string id;
    std::string query;
    std::string understood;
    bool matches = false;
    std::optional<std::size_t> place;
    std::uint64_t total = 0;
    double score = 0;
    double plain_score = 0;
    std::vector<ExplainedClause> clauses;
    std::vector<std::string> sentences; // the same in plain words
    std::uint64_t generation = 0;
};

} // namespace praxis::search
