// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "base/result.h"

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>

namespace praxis::index {

// What an index remembers beside its generations: DIR/ledger.json.
//
// Read and written only under the ledger's lock (index_folder.h). A missing ledger is an empty one.
//
// Errors:   Corrupt, when the text is not what `ledger_to_json` writes.
// Threads:  Immutable

// Set by a roll-back, taken away by `resume`: nothing is published meanwhile.
struct Hold {
    std::uint64_t to = 0;   // the generation gone back to
    std::uint64_t from = 0; // the one that was current
    std::string since;      // UTC

    bool operator==(const Hold&) const = default;
};

struct Ledger {
    std::uint64_t last_number = 0;    // no number up to here is given again
    std::uint64_t last_published = 0; // the highest number that was ever current, as of a roll-back
    std::optional<Hold> hold;
    std::map<std::uint64_t, std::string> pins; // generation → label

    bool operator==(const Ledger&) const = default;
};

std::string ledger_to_json(const Ledger& ledger);

Result<Ledger> ledger_from_json(std::string_view json);

} // namespace praxis::index
