// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "server/search/search_request.h"
#include "server/search/snapshot.h"
#include "server/search/synonyms/synonyms.h"
#include "tests/support/memory_generation.h"
#include "tests/support/oracle.h"
#include "tests/support/random_query.h"

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

namespace praxis::tests {

// Of `count` publications, of which about a tenth are deleted.
MemoryGenerationParts random_generation(std::uint64_t seed, std::size_t count);

// A random library, opened by the search and known to the oracle.
//
// Threads:  Thread-compatible
class ComparedLibrary {
public:
    // That of random_generation, held in memory.
    ComparedLibrary(std::uint64_t seed, std::size_t count);

    // Of about `count` publications: a base, and a delta over it.
    static ComparedLibrary with_delta(std::uint64_t seed, std::size_t count);

    // Of these publications, which the snapshot was made of.
    ComparedLibrary(std::uint64_t seed,
                    std::shared_ptr<const search::Snapshot> snapshot,
                    const std::vector<schemas::Publication>& live);

    // From now on words have other names, by chance.
    void use_synonyms(std::uint64_t seed);

    const search::Snapshot& snapshot() const { return *snapshot_; }

    const Oracle& oracle() const { return *oracle_; }

    RandomRequests& requests() { return *requests_; }

    // Answers the request; within a generous deadline.
    search::Answered<search::SearchAnswer> answer(const search::SearchRequest& request) const;

    // Whether the query stands for other names besides.
    bool is_expanded(const search::SearchRequest& request) const;

    // What search and oracle say differently about a request; empty if nothing.
    std::string difference(const search::SearchRequest& request) const;

private:
    std::shared_ptr<const search::Snapshot> snapshot_;
    search::Synonyms synonyms_;
    std::unique_ptr<Oracle> oracle_;
    std::unique_ptr<RandomRequests> requests_;
};

// A library of about `count` publications, and what it was before about a fourth of them were
// replaced, removed or added; with `relabelled`, some then give values other labels.
MemoryGenerationParts changed_library(std::uint64_t seed, std::size_t count, bool relabelled);

// A request as one line, for messages.
std::string described(const search::SearchRequest& request);

} // namespace praxis::tests
