// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#include "indexer/enrich/enrichment_state.h"

#include "base/fingerprint.h"

#include <fmt/format.h>

#include <sstream>

namespace praxis::indexer {

std::map<std::string, std::uint64_t, std::less<>>
verdict_fingerprints(const schemas::Verdicts& verdicts) {
    std::map<std::string, std::uint64_t, std::less<>> prints;
    for (const auto& [id, topics] : verdicts.all()) {
        Fingerprint print;
        for (const auto& [topic, verdict] : topics)
            print.add_part(topic).add_part(verdict == schemas::Verdict::Refused ? "no" : "yes");
        prints[id] = print.value();
    }
    return prints;
}

std::vector<std::string>
changed_verdicts(const std::map<std::string, std::uint64_t, std::less<>>& before,
                 const std::map<std::string, std::uint64_t, std::less<>>& now) {
    std::vector<std::string> changed;
    for (const auto& [id, print] : before)
        if (!now.contains(id))
            changed.push_back(id);
    for (const auto& [id, print] : now)
        if (const auto found = before.find(id); found == before.end() || found->second != print)
            changed.push_back(id);
    return changed;
}

std::string to_text(const EnrichmentState& state) {
    std::string text =
        fmt::format("enrichment {:x} {:x} {}\n", state.enrichment, state.training, state.drift);
    for (const auto& [id, print] : state.verdicts)
        text += fmt::format("verdicts {} {:x}\n", id, print);
    return text;
}

Result<EnrichmentState> enrichment_state_from_text(std::string_view text) {
    std::istringstream in{std::string(text)};
    EnrichmentState state;
    std::string word;
    in >> word >> std::hex >> state.enrichment >> state.training >> std::dec >> state.drift;
    bool is_sound = static_cast<bool>(in) && word == "enrichment";
    while (is_sound && in >> word) {
        std::string id;
        std::uint64_t print = 0;
        is_sound = static_cast<bool>(in >> id >> std::hex >> print) && word == "verdicts";
        state.verdicts[id] = print;
    }
    if (!is_sound)
        return failure(ErrorKind::Corrupt, "what enrichment remembers is damaged");
    return state;
}

} // namespace praxis::indexer
