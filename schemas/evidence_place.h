// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "schemas/publication.h"

#include <cstdint>
#include <string_view>

namespace praxis::schemas {

// Where evidence stands that no passage holds: then Evidence::passage is one of these numbers, and
// its offsets are of that text. Many publications are no more than a title and a summary.
//
// Threads:  Immutable
constexpr std::uint32_t evidence_in_title = 0xFFFFFFFE;
constexpr std::uint32_t evidence_in_summary = 0xFFFFFFFF;

// The text that evidence is quoted from; empty for a passage that is not there.
inline std::string_view quoted_text(const Publication& publication, const Evidence& evidence) {
    if (evidence.passage == evidence_in_title)
        return publication.title;
    if (evidence.passage == evidence_in_summary)
        return publication.summary;
    return evidence.passage < publication.passages.size()
               ? std::string_view(publication.passages[evidence.passage].text)
               : std::string_view();
}

} // namespace praxis::schemas
