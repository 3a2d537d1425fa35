// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#include "server/search/synonyms/synonyms.h"

#include "base/fingerprint.h"
#include "analyzers/name_keys.h"

#include <algorithm>

namespace praxis::search {

Synonyms::Synonyms(const std::vector<SynonymRule>& rules, const analyzers::AnalyzerSet& analyzers) {
    Fingerprint print;
    for (const SynonymRule& rule : rules) {
        for (const std::string& name : rule.names) {
            std::vector<std::string> others = rule.wider;
            for (const std::string& equal : rule.names)
                if (equal != name)
                    others.push_back(equal);
            add(name, others, analyzers);
            print.add_part(name);
        }
        print.add_part(">");
        for (const std::string& wider : rule.wider)
            print.add_part(wider);
        print.add_part("\n");
    }
    fingerprint_ = rules.empty() ? 0 : print.value();
}

void Synonyms::add(const std::string& name,
                   const std::vector<std::string>& others,
                   const analyzers::AnalyzerSet& analyzers) {
    const std::string stems = analyzers::stem_key(name, analyzers);
    if (stems.empty())
        return;
    std::vector<std::string>& known = others_[stems];
    for (const std::string& other : others)
        if (std::ranges::find(known, other) == known.end())
            known.push_back(other);
}

OtherNames Synonyms::others(const TypedName& name) const {
    const auto found = others_.find(name.stems);
    return found == others_.end() ? OtherNames() : OtherNames{found->second, {}, {}};
}

bool Synonyms::has_longer(std::string_view stems) const {
    const std::string longer = std::string(stems) + " ";
    const auto next = others_.lower_bound(longer);
    return next != others_.end() && next->first.starts_with(longer);
}

} // namespace praxis::search
