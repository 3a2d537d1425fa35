// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#include "schemas/glob.h"

#include "base/utf8.h"

#include <cstddef>
#include <optional>
#include <vector>

namespace praxis::schemas {

namespace {

std::vector<std::string_view> levels_of(std::string_view path) {
    std::vector<std::string_view> levels;
    while (true) {
        const std::size_t slash = path.find('/');
        levels.push_back(path.substr(0, slash));
        if (slash == std::string_view::npos)
            return levels;
        path.remove_prefix(slash + 1);
    }
}

char lower(char c) {
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

// Where to try again when what follows the last star does not match: only the last one matters,
// because an earlier one could take no less.
struct Retry {
    std::size_t pattern;
    std::size_t value;
};

bool matches_levels(const std::vector<std::string_view>& glob,
                    const std::vector<std::string_view>& path) {
    std::size_t g = 0;
    std::size_t p = 0;
    std::optional<Retry> retry;
    while (p < path.size()) {
        if (g < glob.size() && glob[g] == "**") {
            retry = Retry{++g, p};
        } else if (g < glob.size() && matches_wildcards(glob[g], path[p])) {
            ++g;
            ++p;
        } else if (retry) {
            g = retry->pattern;
            p = ++retry->value;
        } else {
            return false;
        }
    }
    while (g < glob.size() && glob[g] == "**")
        ++g;
    return g == glob.size();
}

} // namespace

bool matches_glob(std::string_view glob, std::string_view path) {
    return matches_levels(levels_of(glob), levels_of(path));
}

bool matches_wildcards(std::string_view pattern, std::string_view value) {
    std::size_t p = 0;
    std::size_t v = 0;
    std::optional<Retry> retry;
    while (v < value.size()) {
        if (p < pattern.size() && pattern[p] == '*') {
            retry = Retry{++p, v};
        } else if (p < pattern.size() && pattern[p] == '?') {
            ++p;
            next_code_point(value, v);
        } else if (p < pattern.size() && lower(pattern[p]) == lower(value[v])) {
            ++p;
            ++v;
        } else if (retry) {
            next_code_point(value, retry->value);
            p = retry->pattern;
            v = retry->value;
        } else {
            return false;
        }
    }
    while (p < pattern.size() && pattern[p] == '*')
        ++p;
    return p == pattern.size();
}

} // namespace praxis::schemas
