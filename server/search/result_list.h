// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "schemas/publication.h"

#include <cstdint>
#include <optional>

namespace praxis::search {

// Every publication of a search, one after another, whole, in the order asked for.
//
// The search is evaluated once; what is kept are the numbers of its publications, four bytes each,
// and its snapshot. The publications are read when they are asked for.
//
// Errors:   exceptions of damage, as the index raises them.
// Threads:  Thread-compatible
class ResultList {
public:
    virtual ~ResultList() = default;

    virtual std::uint64_t total() const = 0;
    virtual std::uint64_t generation() const = 0;

    // Nothing at the end.
    virtual std::optional<schemas::Publication> next() = 0;
};

} // namespace praxis::search
