// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "schemas/library.h"
#include "schemas/publication.h"
#include "index/generation.h"
#include "server/search/generation_source.h"

#include <cstdint>
#include <map>
#include <memory>
#include <set>
#include <vector>

namespace praxis::tests {

// A generation held in memory: what an index folder would give, without one.
//
// Documents are numbered in the order of `publications`; those whose place is in `deleted` are
// still there, as in Lucene++, with their terms and lengths, but do not live.
//
// Threads:  Immutable
struct MemoryGenerationParts {
    schemas::Library library;
    std::vector<schemas::Publication> publications;
    std::set<std::uint32_t> deleted = {};
    std::uint64_t number = 1;
    std::map<std::string, std::string, std::less<>> aliases = {};
    std::map<std::string, index::Tombstone, std::less<>> tombstones = {};
    // Of an earlier generation: then this one has a base of these and a delta over it.
    std::vector<schemas::Publication> base = {};
};

std::shared_ptr<const index::Generation> memory_generation(MemoryGenerationParts parts);

// Some generations, of which one is current.
class MemoryGenerations final : public search::GenerationSource {
public:
    std::map<std::uint64_t, std::shared_ptr<const index::Generation>> kept;
    std::uint64_t current = 0;

    Result<std::shared_ptr<const index::Generation>>
    open(std::optional<std::uint64_t> number, const index::Generation* trusted) const override;

    Result<std::uint64_t> current_number() const override;

    Result<std::optional<index::SyncSummary>> last_sync() const override { return std::nullopt; }
};

} // namespace praxis::tests
