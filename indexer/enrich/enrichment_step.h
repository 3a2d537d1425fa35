// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "base/result.h"
#include "schemas/library.h"
#include "analyzers/analyzer_set.h"
#include "analyzers/topics/topic_model.h"
#include "corpus/reader_registry.h"
#include "index/generation_store.h"
#include "indexer/enrich/enrichment_state.h"
#include "indexer/enrich/topic_enrichment.h"
#include "indexer/file_plan.h"

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace praxis::indexer {

// Enrichment in one sync: which model serves it, and which publications of unchanged files it
// concerns.
//
// A model is learned before the files are read, so that the reading threads can enrich what they
// read; from the labelled publications of the index and of the files that are to be read. It is
// learned anew when the vocabulary of topics changes, or when a twentieth of the files has changed
// since: a single new file is searchable at once. Nothing is loaded when nothing has changed.
//
// Errors:   Corrupt from the parent generation.
// Threads:  Thread-compatible
// Lifetime: what it is made of must outlive it.
class EnrichmentStep {
public:
    EnrichmentStep(const schemas::Library& library,
                   const analyzers::AnalyzerSet& analyzers,
                   index::Transaction& transaction)
        : library_(library), analyzers_(analyzers), transaction_(transaction) {}

    // Chooses or learns the model for a plan, before any of it is read.
    Result<void> prepare(const FilePlan& plan, const corpus::ReaderRegistry& registry);

    const TopicEnrichment& enrichment() const { return *enrichment_; }

    // Whether every publication has to be looked at again.
    bool concerns_all() const { return concerns_all_; }

    // The publications of which editors now say something else.
    const std::vector<std::string>& concerned() const { return concerned_; }

    // Whether there is something new to remember even if no publication changed.
    bool has_learned() const { return has_learned_; }

    // Hands what is to be remembered to the transaction.
    void remember();

private:
    Result<void> read_state();
    bool is_due(const FilePlan& plan) const;
    Result<void> load_model();
    Result<void> learn(const FilePlan& plan, const corpus::ReaderRegistry& registry);

    const schemas::Library& library_;
    const analyzers::AnalyzerSet& analyzers_;
    index::Transaction& transaction_;

    std::vector<std::string> texts_; // of the parent: the state, and the model if there is one
    std::optional<EnrichmentState> before_;
    EnrichmentState now_;
    std::shared_ptr<const analyzers::TopicModel> model_;
    std::optional<TopicEnrichment> enrichment_;
    std::vector<std::string> concerned_;
    bool concerns_all_ = false;
    bool has_learned_ = false;
};

} // namespace praxis::indexer
