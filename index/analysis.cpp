// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#include "index/analysis.h"

#include "base/fingerprint.h"
#include "analyzers/analyzer_set.h"
#include "index/entry.h"

#include <fmt/format.h>

namespace praxis::index {

namespace {

constexpr int document_form = 1; // of a Lucene++ document: lucene/text_fields_lucene.h

} // namespace

std::uint64_t analysis_fingerprint(const schemas::Library& library) {
    return praxis::fingerprint_of(fmt::format("{} {} {} {}",
                                              library.analysis_fingerprint(),
                                              analyzers::AnalyzerSet::version(),
                                              field_gap,
                                              document_form));
}

} // namespace praxis::index
