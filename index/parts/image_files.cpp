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
#include <system_error>

namespace praxis::index {

namespace {

constexpr std::string_view image_folder = "images";
constexpr std::string_view unfinished = "images/unfinished";

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

// Builds the image under a name of its own.
Result<FileRecord>
build(const IndexFolder& folder, const Manifest& manifest, const schemas::Library& library) {
    const auto text = TextIndexReader::open(folder.text(manifest.epoch), manifest.commit);
    if (!text)
        return tl::unexpected(text.error());
    if (auto built = build_image(**text, library, folder.root / unfinished); !built)
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

Result<void> add_image(const IndexFolder& folder,
                       Manifest& manifest,
                       const Manifest* parent,
                       const schemas::Library& library,
                       const DiskOptions& options) {
    manifest.image = image_fingerprint(library);
    if (parent != nullptr && has_same_image(manifest, *parent) &&
        is_there(folder, parent->images)) {
        manifest.images = parent->images;
        return {};
    }
    if (auto begun = begin_file(folder, options); !begun)
        return begun;
    auto record = build(folder, manifest, library);
    if (!record)
        return tl::unexpected(record.error());
    if (auto settled = settle(folder, *record, options); !settled)
        return settled;
    manifest.images = {std::move(*record)};
    return {};
}

std::shared_ptr<const Image> open_image(const IndexFolder& folder,
                                        const Manifest& manifest,
                                        const schemas::Library& library,
                                        bool whole) {
    if (manifest.image != image_fingerprint(library) || !is_there(folder, manifest.images))
        return nullptr;
    const FileRecord& record = manifest.images.front();
    if (const auto read = whole ? record_of(folder, record.name) : record; !read || *read != record)
        return nullptr;
    auto image = Image::open(folder.root / record.name, manifest.image, library);
    return image ? std::move(*image) : nullptr;
}

} // namespace praxis::index
