// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "base/result.h"
#include "schemas/verdicts.h"

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace praxis::indexer {

// What enrichment remembers from sync to sync, beside the model: how the publications of the
// index were enriched.
//
// Threads:  Thread-compatible
struct EnrichmentState {
    std::uint64_t enrichment = 0; // enrichment_fingerprint (topic_enrichment.h)
    std::uint64_t training = 0;   // of the model; 0: there is none
    std::uint64_t drift = 0;      // files that changed since it was learned
    std::map<std::string, std::uint64_t, std::less<>> verdicts; // by publication: a fingerprint

    bool operator==(const EnrichmentState&) const = default;
};

std::map<std::string, std::uint64_t, std::less<>>
verdict_fingerprints(const schemas::Verdicts& verdicts);

// The publications of which editors now say something else.
std::vector<std::string>
changed_verdicts(const std::map<std::string, std::uint64_t, std::less<>>& before,
                 const std::map<std::string, std::uint64_t, std::less<>>& now);

std::string to_text(const EnrichmentState& state);

// Corrupt for anything that to_text does not write.
Result<EnrichmentState> enrichment_state_from_text(std::string_view text);

} // namespace praxis::indexer
