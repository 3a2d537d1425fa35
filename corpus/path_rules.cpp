// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#include "corpus/path_rules.h"

#include "schemas/glob.h"

#include <algorithm>
#include <set>

namespace praxis::corpus {

PathRules::PathRules(const schemas::Library& library, const schemas::Source& source)
    : source_(&source) {
    std::set<schemas::Property> seen;
    const auto take = [&](const std::map<std::string, std::string>& defaults) {
        for (const auto& [property, value] : defaults)
            if (seen.insert(property).second)
                properties_.push_back(property);
    };
    for (const auto* rules : {&source.rules, &library.rules})
        for (const schemas::PathRule& rule : *rules) {
            rules_.push_back(&rule);
            take(rule.defaults);
        }
    take(source.defaults);
}

bool PathRules::skips(std::string_view path) const {
    return std::any_of(rules_.begin(), rules_.end(), [&](const schemas::PathRule* rule) {
        return rule->skip && schemas::matches_glob(rule->glob, path);
    });
}

std::string_view PathRules::default_of(std::string_view path,
                                       const schemas::Property& property) const {
    for (const schemas::PathRule* rule : rules_) {
        const auto found = rule->defaults.find(property);
        if (found != rule->defaults.end() && schemas::matches_glob(rule->glob, path))
            return found->second;
    }
    const auto found = source_->defaults.find(property);
    return found == source_->defaults.end() ? std::string_view() : found->second;
}

} // namespace praxis::corpus
