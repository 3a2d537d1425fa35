// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#include "indexer/sync.h"

#include "base/fingerprint.h"
#include "base/log.h"
#include "analyzers/analyzer_set.h"
#include "corpus/file_reading.h"
#include "index/generation_store.h"
#include "index/history.h"
#include "index/sync_summary.h"
#include "indexer/content_fingerprint.h"
#include "indexer/enrich/enrichment_step.h"
#include "indexer/file_plan.h"
#include "indexer/library_choice.h"
#include "indexer/library_update.h"
#include "indexer/ordered_channel.h"
#include "indexer/workers.h"

#include <fmt/chrono.h>
#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <map>
#include <string_view>
#include <thread>
#include <tuple>
#include <variant>

namespace praxis::indexer {

namespace {

using Clock = std::chrono::steady_clock;

// Text on its way from the readers to the writer, before the readers have to wait.
constexpr std::size_t max_queued_bytes = 64ULL * 1024 * 1024;

double seconds_since(Clock::time_point begun) {
    return std::chrono::duration<double>(Clock::now() - begun).count();
}

std::string utc_now() {
    return fmt::format(
        "{:%Y-%m-%dT%H:%M:%SZ}",
        fmt::gmtime(std::chrono::system_clock::to_time_t(std::chrono::system_clock::now())));
}

std::string today() {
    return utc_now().substr(0, std::string_view("2026-11-22").size());
}

// A file that may still change within the clock's grain of now is not trusted by its stamp.
FileStamp trusted(const FileStamp& stamp) {
    constexpr std::int64_t grain = 1'000'000'000;
    const auto now = std::chrono::system_clock::now().time_since_epoch();
    const auto nanoseconds = std::chrono::duration_cast<std::chrono::nanoseconds>(now).count();
    return nanoseconds - stamp.changed < grain ? FileStamp{} : stamp;
}

// What a reading thread tells of one file, in this order: Begun first; nothing else if Restated.
struct Begun {
    std::uint64_t content = 0;
};

struct Restated {
    std::uint64_t content = 0;
};

using Part = std::variant<Begun, Restated, index::Entry, corpus::Diagnostic>;

std::size_t weight_of(const index::Entry& entry) {
    std::size_t weight = entry.stored.size();
    for (const index::IndexedField& field : entry.fields)
        weight += field.tokens.size() * sizeof(index::IndexedToken);
    return weight;
}

// One run of sync: its steps share the library, the transaction and the report.
class SyncRun {
public:
    SyncRun(const SyncOptions& options,
            const schemas::Library& library,
            index::Transaction& transaction,
            Progress& progress,
            std::stop_token stop)
        : options_(options), library_(library), transaction_(transaction), progress_(progress),
          stop_(std::move(stop)), analyzers_(library), enriching_(library, analyzers_, transaction),
          update_(transaction, report_, !options.dry_run, [this](schemas::Publication publication) {
              return entry_of(std::move(publication));
          }) {
        report_.library = library.name;
        report_.described = transaction.parent() && is_described_anew(options.index, library);
    }

    Result<void> look() {
        const auto begun = Clock::now();
        progress_.begin("looking at the sources", 0);
        auto named = name_sources(options_.sources, library_, options_.only_source);
        if (!named)
            return tl::unexpected(named.error());
        auto walked = walk_sources(std::move(*named), library_, registry_, options_.unsettled);
        if (!walked)
            return tl::unexpected(walked.error());
        sources_ = std::move(*walked);
        plan_ = plan_files(sources_,
                           registry_,
                           transaction_.catalog(),
                           transaction_.starts_empty(),
                           !options_.only_source.empty());
        report_.sources = plan_.sources;
        report_.seconds_looking = seconds_since(begun);
        return {};
    }

    Result<void> read() {
        const auto begun = Clock::now();
        if (auto prepared = enriching_.prepare(plan_, registry_); !prepared)
            return prepared;
        report_.learned = enriching_.has_learned();
        for (const index::CataloguedFile* file : plan_.changed)
            update_.release(*file, false);
        for (const index::CataloguedFile* file : plan_.vanished)
            update_.release(*file, true);
        if (auto restored = restore_what_stays(); !restored)
            return restored;
        if (auto taken = read_files(); !taken)
            return taken;
        if (auto refreshed = refresh_what_stays(); !refreshed)
            return refreshed;
        report_.seconds_reading = seconds_since(begun);
        return update_.finish(options_.allow_removals, today());
    }

