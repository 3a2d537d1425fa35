// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#include "indexer/check.h"

#include "corpus/file_reading.h"
#include "indexer/file_plan.h"
#include "indexer/sources.h"

#include <map>

namespace praxis::indexer {

namespace {

Result<schemas::Library> library_of(const CheckOptions& options) {
    return options.library ? schemas::load_library(*options.library) : schemas::default_library();
}

// Reads every file of the sources; remembers who gave which id.
class Checking {
public:
    explicit Checking(const std::function<void(const SourceDiagnostic&)>& remark)
        : remark_(remark) {}

    void check_file(const FileTask& task) {
        bool rejected = false;
        const auto tell = [&](corpus::Diagnostic diagnostic) {
            rejected = rejected || diagnostic.severity == corpus::Severity::Error;
            remark_({task.source->name(), std::move(diagnostic)});
        };
        const std::string place = task.source->name() + "/" + task.file->path;
        corpus::read_publications(
            *task.file,
            registry,
            task.source->maker(),
            {.publication =
                 [&](const schemas::Publication& publication) {
                     const auto [owner, is_new] = owners_.try_emplace(publication.id, place);
                     if (!is_new)
                         tell({corpus::Severity::Error,
                               task.file->path,
                               0,
                               0,
                               "the id " + publication.id + " is already that of " + owner->second +
                                   "; give one of them another id"});
                     outcome.publications += is_new ? 1 : 0;
                 },
             .diagnostic = tell});
        ++outcome.files;
        outcome.rejected += rejected ? 1 : 0;
    }

    corpus::ReaderRegistry registry;
    CheckOutcome outcome;

private:
    const std::function<void(const SourceDiagnostic&)>& remark_;
    std::map<std::string, std::string> owners_; // id → place
};

} // namespace

Result<CheckOutcome> check(const CheckOptions& options,
                           const std::stop_token& stop,
                           const std::function<void(const SourceDiagnostic&)>& remark) {
    const auto library = library_of(options);
    if (!library)
        return tl::unexpected(library.error());
    auto named = name_sources(options.sources, *library, "");
    if (!named)
        return tl::unexpected(named.error());
    Checking checking(remark);
    const auto sources = walk_sources(std::move(*named), *library, checking.registry, {});
    if (!sources)
        return tl::unexpected(sources.error());
    for (const auto& source : *sources)
        for (const corpus::Diagnostic& diagnostic : source->walk().diagnostics)
            remark({source->name(), diagnostic});
    const FilePlan plan = plan_files(*sources, checking.registry, {}, true, true);
    for (const FileTask& task : plan.tasks) {
        if (stop.stop_requested())
            return failure(ErrorKind::Interrupted, "interrupted");
        checking.check_file(task);
    }
    return checking.outcome;
}

} // namespace praxis::indexer
