// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "corpus/name_directory.h"
#include "corpus/publication_maker.h"
#include "corpus/reader_registry.h"
#include "corpus/source_walk.h"
#include "index/catalog.h"
#include "indexer/report.h"
#include "indexer/sources.h"

#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <set>
#include <vector>

namespace praxis::indexer {

// One source on its way through a sync: what the walk found, and how its files are read.
// Lifetime: the library must outlive it.
class WalkedSource {
public:
    WalkedSource(const schemas::Library& library, NamedSource named, corpus::Walk walk);
    WalkedSource(const WalkedSource&) = delete;
    WalkedSource& operator=(const WalkedSource&) = delete;

    const std::string& name() const { return source_.name; }

    const corpus::Walk& walk() const { return walk_; }

    const corpus::PublicationMaker& maker() const { return maker_; }

    // Changes when the same bytes would give other publications.
    std::uint64_t reading() const { return reading_; }

private:
    corpus::Walk walk_;
    corpus::NameDirectory names_;
    schemas::Source source_;
    corpus::PublicationMaker maker_;
    std::uint64_t reading_;
};

using WalkedSources = std::vector<std::unique_ptr<const WalkedSource>>;

// Walks the sources, in their order. Nothing is known of `unsettled` files, as if they could not
// be read.
//
// Errors:   Unavailable: a source that is missing or unreadable.
Result<WalkedSources> walk_sources(std::vector<NamedSource> sources,
                                   const schemas::Library& library,
                                   const corpus::ReaderRegistry& registry,
                                   const std::set<std::filesystem::path>& unsettled);

// A file that is to be read.
struct FileTask {
    const WalkedSource* source = nullptr;
    const corpus::SourceFile* file = nullptr;
    bool is_read = false;  // otherwise it is refused for its format
    std::string companion; // the extension of the file that is read along
    FileStamp stamp;       // of the file with its companion
    // Its content when it was last read in the same way; equal content is not read again.
    std::optional<std::uint64_t> former_content;
};

// What a sync has to do, from comparing walks with the catalog.
//
// Shapes:   tasks in the order of the sources, then by path: the order in which ids are given.
// Threads:  Thread-compatible
// Lifetime: the walked sources and the catalog's files must outlive it
struct FilePlan {
    std::vector<FileTask> tasks;
    std::vector<const index::CataloguedFile*> changed;  // known, and among the tasks
    std::vector<const index::CataloguedFile*> vanished; // known, no longer there
    std::vector<SourceReport> sources;                  // files, unchanged and ignored filled in
};

// With `read_all`, no file counts as unchanged. Sources of the catalog that are not among
// `sources` have vanished, unless `only_these`.
FilePlan plan_files(const WalkedSources& sources,
                    const corpus::ReaderRegistry& registry,
                    const index::Catalog& catalog,
                    bool read_all,
                    bool only_these);

} // namespace praxis::indexer
