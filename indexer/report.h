// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "corpus/diagnostic.h"
#include "index/sync_summary.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace praxis::indexer {

// What a sync did, for the person who started it and for programs.
//
// Shapes:   ids sorted; diagnostics by source, path, line.
// Units:    seconds of wall time.
// Threads:  Thread-compatible

struct SourceReport {
    std::string name;
    std::uint64_t files = 0;     // that may hold publications
    std::uint64_t unchanged = 0; // not read again
    std::uint64_t rejected = 0;  // files with at least one error
    std::uint64_t ignored = 0;   // no publications: images, scripts and the like
    std::uint64_t publications = 0;
};

struct SourceDiagnostic {
    std::string source;
    corpus::Diagnostic diagnostic;
};

struct SyncReport {
    std::string library;
    std::vector<SourceReport> sources;
    std::vector<SourceDiagnostic> diagnostics;

    std::vector<std::string> added;
    std::vector<std::string> replaced;
    std::vector<std::string> removed;
    std::vector<std::string> kept;                          // last good version of a broken file
    std::vector<std::pair<std::string, std::string>> moved; // former path-made id → id
    std::uint64_t publications = 0;                         // after the sync
    bool learned = false;                                   // a model of topics, anew
    bool described = false;                                 // the library, by another description

    std::optional<std::uint64_t>
        generation;        // published; nothing: nothing had changed, or not asked
    std::string published; // UTC
    double seconds_looking = 0;
    double seconds_reading = 0; // reading, analysing and adding go side by side
    double seconds_publishing = 0;

    // Files with at least one error.
    std::uint64_t rejected() const;
    bool changed() const;
};

// Indented JSON with every id and diagnostic.
std::string report_as_json(const SyncReport& report);

// A few lines for a person: counts, what was published, the first remarks.
std::string report_as_text(const SyncReport& report);

// One line: what was published, and what changed.
std::string report_as_line(const SyncReport& report);

// What is remembered of it beside the index; `finished` is left to the caller.
index::SyncSummary summary_of(const SyncReport& report);

// "1 file", "2 files".
std::string counted(std::uint64_t count, std::string_view singular);

// "path:line:column: error: text".
std::string diagnostic_line(const SourceDiagnostic& remark);

} // namespace praxis::indexer
