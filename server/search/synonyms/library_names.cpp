// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#include "server/search/synonyms/library_names.h"

#include <utility>

namespace praxis::search {

std::vector<SynonymRule> rules_of(const schemas::Authority& authority) {
    std::vector<SynonymRule> rules;
    for (schemas::NameGroup& names : authority.name_groups())
        rules.push_back({.names = std::move(names), .wider = {}, .line = 0});
    return rules;
}

} // namespace praxis::search
