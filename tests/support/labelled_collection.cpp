// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#include "tests/support/labelled_collection.h"

#include "base/file.h"
#include "base/utf8.h"
#include "corpus/file_reading.h"
#include "indexer/file_plan.h"
#include "indexer/sources.h"
#include "tests/support/shared_material.h"

#include <algorithm>
#include <set>
#include <sstream>

namespace praxis::tests {

namespace {

using schemas::Publication;

constexpr std::string_view site = "corpus/digitalgov/content";

// The part of a line "key: "value"" behind the key.
std::string value_of(std::string_view line) {
    std::string_view value = trim(line.substr(line.find(':') + 1));
    if (value.size() >= 2 && value.front() == '"' && value.back() == '"')
        value = value.substr(1, value.size() - 2);
    return std::string(value);
}

schemas::Concept read_topic_page(const std::filesystem::path& folder) {
    schemas::Concept topic;
    topic.id = folder.filename().string();
    std::istringstream lines(read_file(folder / "_index.md", 1 << 20).value());
    for (std::string line; std::getline(lines, line);) {
        const std::string_view trimmed = trim(line);
        if (line.starts_with("title:"))
            topic.label = value_of(line);
        else if (line.starts_with("deck:") || line.starts_with("summary:"))
            topic.scope_note += value_of(line) + " ";
        else if (trimmed.starts_with("- /topics/")) {
            std::string alias(trimmed.substr(10));
            alias = alias.substr(0, alias.find('/'));
            std::ranges::replace(alias, '-', ' ');
            topic.synonyms.push_back(alias);
        }
    }
    return topic;
}

schemas::Vocabulary read_topic_pages() {
    std::set<std::filesystem::path> folders;
    for (const auto& entry :
         std::filesystem::directory_iterator(shared_material(std::string(site) + "/topics")))
        if (entry.is_directory())
            folders.insert(entry.path());
    std::vector<schemas::Concept> topics;
    for (const auto& folder : folders)
        topics.push_back(read_topic_page(folder));
    return {"topic", std::move(topics)};
}

} // namespace

LabelledCollection read_digitalgov() {
    LabelledCollection collection;
    collection.vocabulary = read_topic_pages();
    auto library = schemas::default_library().value();
    library.vocabularies.insert_or_assign("topic", collection.vocabulary);
    library.unmatched.erase("topic");
    const corpus::ReaderRegistry registry;
    const auto sources =
        indexer::walk_sources(indexer::name_sources({shared_material(site)}, library, "").value(),
                              library,
                              registry,
                              {})
            .value();
    for (const auto& task : indexer::plan_files(sources, registry, {}, true, true).tasks)
        corpus::read_publications(
            *task.file,
            registry,
            task.source->maker(),
            {.publication =
                 [&](Publication publication) {
                     std::erase_if(publication.topics, [&](const schemas::Topic& topic) {
                         return collection.vocabulary.find(topic.term.value) == nullptr;
                     });
                     if (!publication.topics.empty())
                         collection.publications.push_back(std::move(publication));
                 },
             .diagnostic =
                 [](const corpus::Diagnostic&) {
                 }});
    return collection;
}

} // namespace praxis::tests
