// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "base/result.h"
#include "schemas/library.h"
#include "corpus/name_directory.h"

#include <filesystem>
#include <string_view>
#include <vector>

namespace praxis::indexer {

// Which sources a command line means.
//
// A SOURCE that the library describes (by its folder or by its name) is read as described; any
// other is read as the library's general part says, under the name of its folder. Without SOURCE,
// the folders that the description names.
//
// Errors:   InvalidInput: no source at all, two of one name; Unavailable: a source that is missing.
// Threads:  Immutable

struct NamedSource {
    schemas::Source description;
    std::filesystem::path root; // absolute; a folder or one file
};

// A source that keeps a file for each of its topics has a list of them: what else it calls a
// category or a tag is then a keyword, also where a publication has no topic.
schemas::Source with_own_topics(schemas::Source source, const corpus::NameDirectory& names);

// `only`: the one SOURCE (or described folder) is the source of that name.
Result<std::vector<NamedSource>> name_sources(const std::vector<std::filesystem::path>& given,
                                              const schemas::Library& library,
                                              std::string_view only);

} // namespace praxis::indexer
