// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#include "corpus/identity.h"

#include "base/fingerprint.h"
#include "corpus/slug.h"

#include <algorithm>

namespace praxis::corpus {

namespace {

constexpr std::size_t longest = 96;
constexpr std::size_t digits_of_cut = 8;

std::string slugs_of_levels(std::string_view path) {
    std::string levels;
    while (!path.empty()) {
        const std::size_t end = std::min(path.find('/'), path.size());
        if (end > 0) {
            if (!levels.empty())
                levels.push_back('/');
            levels += slug(path.substr(0, end));
        }
        path.remove_prefix(std::min(end + 1, path.size()));
    }
    return levels;
}

std::string_view without_extension(std::string_view path) {
    const std::size_t name = path.rfind('/') + 1;
    const std::size_t dot = path.rfind('.');
    return dot == std::string_view::npos || dot <= name ? path : path.substr(0, dot);
}

std::string fitted(std::string id) {
    if (id.size() <= longest)
        return id;
    const std::string mark = to_hex(fingerprint_of(id)).substr(0, digits_of_cut);
    id.resize(longest - digits_of_cut - 1);
    while (id.back() == '-' || id.back() == '/' || id.back() == '#')
        id.pop_back();
    return id + "-" + mark;
}

// "issue-12#leaks" names an item of an issue.
std::string own_id(std::string_view source_id) {
    const std::size_t mark = source_id.rfind('#');
    std::string id = slugs_of_levels(source_id.substr(0, mark));
    if (mark != std::string_view::npos && !id.empty() && mark + 1 < source_id.size())
        id += "#" + slug(source_id.substr(mark + 1));
    return id;
}

} // namespace

std::string id_of(const Identity& identity) {
    if (std::string own = own_id(identity.source_id); !own.empty())
        return fitted(std::move(own));
    std::string id = slugs_of_levels(identity.source);
    const std::string path = slugs_of_levels(without_extension(identity.path));
    if (!id.empty() && !path.empty())
        id.push_back('/');
    id += path;
    if (!identity.anchor.empty())
        id += "#" + slug(identity.anchor);
    return fitted(std::move(id));
}

} // namespace praxis::corpus
