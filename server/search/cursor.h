// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "server/search/search_request.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace praxis::search {

// A place in the ordered result of one request in one generation.
//
// A generation never changes and the order is total, so a number of hits is a place that stays.
// The request itself is not in the cursor, only its fingerprint: the cursor is refused with any
// other request.
//
// Shapes:   opaque to callers: base64url without padding, with a checksum; at most 60 characters.
// Threads:  Immutable
struct Cursor {
    std::uint64_t generation = 0;
    std::uint64_t request = 0; // fingerprint
    std::uint64_t place = 0;   // the page begins here, or ends before it
    bool backwards = false;

    bool operator==(const Cursor&) const = default;
};

std::string encode_cursor(const Cursor& cursor);

// Nothing for any text that encode_cursor did not write.
std::optional<Cursor> decode_cursor(std::string_view text);

// Equal for requests that have the same result: whatever may change from page to page
// (page_size, cursor, facets, highlight) is left out, and so is the order of filters.
std::uint64_t request_fingerprint(const SearchRequest& request);

} // namespace praxis::search
