// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#include "indexer/commands.h"

#include "schemas/library.h"
#include "index/history.h"
#include "index/verify.h"
#include "indexer/acronym_page.h"
#include "indexer/check.h"
#include "indexer/enrich/topic_preview.h"
#include "indexer/library_page.h"
#include "indexer/sync.h"
#include "indexer/watch.h"

#include <fmt/format.h>

#include <algorithm>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <set>
#include <string>
#include <utility>

namespace praxis::indexer {

namespace {

constexpr int done = 0;
constexpr int some_rejected = 1;
constexpr int damaged = 4;

int execute(const HelpOptions& options, const std::stop_token& /*stop*/) {
    fmt::print("{}", options.text);
    return done;
}

bool write_report(const std::filesystem::path& file, const SyncReport& report) {
    std::ofstream out(file, std::ios::binary);
    out << report_as_json(report);
    return static_cast<bool>(out.flush());
}

int execute(const SyncOptions& options, const std::stop_token& stop) {
    Result<SyncReport> report = [&] {
        Progress progress;
        return sync(options, progress, stop);
    }();
    if (!report)
        return report_failure(report.error());
    fmt::print("{}", report_as_text(*report));
    if (options.report && !write_report(*options.report, *report))
        return report_failure(
            {ErrorKind::NoSpace, "cannot write the report to " + options.report->string()});
    return report->rejected() > 0 ? some_rejected : done;
}

// Tells each failure and each error of a file once, until something else is told.
class WatchTeller {
public:
    explicit WatchTeller(const WatchOptions& options) : options_(options) {}

    void tell(const Result<SyncReport>& outcome, bool first) {
        if (!outcome) {
            if (std::exchange(failure_, outcome.error().message()) != outcome.error().message())
                report_failure(outcome.error());
            return;
        }
        failure_.clear();
        if (first)
            fmt::print("{}Watching; stop with Ctrl-C.\n", report_as_text(*outcome));
        else if (outcome->changed())
            fmt::print("{}\n", report_as_line(*outcome));
        tell_new_errors(*outcome, first);
        std::fflush(stdout);
        if (options_.sync.report && !write_report(*options_.sync.report, *outcome))
            fmt::print(stderr,
                       "praxis-indexer: cannot write the report to {}\n",
                       options_.sync.report->string());
    }

private:
    void tell_new_errors(const SyncReport& report, bool first) {
        std::set<std::string> errors;
        for (const SourceDiagnostic& remark : report.diagnostics)
            if (remark.diagnostic.severity == corpus::Severity::Error)
                errors.insert(diagnostic_line(remark));
        for (const std::string& error : errors)
            if (!first && !errors_.contains(error))
                fmt::print("{}\n", error);
        errors_ = std::move(errors);
    }

    const WatchOptions& options_;
    std::string failure_;
    std::set<std::string> errors_;
};

int execute(const WatchOptions& options, const std::stop_token& stop) {
    WatchTeller teller(options);
    const auto watched = watch(
        options,
        [&](const Result<SyncReport>& outcome, bool first) { teller.tell(outcome, first); },
        stop);
    return watched ? done : report_failure(watched.error());
}

int execute(const CheckOptions& options, const std::stop_token& stop) {
    const auto outcome = check(options, stop, [](const SourceDiagnostic& remark) {
        fmt::print("{}\n", diagnostic_line(remark));
    });
    if (!outcome)
        return report_failure(outcome.error());
    fmt::print("{} in {}; {} would be rejected.\n",
               counted(outcome->publications, "publication"),
               counted(outcome->files, "file"),
               counted(outcome->rejected, "file"));
    return outcome->rejected > 0 ? some_rejected : done;
}

void print_generation(const index::KeptGeneration& kept) {
    const index::Manifest& manifest = kept.manifest;
    fmt::print("{:>6}  {}  {:>9} publications  +{} ~{} -{}{}{}{}\n",
               manifest.number,
               manifest.published,
               manifest.publications,
               manifest.added,
               manifest.replaced,
               manifest.removed,
               kept.current ? "  served" : "",
               kept.leased ? "  in use" : "",
               kept.pinned.empty() ? std::string() : fmt::format("  pinned: {}", kept.pinned));
}

int execute(const HistoryOptions& options, const std::stop_token& /*stop*/) {
    auto history = index::history(options.index);
    if (!history)
        return report_failure(history.error());
    std::ranges::reverse(history->generations);
    for (const index::KeptGeneration& kept : history->generations)
        print_generation(kept);
    if (!history->held.empty())
        fmt::print("Held: {}. 'praxis-indexer sync --resume' publishes again.\n", history->held);
    return done;
}

int execute(const RollbackOptions& options, const std::stop_token& /*stop*/) {
    if (auto rolled = index::roll_back(options.index, options.to); !rolled)
        return report_failure(rolled.error());
    fmt::print("Generation {} is served again and held; 'praxis-indexer sync --resume' publishes "
               "again.\n",
               options.to);
    return done;
}

int execute(const PinOptions& options, const std::stop_token& /*stop*/) {
    const auto pinned = options.label.empty()
                            ? index::unpin(options.index, options.number)
                            : index::pin(options.index, options.number, options.label);
    if (!pinned)
        return report_failure(pinned.error());
    if (options.label.empty())
        fmt::print("Generation {} is no longer pinned.\n", options.number);
    else
        fmt::print("Generation {} is kept as \"{}\".\n", options.number, options.label);
    return done;
}

int execute(const VerifyOptions& options, const std::stop_token& /*stop*/) {
    const index::VerifyReport report = index::verify(options.index);
    for (const std::string& problem : report.problems)
        fmt::print("{}\n", problem);
    fmt::print("{}, {}, {}, {}, {} read: {}.\n",
               counted(report.generations, "generation"),
               counted(report.files, "file"),
               counted(report.bytes, "byte"),
               counted(report.publications, "publication"),
               counted(report.terms, "term"),
               report.sound() ? "all is well" : "damaged");
    return report.sound() ? done : damaged;
}

int execute(const LibraryOptions& options, const std::stop_token& /*stop*/) {
    const auto library =
        options.file ? schemas::load_library(*options.file) : schemas::default_library();
    if (!library)
        return report_failure(library.error());
    fmt::print("{}", library_page(*library));
    return done;
}

int execute(const TopicsOptions& options, const std::stop_token& stop) {
    const auto preview = preview_topics(options, stop);
    if (!preview)
        return report_failure(preview.error());
    fmt::print("{}", topic_preview_page(*preview));
    return done;
}

int execute(const AcronymsOptions& options, const std::stop_token& /*stop*/) {
    const auto page = acronym_page(options);
    if (!page)
        return report_failure(page.error());
    fmt::print("{}", *page);
    return done;
}

int status_of(ErrorKind kind) {
    switch (kind) {
    case ErrorKind::InvalidInput:
    case ErrorKind::NotFound:
        return 2;
    case ErrorKind::Conflict:
    case ErrorKind::Unavailable:
    case ErrorKind::TimedOut:
        return 3;
    case ErrorKind::Corrupt:
        return damaged;
    case ErrorKind::NoSpace:
        return 5;
    case ErrorKind::Interrupted:
        return 130;
    case ErrorKind::Internal:
        return 70;
    }
    return 70;
}

} // namespace

int report_failure(const Error& error) {
    fmt::print(stderr, "praxis-indexer: {}\n", error.what());
    return status_of(error.kind());
}

int run(const Command& command, const std::stop_token& stop) {
    return std::visit([&](const auto& options) { return execute(options, stop); }, command);
}

} // namespace praxis::indexer
