// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "base/result.h"
#include "index/folder/index_folder.h"

#include <cstdint>
#include <optional>

namespace praxis::index {

// A reader's claim on a generation: as long as it lives, no indexer deletes the generation's files.
//
// It is a shared `flock` on the manifest, which needs no right to write and ends with the process.
// Whoever deletes takes the exclusive lock first; a manifest that was unlinked before we had our
// lock is a generation no longer kept.
//
// Errors:   NotFound (the message says which generations remain), Corrupt, Unavailable.
// Threads:  Thread-compatible
class Lease {
public:
    static Result<Lease> take(const IndexFolder& folder, std::uint64_t number);
    Lease(Lease&& other) noexcept;
    Lease& operator=(Lease&& other) noexcept;
    Lease(const Lease&) = delete;
    Lease& operator=(const Lease&) = delete;
    ~Lease();

private:
    explicit Lease(int descriptor) : descriptor_(descriptor) {}

    int descriptor_ = -1;
};

// Deletes the manifest of a generation that nobody has leased; false: somebody has.
Result<bool> delete_unless_leased(const IndexFolder& folder, std::uint64_t number);

bool is_leased(const IndexFolder& folder, std::uint64_t number);

} // namespace praxis::index
