// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#include "indexer/sources.h"

#include "corpus/slug.h"

#include <fmt/format.h>

#include <algorithm>
#include <string>

namespace praxis::indexer {

namespace {

namespace fs = std::filesystem;

Result<fs::path> existing(const fs::path& given) {
    std::error_code error;
    fs::path root = fs::canonical(given, error);
    if (error)
        return failure(ErrorKind::Unavailable,
                       fmt::format("the source {} cannot be reached ({}); nothing was changed",
                                   given.string(),
                                   error.message()));
    return root;
}

// The description that names this folder, or bears its name; else one of that name alone.
schemas::Source description_of(const schemas::Library& library, const fs::path& root) {
    for (const schemas::Source& source : library.sources) {
        std::error_code ignored;
        if (!source.folder.empty() && fs::equivalent(source.folder, root, ignored))
            return source;
    }
    const bool is_file = fs::is_regular_file(root);
    const std::string name = corpus::slug((is_file ? root.stem() : root.filename()).string());
    if (const schemas::Source* described = library.source(name))
        return *described;
    schemas::Source source;
    source.name = name;
    return source;
}

Result<std::vector<NamedSource>> described_sources(const schemas::Library& library,
                                                   std::string_view only) {
    std::vector<NamedSource> sources;
    for (const schemas::Source& source : library.sources) {
        if (source.folder.empty() || (!only.empty() && source.name != only))
            continue;
        auto root = existing(source.folder);
        if (!root)
            return tl::unexpected(root.error());
        sources.push_back({source, *root});
    }
    if (sources.empty())
        return failure(ErrorKind::InvalidInput,
                       "which sources? Name folders or files, or describe them in the library "
                       "description");
    return sources;
}

Result<void> check_names(const std::vector<NamedSource>& sources) {
    for (auto a = sources.begin(); a != sources.end(); ++a)
        for (auto b = a + 1; b != sources.end(); ++b)
            if (a->description.name == b->description.name)
                return failure(ErrorKind::InvalidInput,
                               fmt::format("{} and {} are both called {}; give them other names in "
                                           "a library description",
                                           a->root.string(),
                                           b->root.string(),
                                           a->description.name));
    return {};
}

} // namespace

schemas::Source with_own_topics(schemas::Source source, const corpus::NameDirectory& names) {
    if (!names.has("topic"))
        return source;
    // Two properties: of the keys of one, only the first that has a value counts.
    int rank = 0;
    for (const char* key : {"tags", "tag"})
        source.keys.push_back({key, "keyword", rank++, ",", {}, {}});
    for (const char* key : {"categories", "category"})
        source.keys.push_back({key, "category", rank++, ",", {}, {}});
    return source;
}

Result<std::vector<NamedSource>> name_sources(const std::vector<fs::path>& given,
                                              const schemas::Library& library,
                                              std::string_view only) {
    if (given.empty())
        return described_sources(library, only);
    if (!only.empty() && given.size() > 1)
        return failure(ErrorKind::InvalidInput,
                       fmt::format("--source {} means one SOURCE, not {}", only, given.size()));
    std::vector<NamedSource> sources;
    for (const fs::path& path : given) {
        auto root = existing(path);
        if (!root)
            return tl::unexpected(root.error());
        sources.push_back({description_of(library, *root), *root});
    }
    if (!only.empty()) {
        const schemas::Source* described = library.source(only);
        sources.front().description = described != nullptr ? *described : schemas::Source{};
        sources.front().description.name = only;
    }
    if (auto checked = check_names(sources); !checked)
        return tl::unexpected(checked.error());
    return sources;
}

} // namespace praxis::indexer
