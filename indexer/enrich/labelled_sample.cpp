// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#include "indexer/enrich/labelled_sample.h"

#include "base/fingerprint.h"
#include "indexer/enrich/topic_enrichment.h"

#include <algorithm>
#include <iterator>

namespace praxis::indexer {

void LabelledSample::add(const schemas::Publication& publication) {
    if (!is_labelled(publication))
        return;
    const std::pair key(fingerprint_of(publication.id), publication.id);
    const std::lock_guard lock(mutex_);
    if (kept_.size() == most_ && key > kept_.rbegin()->first)
        return;
    schemas::Publication learned;
    learned.id = publication.id;
    learned.title = publication.title;
    learned.summary = publication.summary;
    learned.passages = publication.passages;
    for (const schemas::Topic& topic : publication.topics)
        if (topic.by == schemas::TopicOrigin::Editor && topic.evidence.empty() && topic.weight == 1)
            learned.topics.push_back(topic);
    kept_.emplace(key, std::move(learned));
    if (kept_.size() > most_)
        kept_.erase(std::prev(kept_.end()));
}

bool LabelledSample::is_full() {
    const std::lock_guard lock(mutex_);
    return kept_.size() == most_;
}

std::vector<schemas::Publication> LabelledSample::take() {
    const std::lock_guard lock(mutex_);
    std::vector<schemas::Publication> all;
    for (auto& [key, publication] : kept_)
        all.push_back(std::move(publication));
    kept_.clear();
    return all;
}

} // namespace praxis::indexer
