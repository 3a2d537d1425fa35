// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "schemas/publication.h"

#include <cstdint>
#include <limits>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace praxis::search {

// What sorting, date filters and look-ups need of every publication, as columns by document.
//
// Shapes:   vectors as long as the document limit; documents that do not live hold defaults.
// Units:    days since 1970-01-01, both ends included.
// Threads:  Immutable
struct PublicationColumns {
    static constexpr std::int32_t undated = std::numeric_limits<std::int32_t>::min();

    std::vector<std::uint32_t> live;     // the documents that live, ascending
    std::vector<std::int32_t> date;      // ordered as Date is; or undated
    std::vector<std::int32_t> first_day; // of the period, else of the date
    std::vector<std::int32_t> last_day;  // before first_day: no date at all
    std::vector<std::uint32_t> id_rank;  // by the bytes of the id
    std::vector<std::uint32_t>
        title_rank; // by collation without article; equal titles, equal ranks
    std::map<std::pair<std::string, std::string>, std::uint32_t> by_source; // source, its own id

    bool is_dated(std::uint32_t document) const { return date[document] != undated; }
};

// Threads:  Thread-compatible
class PublicationColumnsBuilder {
public:
    explicit PublicationColumnsBuilder(std::uint32_t document_limit);

    void add(std::uint32_t document, const schemas::Publication& publication);

    PublicationColumns build();

private:
    PublicationColumns columns_;
    std::vector<std::pair<std::string, std::uint32_t>> ids_;
    std::vector<std::pair<std::string, std::uint32_t>> titles_; // sort keys
};

} // namespace praxis::search
