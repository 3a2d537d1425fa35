// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#include "indexer/watch.h"

#include "indexer/folder_watch.h"
#include "indexer/library_choice.h"
#include "indexer/sources.h"
#include "indexer/sync.h"

#include <filesystem>
#include <vector>

namespace praxis::indexer {

namespace {

namespace fs = std::filesystem;

// The folders that a change may happen in: those of the sources, and of the library description.
Result<std::vector<fs::path>> roots_of(const SyncOptions& options) {
    const auto library = choose_library(options.library, options.index);
    if (!library)
        return tl::unexpected(library.error());
    const auto sources = name_sources(options.sources, *library, options.only_source);
    if (!sources)
        return tl::unexpected(sources.error());
    std::vector<fs::path> roots;
    for (const NamedSource& source : *sources)
        roots.push_back(source.root);
    if (options.library)
        roots.push_back(fs::absolute(*options.library));
    return roots;
}

bool is_final(const Error& error) {
    return error.kind() == ErrorKind::Corrupt || error.kind() == ErrorKind::Internal;
}

} // namespace

Result<void>
watch(const WatchOptions& options, const WatchObserver& observer, const std::stop_token& stop) {
    SyncOptions each = options.sync;
    const auto roots = roots_of(each);
    if (!roots)
        return tl::unexpected(roots.error());
    const auto kept = std::make_shared<index::KeptCatalog>();
    FolderWatch folders(*roots, fs::absolute(each.index).lexically_normal());
    for (bool first = true; !stop.stop_requested(); first = false) {
        Progress progress(first ? Progress::Style::Shown : Progress::Style::Silent);
        each.unsettled = folders.being_written();
        const Result<SyncReport> outcome = sync(each, progress, stop, kept);
        if (!outcome && outcome.error().kind() == ErrorKind::Interrupted)
            break;
        if (!outcome && (first || is_final(outcome.error())))
            return tl::unexpected(outcome.error());
        observer(outcome, first);
        each.resume = false;
        folders.wait({}, stop);
    }
    return {};
}

} // namespace praxis::indexer
