// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "schemas/publication.h"

#include <cstddef>
#include <cstdint>
#include <map>
#include <mutex>
#include <string>
#include <utility>
#include <vector>

namespace praxis::indexer {

// Publications that people labelled, gathered from files and from the index, for a model to be
// learned from: of too many, those whose ids have the smallest fingerprints, so that the choice
// does not depend on the order in which they come.
//
// Threads:  Thread-safe
class LabelledSample {
public:
    explicit LabelledSample(std::size_t most) : most_(most) {}

    // Keeps it if it is labelled, and what can be learned from of it.
    void add(const schemas::Publication& publication);

    bool is_full();

    std::vector<schemas::Publication> take();

private:
    const std::size_t most_;
    std::mutex mutex_; // guards kept_
    std::map<std::pair<std::uint64_t, std::string>, schemas::Publication> kept_;
};

} // namespace praxis::indexer
