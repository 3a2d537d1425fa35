// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#include "indexer/report.h"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <string_view>

namespace praxis::indexer {

namespace {

constexpr std::size_t most_lines_shown = 20;

std::string_view word_of(corpus::Severity severity) {
    switch (severity) {
    case corpus::Severity::Note:
        return "note";
    case corpus::Severity::Warning:
        return "warning";
    case corpus::Severity::Error:
        return "error";
    }
    return "error";
}

nlohmann::ordered_json json_of(const SourceReport& source) {
    return {{"name", source.name},
            {"files", source.files},
            {"unchanged", source.unchanged},
            {"rejected", source.rejected},
            {"ignored", source.ignored},
            {"publications", source.publications}};
}

nlohmann::ordered_json json_of(const SourceDiagnostic& remark) {
    const corpus::Diagnostic& diagnostic = remark.diagnostic;
    return {{"severity", word_of(diagnostic.severity)},
            {"source", remark.source},
            {"path", diagnostic.path},
            {"line", diagnostic.line},
            {"column", diagnostic.column},
            {"text", diagnostic.text}};
}

std::string outcome(const SyncReport& report) {
    const std::string changes = fmt::format("{} added, {} replaced, {} removed",
                                            report.added.size(),
                                            report.replaced.size(),
                                            report.removed.size());
    if (report.generation)
        return fmt::format("Published generation {}: {} ({}).",
                           *report.generation,
                           counted(report.publications, "publication"),
                           changes);
    if (!report.changed())
        return fmt::format("Nothing has changed: {}.", counted(report.publications, "publication"));
    return fmt::format("Nothing was published; it would have been: {}.", changes);
}

// They are what needs a hand.
std::vector<const SourceDiagnostic*> errors_of(const SyncReport& report) {
    std::vector<const SourceDiagnostic*> errors;
    for (const SourceDiagnostic& remark : report.diagnostics)
        if (remark.diagnostic.severity == corpus::Severity::Error)
            errors.push_back(&remark);
    return errors;
}

} // namespace

std::uint64_t SyncReport::rejected() const {
    std::uint64_t count = 0;
    for (const SourceReport& source : sources)
        count += source.rejected;
    return count;
}

bool SyncReport::changed() const {
    return !added.empty() || !replaced.empty() || !removed.empty() || !moved.empty() || learned ||
           described;
}

std::string counted(std::uint64_t count, std::string_view singular) {
    return fmt::format("{} {}{}", count, singular, count == 1 ? "" : "s");
}

std::string diagnostic_line(const SourceDiagnostic& remark) {
    const corpus::Diagnostic& diagnostic = remark.diagnostic;
    std::string place = fmt::format("{}/{}", remark.source, diagnostic.path);
    if (diagnostic.line > 0)
        place += fmt::format(":{}", diagnostic.line);
    if (diagnostic.line > 0 && diagnostic.column > 0)
        place += fmt::format(":{}", diagnostic.column);
    return fmt::format("{}: {}: {}", place, word_of(diagnostic.severity), diagnostic.text);
}

index::SyncSummary summary_of(const SyncReport& report) {
    index::SyncSummary summary;
    summary.seconds = report.seconds_looking + report.seconds_reading + report.seconds_publishing;
    summary.published = report.generation;
    summary.publications = report.publications;
    summary.added = report.added.size();
    summary.replaced = report.replaced.size();
    summary.removed = report.removed.size();
    summary.kept = report.kept.size();
    for (const SourceReport& source : report.sources) {
        summary.files += source.files;
        summary.unchanged_files += source.unchanged;
        summary.rejected_files += source.rejected;
        summary.ignored_files += source.ignored;
    }
    for (const SourceDiagnostic* error : errors_of(report)) {
        const corpus::Diagnostic& diagnostic = error->diagnostic;
        if (summary.rejections.size() < index::SyncSummary::max_rejections)
            summary.rejections.push_back({error->source,
                                          diagnostic.path,
                                          diagnostic.line,
                                          diagnostic.column,
                                          diagnostic.text});
        else
            ++summary.more_rejections;
    }
    return summary;
}

std::string report_as_json(const SyncReport& report) {
    nlohmann::ordered_json json;
    json["library"] = report.library;
    if (report.generation)
        json["generation"] = {{"number", *report.generation}, {"published", report.published}};
    else
        json["generation"] = nullptr;
    json["counts"] = {{"publications", report.publications},
                      {"added", report.added.size()},
                      {"replaced", report.replaced.size()},
                      {"removed", report.removed.size()},
                      {"moved", report.moved.size()},
                      {"kept", report.kept.size()},
                      {"rejected_files", report.rejected()}};
    json["seconds"] = {{"looking", report.seconds_looking},
                       {"reading", report.seconds_reading},
                       {"publishing", report.seconds_publishing}};
    json["sources"] = nlohmann::ordered_json::array();
    for (const SourceReport& source : report.sources)
        json["sources"].push_back(json_of(source));
    json["diagnostics"] = nlohmann::ordered_json::array();
    for (const SourceDiagnostic& remark : report.diagnostics)
        json["diagnostics"].push_back(json_of(remark));
    auto moved = nlohmann::ordered_json::array();
    for (const auto& [from, to] : report.moved)
        moved.push_back({{"from", from}, {"to", to}});
    json["changes"] = {{"added", report.added},
                       {"replaced", report.replaced},
                       {"removed", report.removed},
                       {"moved", std::move(moved)},
                       {"kept", report.kept}};
    return json.dump(2, ' ', false, nlohmann::ordered_json::error_handler_t::replace) + "\n";
}

std::string report_as_line(const SyncReport& report) {
    const std::string published =
        report.generation ? fmt::format("generation {}", *report.generation) : "not published";
    return fmt::format("{}: {} added, {} replaced, {} removed; {} ({:.2f} s)",
                       published,
                       report.added.size(),
                       report.replaced.size(),
                       report.removed.size(),
                       counted(report.publications, "publication"),
                       report.seconds_looking + report.seconds_reading + report.seconds_publishing);
}

std::string report_as_text(const SyncReport& report) {
    std::string text;
    for (const SourceReport& source : report.sources)
        text += fmt::format("{}: {}, {} unchanged, {} rejected, {} ignored; {}\n",
                            source.name,
                            counted(source.files, "file"),
                            source.unchanged,
                            source.rejected,
                            source.ignored,
                            counted(source.publications, "publication"));
    const auto errors = errors_of(report);
    for (std::size_t i = 0; i < std::min(errors.size(), most_lines_shown); ++i)
        text += diagnostic_line(*errors[i]) + "\n";
    if (errors.size() > most_lines_shown)
        text += fmt::format("... and {} more; --report FILE writes them all.\n",
                            errors.size() - most_lines_shown);
    if (!report.kept.empty())
        text += fmt::format("Of broken files, the last good version of {} stays.\n",
                            counted(report.kept.size(), "publication"));
    return text + outcome(report) + "\n";
}

} // namespace praxis::indexer
