// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#include "indexer/file_plan.h"

#include "base/fingerprint.h"
#include "base/utf8.h"

#include <algorithm>
#include <set>
#include <string_view>

namespace praxis::indexer {

using index::CataloguedFile;

namespace {

// One stamp for a file and the companion that its reader reads along.
FileStamp combined(const corpus::WalkedFile& walked) {
    FileStamp stamp = walked.stamp;
    if (walked.companion) {
        stamp.size += walked.companion->size;
        stamp.modified = std::max(stamp.modified, walked.companion->modified);
        stamp.changed = std::max(stamp.changed, walked.companion->changed);
        stamp.inode ^= walked.companion->inode;
    }
    return stamp;
}

// Whether nothing is known of the file because it, or a folder above it, cannot be read.
bool is_out_of_sight(const corpus::Walk& walk, std::string_view path) {
    return std::ranges::any_of(walk.unreadable, [&](const std::string& unreadable) {
        return path == unreadable ||
               (path.starts_with(unreadable) && path[unreadable.size()] == '/');
    });
}

// Raised when readers or the maker give other publications of the same bytes: then every file is
// read again.
constexpr std::string_view reading_version = "3";

class Planner {
public:
    Planner(const corpus::ReaderRegistry& registry, const index::Catalog& catalog, bool read_all)
        : registry_(registry), catalog_(catalog), read_all_(read_all) {}

    void plan_source(const WalkedSource& source) {
        report_ = SourceReport{.name = source.name()};
        std::set<std::string_view> seen;
        for (const corpus::WalkedFile& walked : source.walk().files) {
            seen.insert(walked.source.path);
            plan_file(source, walked);
        }
        catalog_.visit_files(report_.name, [&](const CataloguedFile& file) {
            if (!seen.contains(file.path) && !is_out_of_sight(source.walk(), file.path))
                plan_.vanished.push_back(&file);
        });
        plan_.sources.push_back(report_);
    }

    void plan_vanished_sources() {
        std::set<std::string_view> named;
        for (const SourceReport& source : plan_.sources)
            named.insert(source.name);
        catalog_.visit_files("", [&](const CataloguedFile& file) {
            if (!named.contains(file.source))
                plan_.vanished.push_back(&file);
        });
    }

    FilePlan take() { return std::move(plan_); }

private:
    void plan_file(const WalkedSource& source, const corpus::WalkedFile& walked) {
        const FileStamp stamp = combined(walked);
        const CataloguedFile* known = catalog_.file(report_.name, walked.source.path);
        const bool read_alike =
            known != nullptr && known->reading == source.reading() && !read_all_;
        if (read_alike && known->stamp == stamp) {
            ++report_.files;
            ++report_.unchanged;
            return;
        }
        const corpus::Choice choice = registry_.choose(walked.source);
        if (choice.treatment == corpus::Treatment::Ignore) {
            ++report_.ignored;
            if (known != nullptr)
                plan_.vanished.push_back(known);
            return;
        }
        ++report_.files;
        if (known != nullptr)
            plan_.changed.push_back(known);
        plan_.tasks.push_back(
            {.source = &source,
             .file = &walked.source,
             .is_read = choice.treatment == corpus::Treatment::Read,
             .companion = choice.companion,
             .stamp = stamp,
             .former_content = read_alike ? std::optional(known->content) : std::nullopt});
    }

    const corpus::ReaderRegistry& registry_;
    const index::Catalog& catalog_;
    bool read_all_;
    FilePlan plan_;
    SourceReport report_;
};

void leave_out(const std::set<std::filesystem::path>& unsettled, corpus::Walk& walk) {
    std::erase_if(walk.files, [&](const corpus::WalkedFile& walked) {
        if (!unsettled.contains(walked.source.file))
            return false;
        walk.unreadable.push_back(walked.source.path);
        return true;
    });
}

} // namespace

WalkedSource::WalkedSource(const schemas::Library& library, NamedSource named, corpus::Walk walk)
    : walk_(std::move(walk)), names_(walk_.files, library.lookups),
      source_(with_own_topics(std::move(named.description), names_)),
      maker_(library, source_, corpus::names_of_directory(names_)),
      reading_(Fingerprint()
                   .add_part(reading_version)
                   .add_part(to_hex(library.reading_fingerprint()))
                   .add_part(to_hex(names_.fingerprint()))
                   .value()) {}

Result<WalkedSources> walk_sources(std::vector<NamedSource> sources,
                                   const schemas::Library& library,
                                   const corpus::ReaderRegistry& registry,
                                   const std::set<std::filesystem::path>& unsettled) {
    WalkedSources walked;
    for (NamedSource& named : sources) {
        auto walk = corpus::walk_source(
            named.root, corpus::PathRules(library, named.description), registry);
        if (!walk)
            return failure(ErrorKind::Unavailable, walk.error().message());
        leave_out(unsettled, *walk);
        walked.push_back(
            std::make_unique<WalkedSource>(library, std::move(named), std::move(*walk)));
    }
    return walked;
}

FilePlan plan_files(const WalkedSources& sources,
                    const corpus::ReaderRegistry& registry,
                    const index::Catalog& catalog,
                    bool read_all,
                    bool only_these) {
    Planner planner(registry, catalog, read_all);
    for (const auto& source : sources)
        planner.plan_source(*source);
    if (!only_these)
        planner.plan_vanished_sources();
    return planner.take();
}

} // namespace praxis::indexer
