// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#include "indexer/enrich/topic_enrichment.h"

#include "base/fingerprint.h"

#include <fmt/format.h>

#include <algorithm>
#include <string_view>
#include <utility>

// A topic that an editor accepted keeps the analyzer's evidence, or has the weight 0 where no
// analyzer found it; by that it can be told from the source's own.

namespace praxis::indexer {

namespace {

using schemas::Topic;
using schemas::TopicOrigin;
using schemas::Verdict;

// Raise it when analyzers give the same publication other topics.
constexpr std::string_view method = "3";

bool is_of_source(const Topic& topic) {
    return topic.by == TopicOrigin::Editor && topic.weight == 1 && topic.evidence.empty();
}

// By the whole path or by its last slug.
std::optional<Verdict> verdict_on(const std::string& value,
                                  const schemas::Verdicts::ByTopic* verdicts) {
    if (verdicts == nullptr)
        return std::nullopt;
    auto found = verdicts->find(value);
    if (found == verdicts->end())
        found = verdicts->find(std::string_view(value).substr(value.rfind('/') + 1));
    return found == verdicts->end() ? std::nullopt : std::optional(found->second);
}

bool has_topic(const schemas::Publication& publication, std::string_view value) {
    return std::ranges::any_of(publication.topics,
                               [&](const Topic& topic) { return topic.term.value == value; });
}

} // namespace

TopicEnrichment::TopicEnrichment(const schemas::Library& library,
                                 const analyzers::AnalyzerSet& analyzers,
                                 std::shared_ptr<const analyzers::TopicModel> model)
    : library_(library), tagger_(library.topics.analyzed ? library.topic_vocabulary() : nullptr,
                                 library.topics.analyzed ? std::move(model) : nullptr,
                                 library.topics.sure,
                                 analyzers) {}

void TopicEnrichment::enrich(schemas::Publication& publication) const {
    std::erase_if(publication.topics, [](const Topic& topic) { return !is_of_source(topic); });
    publication.suggested_topics.clear();
    if (!is_labelled(publication) && library_.topics.analyzed) {
        const auto* verdicts = library_.verdicts.of(publication.id);
        analyzers::TaggedTopics tagged = tagger_.tag(publication);
        for (auto* list : {&tagged.set, &tagged.suggested})
            for (Topic& topic : *list) {
                const auto verdict = verdict_on(topic.term.value, verdicts);
                if (verdict == Verdict::Refused)
                    continue;
                if (verdict == Verdict::Accepted)
                    topic.by = TopicOrigin::Editor;
                const bool is_set = verdict == Verdict::Accepted || list == &tagged.set;
                (is_set ? publication.topics : publication.suggested_topics)
                    .push_back(std::move(topic));
            }
    }
    add_accepted(publication);
}

void TopicEnrichment::add_accepted(schemas::Publication& publication) const {
    const auto* verdicts = library_.verdicts.of(publication.id);
    if (verdicts == nullptr)
        return;
    for (const analyzers::KnownTopic& known : tagger_.topics())
        if (verdict_on(known.term.value, verdicts) == Verdict::Accepted &&
            !has_topic(publication, known.term.value))
            publication.topics.push_back(
                {.term = known.term, .by = TopicOrigin::Editor, .weight = 0, .evidence = {}});
}

std::uint64_t enrichment_fingerprint(const schemas::Library& library) {
    Fingerprint print;
    print.add_part(method);
    print.add_part(fmt::format("{} {}", library.topics.analyzed, library.topics.sure));
    print.add_part(library.languages.empty() ? "" : library.languages.front());
    if (const schemas::Vocabulary* vocabulary = library.topic_vocabulary())
        for (const schemas::Concept& meant : vocabulary->concepts()) {
            print.add_part(vocabulary->term(meant).value).add_part(meant.label);
            print.add_part(meant.scope_note);
            for (const std::string& synonym : meant.synonyms)
                print.add_part(synonym);
        }
    return print.value();
}

bool is_labelled(const schemas::Publication& publication) {
    return std::ranges::any_of(publication.topics, is_of_source);
}

} // namespace praxis::indexer
