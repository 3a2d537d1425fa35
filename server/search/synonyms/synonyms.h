// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "analyzers/analyzer_set.h"
#include "server/search/synonyms/name_source.h"
#include "server/search/synonyms/synonym_file.h"

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace praxis::search {

// What names stand for by rules: those of the editors' file, or of the library's authority file.
//
// Names are compared by their stems ("fire engines" is "fire engine").
//
// Shapes:   fingerprint 0 without rules.
// Threads:  Immutable
class Synonyms final : public NameSource {
public:
    Synonyms() = default;

    // Lifetime: `analyzers` is only needed while it is made.
    Synonyms(const std::vector<SynonymRule>& rules, const analyzers::AnalyzerSet& analyzers);

    // Changes whenever a query may be read otherwise.
    std::uint64_t fingerprint() const { return fingerprint_; }

    OtherNames others(const TypedName& name) const override;

    bool has_longer(std::string_view stems) const override;

private:
    void add(const std::string& name,
             const std::vector<std::string>& others,
             const analyzers::AnalyzerSet& analyzers);

    std::map<std::string, std::vector<std::string>, std::less<>> others_; // by the name's stems
    std::uint64_t fingerprint_ = 0;
};

} // namespace praxis::search
