// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#include "indexer/enrich/enrichment_step.h"

#include "base/fingerprint.h"
#include "analyzers/topics/topic_training.h"
#include "corpus/file_reading.h"
#include "indexer/enrich/labelled_sample.h"
#include "indexer/workers.h"

#include <algorithm>
#include <atomic>
#include <set>
#include <thread>
#include <utility>

namespace praxis::indexer {

namespace {

// One part in so many of the files has to change before a model is learned anew.
constexpr std::uint64_t most_drift = 20;

unsigned processors() {
    return std::max(1U, std::thread::hardware_concurrency());
}

// Labelled publications of files that are about to be read, in an order that is always the same
// and has nothing to do with where they lie.
void sample_files(const FilePlan& plan,
                  const corpus::ReaderRegistry& registry,
                  LabelledSample& sample) {
    std::vector<const FileTask*> tasks;
    for (const FileTask& task : plan.tasks)
        tasks.push_back(&task);
    std::ranges::sort(tasks, {}, [](const FileTask* task) {
        return std::pair(fingerprint_of(task->file->path), std::string_view(task->file->path));
    });
    const corpus::PublicationSink sink{
        .publication = [&](const schemas::Publication& publication) { sample.add(publication); },
        .diagnostic =
            [](const corpus::Diagnostic&) {
            }};
    Workers workers(
        processors(),
        tasks.size(),
        [&](std::size_t i) {
            corpus::read_publications(*tasks[i]->file, registry, tasks[i]->source->maker(), sink);
        },
        [] {});
    workers.finish();
}

// Those of unchanged files, from the index.
void sample_index(const index::TextIndexReader& text,
                  const std::vector<std::string>& ids,
                  LabelledSample& sample) {
    Workers workers(
        processors(),
        ids.size(),
        [&](std::size_t i) {
            if (const auto document = text.document_of(ids[i]))
                sample.add(text.publication(*document));
        },
        [] {});
    workers.finish();
}

} // namespace

Result<void> EnrichmentStep::read_state() {
    auto texts = transaction_.enrichment();
    if (!texts)
        return tl::unexpected(texts.error());
    texts_ = std::move(*texts);
    if (texts_.empty())
        return {};
    auto state = enrichment_state_from_text(texts_.front());
    if (!state)
        return tl::unexpected(state.error());
    before_ = std::move(*state);
    return {};
}

bool EnrichmentStep::is_due(const FilePlan& plan) const {
    if (!before_ || before_->enrichment != now_.enrichment)
        return true;
    const std::uint64_t files = transaction_.catalog().file_count();
    const std::uint64_t touched = plan.tasks.size() + plan.vanished.size();
    return touched > 0 && (now_.drift + touched) * most_drift >= files;
}

Result<void> EnrichmentStep::load_model() {
    if (texts_.size() < 2)
        return {};
    auto model = analyzers::topic_model_from_text(texts_[1]);
    if (!model)
        return tl::unexpected(model.error());
    model_ = std::make_shared<const analyzers::TopicModel>(std::move(*model));
    return {};
}

Result<void> EnrichmentStep::learn(const FilePlan& plan, const corpus::ReaderRegistry& registry) {
    LabelledSample sample(analyzers::most_labelled);
    sample_files(plan, registry, sample);
    if (transaction_.parent()) {
        std::set<const index::CataloguedFile*> released(plan.changed.begin(), plan.changed.end());
        released.insert(plan.vanished.begin(), plan.vanished.end());
        std::vector<std::string> ids;
        transaction_.catalog().visit_files("", [&](const index::CataloguedFile& file) {
            if (!released.contains(&file))
                for (const index::CataloguedPublication& publication : file.publications)
                    ids.push_back(publication.id);
        });
        const auto text = transaction_.parent_text();
        if (!text)
            return tl::unexpected(text.error());
        sample_index(**text, ids, sample);
    }
    const auto labelled = sample.take();
    const schemas::Vocabulary* vocabulary = library_.topic_vocabulary();
    const std::uint64_t training = analyzers::training_fingerprint(labelled, vocabulary);
    now_.drift = 0;
    if (before_ && before_->training == training)
        return load_model();
    auto model = analyzers::train_topics(labelled, vocabulary, analyzers_);
    now_.training = training;
    has_learned_ = true;
    concerns_all_ = before_.has_value() || transaction_.parent().has_value();
    if (model)
        model_ = std::make_shared<const analyzers::TopicModel>(std::move(*model));
    return {};
}

Result<void> EnrichmentStep::prepare(const FilePlan& plan, const corpus::ReaderRegistry& registry) {
    if (auto read = read_state(); !read)
        return read;
    if (before_)
        now_ = *before_;
    now_.enrichment = enrichment_fingerprint(library_);
    now_.verdicts = verdict_fingerprints(library_.verdicts);
    concerned_ =
        changed_verdicts(before_ ? before_->verdicts : EnrichmentState().verdicts, now_.verdicts);
    if (before_ && before_->enrichment != now_.enrichment)
        concerns_all_ = true;
    const bool is_idle = plan.tasks.empty() && concerned_.empty() && !concerns_all_;
    Result<void> ready;
    if (library_.topics.analyzed && is_due(plan)) {
        ready = learn(plan, registry);
    } else {
        now_.drift += plan.tasks.size() + plan.vanished.size();
        if (!is_idle)
            ready = load_model();
    }
    if (!ready)
        return ready;
    enrichment_.emplace(library_, analyzers_, model_);
    return {};
}

void EnrichmentStep::remember() {
    if (before_ == now_ && !has_learned_)
        return;
    std::vector<std::string> texts = {to_text(now_)};
    if (model_ != nullptr)
        texts.push_back(has_learned_ ? analyzers::topic_model_to_text(*model_) : texts_.at(1));
    else if (texts_.size() > 1 && !has_learned_)
        texts.push_back(texts_[1]);
    transaction_.set_enrichment(std::move(texts));
}

} // namespace praxis::indexer
