// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#include "index/checks/publication_check.h"

#include "base/process.h"
#include "index/parts/image_files.h"
#include "index/text_index_reader.h"

#include <fmt/format.h>

#include <algorithm>

namespace praxis::index {

namespace {

constexpr int terms_looked_at = 1000;

void look_at_terms(const TextIndexReader& text, const schemas::Library& library) {
    for (const schemas::Field& field : library.fields) {
        int seen = 0;
        text.visit_terms(
            field.name, "", [&](std::string_view) { return ++seen < terms_looked_at; });
    }
}

void look_at_publications(const TextIndexReader& text) {
    std::uint32_t first = 0;
    std::uint32_t behind = text.document_limit();
    while (first < behind && !text.is_live(first))
        ++first;
    while (behind > first && !text.is_live(behind - 1))
        --behind;
    if (first == behind)
        return;
    static_cast<void>(text.publication(first));
    static_cast<void>(text.publication(behind - 1));
}

void look_at_images(const IndexFolder& folder,
                    const Manifest& manifest,
                    const Manifest* parent,
                    const schemas::Library& library,
                    std::uint32_t publications) {
    std::vector<FileRecord> written = manifest.images;
    if (parent != nullptr)
        std::erase_if(written, [&](const FileRecord& image) {
            return std::ranges::find(parent->images, image) != parent->images.end();
        });
    std::size_t documents = 0;
    for (const auto& image : open_images(folder, manifest, library, written))
        documents += image->document_count() - image->gone().size();
    if (documents != publications)
        throw Error(ErrorKind::Corrupt, "the new image is not what was written");
}

// The number of publications; throws what is wrong.
std::string look(const IndexFolder& folder,
                 const Manifest& manifest,
                 const Manifest* parent,
                 const schemas::Library& library) {
    const auto text = TextIndexReader::open(folder.text(manifest.epoch), manifest.commit);
    if (!text)
        throw text.error();
    look_at_publications(**text);
    look_at_terms(**text, library);
    look_at_images(folder, manifest, parent, library, (*text)->publication_count());
    return std::to_string((*text)->publication_count());
}

} // namespace

Result<void> check_before_publishing(const IndexFolder& folder,
                                     const Manifest& manifest,
                                     const Manifest* parent,
                                     const schemas::Library& library) {
    const auto end = run_in_child([&] { return look(folder, manifest, parent, library); });
    if (!end)
        return tl::unexpected(end.error());
    if (!end->returned())
        return failure(ErrorKind::Corrupt,
                       fmt::format("the new index cannot be read, so it was not published: the "
                                   "process that looked at it {}",
                                   end->described()));
    if (end->text != std::to_string(manifest.publications))
        return failure(ErrorKind::Internal,
                       fmt::format("the catalog lists {} publications, the index holds {}: nothing "
                                   "was published",
                                   manifest.publications,
                                   end->text));
    return {};
}

} // namespace praxis::index
