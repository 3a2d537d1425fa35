// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "schemas/library.h"
#include "schemas/publication.h"
#include "analyzers/analyzer_set.h"
#include "analyzers/topics/topic_tagger.h"

#include <cstdint>
#include <memory>

namespace praxis::indexer {

// Gives publications the topics that their sources do not.
//
// A publication that people labelled keeps their labels and gets none by analyzers. What an editor
// refused (schemas/verdicts.h) is left out; what one accepted is set, by the editor.
// A stored publication can be enriched again, with another vocabulary or model: what is not the
// source's own is taken off first.
//
// Threads:  Immutable
// Lifetime: library and analyzers must outlive it.
class TopicEnrichment {
public:
    // `model` may be null: then topics are given by name alone.
    TopicEnrichment(const schemas::Library& library,
                    const analyzers::AnalyzerSet& analyzers,
                    std::shared_ptr<const analyzers::TopicModel> model);

    void enrich(schemas::Publication& publication) const;

private:
    void add_accepted(schemas::Publication& publication) const;

    const schemas::Library& library_;
    analyzers::TopicTagger tagger_;
};

// Changes when the same publication would be enriched differently, by the same model: settings
// and the vocabulary of topics.
std::uint64_t enrichment_fingerprint(const schemas::Library& library);

// Whether the source itself gives the publication topics.
bool is_labelled(const schemas::Publication& publication);

} // namespace praxis::indexer