    Result<SyncReport> publish() {
        complete_report();
        if (!report_.changed() || options_.dry_run || (options_.strict && report_.rejected() > 0))
            return std::move(report_);
        if (stop_.stop_requested())
            return failure(ErrorKind::Interrupted, "interrupted; nothing was published");
        const auto begun = Clock::now();
        progress_.begin("publishing", 0);
        enriching_.remember();
        const auto manifest = transaction_.publish({.added = report_.added.size(),
                                                    .replaced = report_.replaced.size(),
                                                    .removed = report_.removed.size(),
                                                    .rejected = report_.rejected()});
        if (!manifest)
            return tl::unexpected(manifest.error());
        report_.generation = manifest->number;
        report_.published = manifest->published;
        report_.seconds_publishing = seconds_since(begun);
        return std::move(report_);
    }

private:
    // With another analysis the index starts empty, and what is not read again is analysed again.
    Result<void> restore_what_stays() {
        if (!transaction_.starts_empty() || !transaction_.parent())
            return {};
        std::vector<std::string> ids;
        transaction_.catalog().visit_files("", [&](const index::CataloguedFile& file) {
            for (const index::CataloguedPublication& publication : file.publications)
                ids.push_back(publication.id);
        });
        for (const std::string& id : ids)
            if (auto restored = update_.restore(id); !restored)
                return restored;
        return {};
    }

    index::Entry entry_of(schemas::Publication publication) const {
        enriching_.enrichment().enrich(publication);
        return index::make_entry(std::move(publication), library_, analyzers_);
    }

    // What no file gave in this run, but enrichment may see differently now.
    std::vector<std::string> stale_ids() const {
        std::vector<std::string> ids;
        const index::Catalog& catalog = transaction_.catalog();
        if (enriching_.concerns_all())
            catalog.visit_files("", [&](const index::CataloguedFile& file) {
                for (const index::CataloguedPublication& publication : file.publications)
                    ids.push_back(publication.id);
            });
        else
            ids = enriching_.concerned();
        std::erase_if(ids, [&](const std::string& id) {
            return update_.was_given(id) || catalog.publication(id) == nullptr;
        });
        return ids;
    }

    std::uint64_t known_fingerprint(const std::string& id) const {
        const index::CataloguedPublication* known = transaction_.catalog().publication(id);
        return known == nullptr ? 0 : known->fingerprint;
    }

    // With another vocabulary, model or verdict, only what differs is written again.
    Result<void> refresh_what_stays() {
        const std::vector<std::string> ids = stale_ids();
        if (ids.empty() || transaction_.starts_empty() || !transaction_.parent())
            return {};
        const auto text = transaction_.parent_text();
        if (!text)
            return tl::unexpected(text.error());
        progress_.begin(fmt::format("giving topics to {} publications", ids.size()), ids.size());
        OrderedChannel<index::Entry> channel(max_queued_bytes);
        Workers workers(
            std::max(1U, std::thread::hardware_concurrency()),
            ids.size(),
            [&](std::size_t number) {
                if (const auto document = (*text)->document_of(ids[number])) {
                    auto publication = (*text)->publication(*document);
                    enriching_.enrichment().enrich(publication);
                    if (index::fingerprint_of(publication) != known_fingerprint(ids[number])) {
                        auto entry =
                            index::make_entry(std::move(publication), library_, analyzers_);
                        const std::size_t weight = weight_of(entry);
                        channel.push(number, std::move(entry), weight);
                    }
                }
                channel.finish(number);
            },
            [&] { channel.abandon(); });
        Result<void> refreshed;
        for (std::size_t number = 0; number < ids.size() && refreshed; ++number) {
            while (auto entry = channel.pop())
                if (refreshed = update_.refresh(*entry); !refreshed)
                    break;
            progress_.advance(number + 1, "");
            if (channel.is_abandoned())
                break;
            if (stop_.stop_requested())
                refreshed = failure(ErrorKind::Interrupted, "interrupted; nothing was published");
        }
        channel.abandon();
        workers.rethrow();
        return refreshed;
    }

    Result<void> read_files() {
        progress_.begin(fmt::format("reading {} files", plan_.tasks.size()), plan_.tasks.size());
        OrderedChannel<Part> channel(max_queued_bytes);
        Workers workers(
            std::max(1U, std::thread::hardware_concurrency()),
            plan_.tasks.size(),
            [&](std::size_t task) { read_file(task, channel); },
            [&] { channel.abandon(); });
        Result<void> taken;
        for (std::size_t task = 0; task < plan_.tasks.size() && taken; ++task) {
            taken = take_file(plan_.tasks[task], channel);
            progress_.advance(task + 1, fmt::format("{} publications new", report_.added.size()));
            if (channel.is_abandoned())
                break;
        }
        channel.abandon();
        workers.rethrow();
        return taken;
    }

    void read_file(std::size_t number, OrderedChannel<Part>& channel) {
        const FileTask& task = plan_.tasks[number];
        const std::uint64_t content = content_fingerprint(task);
        if (content == task.former_content) {
            channel.push(number, Restated{content}, 0);
            channel.finish(number);
            return;
        }
        channel.push(number, Begun{content}, 0);
        const corpus::PublicationSink sink{.publication =
                                               [&](schemas::Publication publication) {
                                                   auto entry = entry_of(std::move(publication));
                                                   const std::size_t weight = weight_of(entry);
                                                   channel.push(number, std::move(entry), weight);
                                               },
                                           .diagnostic =
                                               [&](corpus::Diagnostic diagnostic) {
                                                   channel.push(number, std::move(diagnostic), 256);
                                               }};
        corpus::read_publications(*task.file, registry_, task.source->maker(), sink);
        channel.finish(number);
    }

