// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#include "indexer/enrich/topic_preview.h"

#include "analyzers/analyzer_set.h"
#include "analyzers/topics/topic_training.h"
#include "index/generation.h"
#include "indexer/enrich/labelled_sample.h"
#include "indexer/enrich/topic_enrichment.h"
#include "indexer/library_choice.h"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <memory>
#include <set>
#include <utility>

namespace praxis::indexer {

namespace {

std::set<std::string> topics_of(const schemas::Publication& publication) {
    std::set<std::string> values;
    for (const schemas::Topic& topic : publication.topics)
        values.insert(topic.term.value);
    return values;
}

std::vector<std::string> without(const std::set<std::string>& some,
                                 const std::set<std::string>& others) {
    std::vector<std::string> left;
    std::ranges::set_difference(some, others, std::back_inserter(left));
    return left;
}

std::shared_ptr<const analyzers::TopicModel> learn(const index::TextIndexReader& text,
                                                   const schemas::Library& library,
                                                   const analyzers::AnalyzerSet& analyzers,
                                                   TopicPreview& preview) {
    LabelledSample sample(analyzers::most_labelled);
    for (std::uint32_t document = 0; document < text.document_limit(); ++document) {
        if (!text.is_live(document))
            continue;
        const schemas::Publication publication = text.publication(document);
        ++(is_labelled(publication) ? preview.labelled : preview.others);
        sample.add(publication);
    }
    auto model = analyzers::train_topics(sample.take(), library.topic_vocabulary(), analyzers);
    if (!model)
        return nullptr;
    preview.learned = model->topics();
    return std::make_shared<const analyzers::TopicModel>(std::move(*model));
}

} // namespace

Result<TopicPreview> preview_topics(const TopicsOptions& options, const std::stop_token& stop) {
    const auto library = choose_library(options.library, options.index);
    if (!library)
        return tl::unexpected(library.error());
    const auto generation = index::Generation::open(options.index);
    if (!generation)
        return tl::unexpected(generation.error());
    const analyzers::AnalyzerSet analyzers(*library);
    const index::TextIndexReader& text = (*generation)->text();
    TopicPreview preview;
    const TopicEnrichment enrichment(
        *library, analyzers, learn(text, *library, analyzers, preview));
    for (std::uint32_t document = 0; document < text.document_limit(); ++document) {
        if (stop.stop_requested())
            return failure(ErrorKind::Interrupted, "interrupted");
        if (!text.is_live(document))
            continue;
        schemas::Publication publication = text.publication(document);
        const auto before = topics_of(publication);
        enrichment.enrich(publication);
        const auto after = topics_of(publication);
        if (before != after)
            preview.changes.push_back({publication.id,
                                       publication.title,
                                       without(after, before),
                                       without(before, after)});
    }
    std::ranges::sort(preview.changes, {}, &TopicChange::id);
    return preview;
}

std::string topic_preview_page(const TopicPreview& preview) {
    std::string page = fmt::format("{} publications have topics from people, {} have none.\n",
                                   preview.labelled,
                                   preview.others);
    const auto out = std::back_inserter(page);
    if (preview.learned.empty())
        fmt::format_to(out, "Too few labels to learn from: topics are given by name alone.\n");
    else
        fmt::format_to(out, "\nLearned topics, and how well they are found again (F1, 0 to 1)\n");
    for (const analyzers::TopicModel::Topic& topic : preview.learned)
        fmt::format_to(out,
                       "  {:<50} {:>5} publications   {:.2f}\n",
                       topic.term.value,
                       topic.labelled,
                       topic.f1);
    fmt::format_to(out, "\n{} publications would change\n", preview.changes.size());
    for (const TopicChange& change : preview.changes) {
        fmt::format_to(out, "  {}  {}\n", change.id, change.title);
        for (const std::string& topic : change.gained)
            fmt::format_to(out, "    + {}\n", topic);
        for (const std::string& topic : change.lost)
            fmt::format_to(out, "    - {}\n", topic);
    }
    return page;
}

} // namespace praxis::indexer
