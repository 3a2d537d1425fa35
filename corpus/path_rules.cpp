// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#include "corpus/path_rules.h"

#include "base/utf8.h"

#include <algorithm>
#include <set>

namespace praxis::corpus {

namespace {

// Whether '?' or a literal of the glob takes the character at `p`.
bool takes_one(std::string_view glob, std::size_t g, std::string_view path, std::size_t p) {
    if (g >= glob.size() || p >= path.size())
        return false;
    return glob[g] == path[p] || (glob[g] == '?' && path[p] != '/');
}

std::size_t after_character(std::string_view path, std::size_t p) {
    next_code_point(path, p);
    return p;
}

// A place to go back to when what follows a star does not match: the star takes more.
struct Star {
    enum class Takes { Nothing, InLevel, Anything, Levels };

    Takes takes = Takes::Nothing;
    std::size_t glob = 0; // behind the star
    std::size_t path = 0; // where what the star takes ends

    // Moves `path` on by the least that the star can take; false if it can take no more.
    bool take(std::string_view text) {
        if (takes == Takes::Nothing || path >= text.size() ||
            (takes == Takes::InLevel && text[path] == '/'))
            return false;
        if (takes != Takes::Levels) {
            path = after_character(text, path);
            return true;
        }
        const std::size_t slash = text.find('/', path);
        path = slash == std::string_view::npos ? text.size() : slash + 1;
        return slash != std::string_view::npos;
    }
};

// The stars at `g` of the glob; `g` moves behind them.
Star star_at(std::string_view glob, std::size_t& g, std::size_t p) {
    const bool at_level = g == 0 || glob[g - 1] == '/';
    const std::string_view rest = glob.substr(g);
    const auto takes = at_level && rest.starts_with("**/") ? Star::Takes::Levels
                       : rest.starts_with("**")            ? Star::Takes::Anything
                                                           : Star::Takes::InLevel;
    g += takes == Star::Takes::Levels ? 3 : takes == Star::Takes::Anything ? 2 : 1;
    return {takes, g, p};
}

} // namespace

// Two places to go back to are enough: a '*' cannot reach beyond its level, and what a later '**'
// may take, an earlier one need not.
bool matches_glob(std::string_view glob, std::string_view path) {
    std::size_t g = 0;
    std::size_t p = 0;
    Star in_level;
    Star any_level;
    while (p < path.size() || g < glob.size()) {
        if (g < glob.size() && glob[g] == '*') {
            const Star star = star_at(glob, g, p);
            (star.takes == Star::Takes::InLevel ? in_level : any_level) = star;
            if (star.takes != Star::Takes::InLevel)
                in_level = {};
        } else if (takes_one(glob, g, path, p)) {
            p = glob[g] == '?' ? after_character(path, p) : p + 1;
            ++g;
        } else if (in_level.take(path)) {
            g = in_level.glob;
            p = in_level.path;
        } else if (any_level.take(path)) {
            in_level = {};
            g = any_level.glob;
            p = any_level.path;
        } else {
            return false;
        }
    }
    return true;
}

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
        return rule->skip && matches_glob(rule->glob, path);
    });
}

std::string_view PathRules::default_of(std::string_view path,
                                       const schemas::Property& property) const {
    for (const schemas::PathRule* rule : rules_) {
        const auto found = rule->defaults.find(property);
        if (found != rule->defaults.end() && matches_glob(rule->glob, path))
            return found->second;
    }
    const auto found = source_->defaults.find(property);
    return found == source_->defaults.end() ? std::string_view() : found->second;
}

} // namespace praxis::corpus
