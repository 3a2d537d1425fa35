// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#include "index/parts/image_files.h"

#include "base/file.h"
#include "base/fingerprint.h"
#include "index/image/image_builder.h"
#include "index/text_index_reader.h"

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <optional>
#include <system_error>

namespace praxis::index {

namespace {

constexpr std::string_view image_folder = "images";
constexpr std::string_view unfinished = "images/unfinished";
constexpr std::uint64_t most_in_a_delta = 50'000; // analysed anew for each publish

bool is_there(const IndexFolder& folder, const std::vector<FileRecord>& images) {
    return !images.empty() && std::ranges::all_of(images, [&](const FileRecord& image) {
        const auto stamp = stamp_of(folder.root / image.name);
        return stamp && stamp->size == image.length;
    });
}

// Lucene++'s files without the one that names them all: a commit that changes nothing has another
// of these, and the same publications under the same numbers.
std::vector<FileRecord> contents_of(const Manifest& manifest) {
    std::vector<FileRecord> files = files_below(manifest, IndexFolder::text_name(manifest.epoch));
    std::erase_if(files, [&](const FileRecord& file) {
        return std::filesystem::path(file.name).filename() == manifest.commit;
    });
    return files;
}

bool has_same_image(const Manifest& manifest, const Manifest& parent) {
    return parent.image == manifest.image && contents_of(parent) == contents_of(manifest);
}

Result<void> begin_file(const IndexFolder& folder, const DiskOptions& options) {
    const std::filesystem::path path = folder.root / unfinished;
    if (auto made = make_folder(options, path.parent_path()); !made)
        return made;
    for (const DiskCall call :
         {DiskCall::Create, DiskCall::Write, DiskCall::Sync, DiskCall::Rename})
        if (auto asked = ask_faults(options, call, path); !asked)
            return asked;
    return check_free_space(options, path.parent_path());
}

// The parent's images, if a delta can be made over its base.
Images images_to_build_on(const IndexFolder& folder,
                          const Manifest& manifest,
                          const Manifest* parent,
                          const schemas::Library& library,
                          const ChangedIds& changed) {
    return parent != nullptr && changed.ids() != nullptr && parent->image == manifest.image
               ? open_images(folder, *parent, library, {})
               : Images();
}

// What a delta over the first of `former` would hold, if it is to be made.
std::optional<DeltaSource>
delta_over(const Images& former, const TextIndexReader& text, const ChangedIds& changed) {
    if (former.empty())
        return std::nullopt;
    std::set<std::string> ids = *changed.ids();
    if (former.size() > 1)
        ids.merge(changed_ids(*former.front(), *former.back()));
    if (ids.size() > ChangedIds::limit_for(former.front()->document_count()))
        return std::nullopt;
    return delta_source(text, *former.front(), ids);
}

// Builds the image, or the delta, under a name of its own.
Result<FileRecord> build(const IndexFolder& folder,
                         const TextIndexReader& text,
                         const schemas::Library& library,
                         const std::optional<DeltaSource>& delta) {
    const std::filesystem::path file = folder.root / unfinished;
    const auto built =
        delta ? build_delta(text, library, *delta, file) : build_image(text, library, file);
    if (!built)
        return tl::unexpected(built.error());
    return record_of(folder, std::string(unfinished));
}

// Gives a file the name of its content.
Result<void> settle(const IndexFolder& folder, FileRecord& record, const DiskOptions& options) {
    const std::string name = fmt::format("{}/{}.image", image_folder, to_hex(record.checksum));
    std::error_code code;
    std::filesystem::rename(folder.root / record.name, folder.root / name, code);
    if (code)
        return tl::unexpected(error_of_errno(code.value(), "rename", folder.root / record.name));
    record.name = name;
    return sync_folder(options, folder.root / image_folder);
}

} // namespace

std::uint64_t ChangedIds::limit_for(std::uint64_t publications) {
    return std::min(publications / 10, most_in_a_delta);
}

void ChangedIds::add(std::string_view id) {
    if (known_)
        ids_.emplace(id);
    if (ids_.size() <= limit_)
        return;
    known_ = false;
    ids_.clear();
}

std::set<std::string> changed_ids(const Image& base, const Image& delta) {
    std::set<std::string> ids;
    for (const std::uint32_t document : delta.gone())
        ids.emplace(base.id(document));
    for (std::uint32_t document = 0; document < delta.document_count(); ++document)
        ids.emplace(delta.id(document));
    return ids;
}

Result<void> add_images(const IndexFolder& folder,
                        Manifest& manifest,
                        const Manifest* parent,
                        const schemas::Library& library,
                        const ChangedIds& changed,
                        const DiskOptions& options) {
    manifest.image = image_fingerprint(library);
    if (parent != nullptr && has_same_image(manifest, *parent) &&
        is_there(folder, parent->images)) {
        manifest.images = parent->images;
        return {};
    }
    if (auto begun = begin_file(folder, options); !begun)
        return begun;
    const auto text = TextIndexReader::open(folder.text(manifest.epoch), manifest.commit);
    if (!text)
        return tl::unexpected(text.error());
    const Images former = images_to_build_on(folder, manifest, parent, library, changed);
    const auto delta = delta_over(former, **text, changed);
    auto record = build(folder, **text, library, delta);
    if (!record)
        return tl::unexpected(record.error());
    if (auto settled = settle(folder, *record, options); !settled)
        return settled;
    if (delta)
        manifest.images = {parent->images.front(), std::move(*record)};
    else
        manifest.images = {std::move(*record)};
    return {};
}

Images open_images(const IndexFolder& folder,
                   const Manifest& manifest,
                   const schemas::Library& library,
                   const std::vector<FileRecord>& to_check) {
    if (manifest.image != image_fingerprint(library) || !is_there(folder, manifest.images))
        return {};
    Images images;
    for (const FileRecord& record : manifest.images) {
        if (std::ranges::find(to_check, record) != to_check.end())
            if (const auto read = record_of(folder, record.name); !read || *read != record)
                return {};
        auto image = Image::open(folder.root / record.name, manifest.image, library);
        if (!image)
            return {};
        images.push_back(std::move(*image));
    }
    return belong_together(images) ? images : Images();
}

} // namespace praxis::index