    Result<void> take_file(const FileTask& task, OrderedChannel<Part>& channel) {
        LibraryUpdate::FileRead file{.source = task.source->name(),
                                     .path = task.file->path,
                                     .stamp = trusted(task.stamp),
                                     .content = 0,
                                     .reading = task.source->reading()};
        bool restated = false;
        while (auto part = channel.pop()) {
            if (const auto* begun = std::get_if<Begun>(&*part)) {
                file.content = begun->content;
                update_.begin_file(file);
            } else if (const auto* same = std::get_if<Restated>(&*part)) {
                file.content = same->content;
                restated = true;
            } else if (auto* diagnostic = std::get_if<corpus::Diagnostic>(&*part)) {
                update_.remark(std::move(*diagnostic));
            } else if (auto added = update_.add(std::move(std::get<index::Entry>(*part))); !added) {
                return added;
            }
            if (stop_.stop_requested())
                return failure(ErrorKind::Interrupted, "interrupted; nothing was published");
        }
        if (channel.is_abandoned())
            return {};
        return restated ? update_.restate(file) : update_.end_file();
    }

    // Counts and remarks of every source, read now or before, from the catalog.
    void complete_report() {
        std::map<std::string_view, SourceReport*> by_name;
        for (SourceReport& source : report_.sources)
            by_name[source.name] = &source;
        for (const auto& source : sources_)
            for (const corpus::Diagnostic& diagnostic : source->walk().diagnostics)
                report_.diagnostics.push_back({source->name(), diagnostic});
        transaction_.catalog().visit_files("", [&](const index::CataloguedFile& file) {
            report_.publications += file.publications.size();
            const auto found = by_name.find(file.source);
            if (found == by_name.end())
                return;
            SourceReport& source = *found->second;
            source.publications += file.publications.size();
            bool has_error = false;
            for (const index::Remark& remark : file.remarks) {
                const auto severity = static_cast<corpus::Severity>(remark.severity);
                has_error = has_error || severity == corpus::Severity::Error;
                report_.diagnostics.push_back(
                    {file.source, {severity, file.path, remark.line, remark.column, remark.text}});
            }
            source.rejected += has_error ? 1 : 0;
        });
        std::ranges::stable_sort(report_.diagnostics, {}, [](const SourceDiagnostic& remark) {
            return std::tie(remark.source, remark.diagnostic.path);
        });
        for (auto* ids : {&report_.added, &report_.replaced, &report_.removed, &report_.kept})
            std::ranges::sort(*ids);
    }

    const SyncOptions& options_;
    const schemas::Library& library_;
    index::Transaction& transaction_;
    Progress& progress_;
    std::stop_token stop_;
    analyzers::AnalyzerSet analyzers_;
    corpus::ReaderRegistry registry_;
    SyncReport report_;
    EnrichmentStep enriching_;
    LibraryUpdate update_;
    WalkedSources sources_;
    FilePlan plan_;
};

// Leaves word of the sync beside the index. That it cannot is no failure: all else is done.
void leave_summary(const std::filesystem::path& index, const SyncReport& report) {
    index::SyncSummary summary = summary_of(report);
    summary.finished = utc_now();
    if (auto written = index::write_sync_summary(index, summary); !written)
        log_event(LogLevel::Warning, "summary-not-written", {{"reason", written.error().what()}});
}

} // namespace

Result<SyncReport> sync(const SyncOptions& options,
                        Progress& progress,
                        const std::stop_token& stop,
                        std::shared_ptr<index::KeptCatalog> kept) {
    if (options.resume) {
        if (auto resumed = index::resume(options.index); !resumed)
            return tl::unexpected(resumed.error());
    }
    auto library = choose_library(options.library, options.index);
    if (!library)
        return tl::unexpected(library.error());
    index::StoreOptions store_options;
    store_options.kept = std::move(kept);
    auto store = index::GenerationStore::open(options.index, store_options);
    if (!store)
        return tl::unexpected(store.error());
    auto transaction = store->begin(*library);
    if (!transaction)
        return tl::unexpected(transaction.error());
    SyncRun run(options, *library, *transaction, progress, stop);
    if (auto looked = run.look(); !looked)
        return tl::unexpected(looked.error());
    if (auto read = run.read(); !read)
        return tl::unexpected(read.error());
    auto report = run.publish();
    if (report && !options.dry_run)
        leave_summary(options.index, *report);
    return report;
}

} // namespace praxis::indexer
