// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#include "bench/corpus/material.h"

#include "schemas/library.h"
#include "corpus/file_reading.h"
#include "bench/corpus/unpacking.h"
#include "indexer/file_plan.h"
#include "indexer/sources.h"

#include <algorithm>
#include <map>

namespace praxis::bench {

namespace {

constexpr std::size_t least_words = 12;

std::size_t words_in(std::string_view text) {
    return static_cast<std::size_t>(std::count(text.begin(), text.end(), ' ')) + 1;
}

bool is_english(const schemas::Publication& publication) {
    return publication.language.empty() || publication.language.starts_with("en");
}

class Gathering {
public:
    void add(const std::string& source, const schemas::Publication& publication) {
        if (!is_english(publication) || publication.title.empty())
            return;
        const std::string& topic =
            publication.topics.empty() ? publication.kind : publication.topics.front().term.value;
        Subject& subject = subjects_[source + "/" + topic];
        const std::size_t before = subject.paragraphs.size();
        for (const schemas::Passage& passage : publication.passages)
            add_paragraphs(passage.text, subject);
        if (subject.paragraphs.size() > before)
            subject.titles.push_back(publication.title);
    }

    Material take() {
        for (auto& [name, subject] : subjects_) {
            if (subject.paragraphs.empty())
                continue;
            subject.name = name;
            material_.subjects.push_back(std::move(subject));
        }
        return std::move(material_);
    }

private:
    void add_paragraphs(std::string_view text, Subject& subject) {
        while (!text.empty()) {
            const std::size_t end = std::min(text.find('\n'), text.size());
            const std::string_view paragraph = text.substr(0, end);
            if (const std::size_t words = words_in(paragraph); words >= least_words) {
                subject.paragraphs.emplace_back(paragraph);
                material_.words += words;
            }
            text.remove_prefix(std::min(end + 1, text.size()));
        }
    }

    std::map<std::string, Subject> subjects_;
    Material material_;
};

Result<void> gather(const std::filesystem::path& path, Gathering& gathering) {
    const auto library = schemas::default_library();
    if (!library)
        return tl::unexpected(library.error());
    auto named = indexer::name_sources({path}, *library, "");
    if (!named)
        return tl::unexpected(named.error());
    const corpus::ReaderRegistry registry;
    const auto sources = indexer::walk_sources(std::move(*named), *library, registry, {});
    if (!sources)
        return tl::unexpected(sources.error());
    const auto plan = indexer::plan_files(*sources, registry, {}, true, true);
    for (const indexer::FileTask& task : plan.tasks)
        corpus::read_publications(*task.file,
                                  registry,
                                  task.source->maker(),
                                  {.publication =
                                       [&](const schemas::Publication& publication) {
                                           gathering.add(task.source->name(), publication);
                                       },
                                   .diagnostic =
                                       [](const corpus::Diagnostic&) {
                                       }});
    return {};
}

} // namespace

Result<Material> read_material(const std::vector<std::filesystem::path>& paths) {
    Gathering gathering;
    for (const std::filesystem::path& path : paths) {
        const auto unpacked = Unpacked::open(path);
        if (!unpacked)
            return tl::unexpected(unpacked.error());
        if (const auto read = gather(unpacked->path(), gathering); !read)
            return tl::unexpected(read.error());
    }
    Material material = gathering.take();
    if (material.subjects.empty())
        return failure(ErrorKind::InvalidInput, "there is no English text in the material");
    return material;
}

} // namespace praxis::bench
