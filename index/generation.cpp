// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

// The order of opening: lease, manifest, lengths, checksums, library, analysis, names, Lucene++,
// image. Lucene++ comes late because damage may crash it: nothing of it is touched before the files
// were found to be what was written.

#include "index/generation.h"

#include "base/file.h"
#include "index/analysis.h"
#include "index/folder/index_folder.h"
#include "index/folder/lease.h"
#include "index/parts/image_files.h"
#include "index/parts/part_files.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>

namespace praxis::index {

namespace {

class OpenGeneration : public Generation {
public:
    OpenGeneration(Lease lease,
                   Manifest manifest,
                   schemas::Library library,
                   Names names,
                   std::shared_ptr<const TextIndexReader> text,
                   Images images)
        : lease_(std::move(lease)), manifest_(std::move(manifest)), library_(std::move(library)),
          names_(std::move(names)), text_(std::move(text)), images_(std::move(images)) {}

    const Manifest& manifest() const override { return manifest_; }

    const schemas::Library& library() const override { return library_; }

    const TextIndexReader& text() const override { return *text_; }

    Images images() const override { return images_; }

    const Aliases& aliases() const override { return names_.aliases; }

    const Tombstones& tombstones() const override { return names_.tombstones; }

private:
    Lease lease_;
    Manifest manifest_;
    schemas::Library library_;
    Names names_;
    std::shared_ptr<const TextIndexReader> text_;
    Images images_;
};

std::vector<FileRecord> all_files(const Manifest& manifest) {
    std::vector<FileRecord> files = manifest.files;
    files.insert(files.end(), manifest.images.begin(), manifest.images.end());
    return files;
}

bool is_image(const FileRecord& file) {
    return file.name.starts_with("images/");
}

Result<CurrentMark> current_mark(const IndexFolder& folder) {
    const auto mark = read_current(folder);
    if (!mark)
        return tl::unexpected(mark.error());
    if (!*mark)
        return failure(ErrorKind::NotFound,
                       fmt::format("there is no library in {} yet: run praxis-indexer sync",
                                   folder.root.string()));
    return **mark;
}

// The files whose checksums are read: the smallest ones that fit, of those not trusted.
std::vector<FileRecord>
files_to_check(const Manifest& manifest, const Generation* trusted, std::uint64_t max_bytes) {
    std::vector<FileRecord> files = all_files(manifest);
    if (trusted != nullptr) {
        std::set<std::string> known;
        for (const FileRecord& file : all_files(trusted->manifest()))
            known.insert(fmt::format("{} {} {}", file.name, file.length, file.checksum));
        std::erase_if(files, [&](const FileRecord& file) {
            return known.contains(fmt::format("{} {} {}", file.name, file.length, file.checksum));
        });
    }
    std::sort(files.begin(), files.end(), [](const FileRecord& a, const FileRecord& b) {
        return a.length < b.length;
    });
    std::uint64_t bytes = 0;
    const auto end = std::find_if(files.begin(), files.end(), [&](const FileRecord& file) {
        bytes += file.length;
        return bytes > max_bytes;
    });
    files.erase(end, files.end());
    return files;
}

Result<void> check_checksums(const IndexFolder& folder, const std::vector<FileRecord>& files) {
    for (const FileRecord& file : files) {
        if (is_image(file))
            continue; // open_images sees to it
        const auto read = record_of(folder, file.name);
        if (!read)
            return tl::unexpected(read.error());
        if (*read != file)
            return failure(ErrorKind::Corrupt,
                           fmt::format("{} is damaged: its checksum is not the one it was written "
                                       "with; restore it from a backup, or roll back",
                                       (folder.root / file.name).string()));
    }
    return {};
}

Result<void> check_analysis(const Manifest& manifest, const schemas::Library& library) {
    if (manifest.analysis == analysis_fingerprint(library))
        return {};
    return failure(ErrorKind::Conflict,
                   fmt::format("generation {} was indexed by another version of the analysis: run "
                               "praxis-indexer sync again with this version",
                               manifest.number));
}

// The manifest under lease, checked against CURRENT's mark where that is how it was found.
Result<Manifest> leased_manifest(const IndexFolder& folder,
                                 std::uint64_t number,
                                 const std::optional<CurrentMark>& mark) {
    auto read = read_manifest(folder, number);
    if (!read)
        return tl::unexpected(read.error());
    if (mark && mark->manifest != read->fingerprint)
        return failure(ErrorKind::Corrupt,
                       fmt::format("{} does not name the manifest of generation {}: one of the "
                                   "two is damaged",
                                   folder.current().string(),
                                   number));
    return std::move(read->manifest);
}

Result<std::shared_ptr<const Generation>> open_leased(const IndexFolder& folder,
                                                      Lease lease,
                                                      Manifest manifest,
                                                      const std::vector<FileRecord>& to_check) {
    if (auto checked = check_lengths(folder, manifest); !checked)
        return tl::unexpected(checked.error());
    if (auto checked = check_checksums(folder, to_check); !checked)
        return tl::unexpected(checked.error());
    auto library = load_library(folder, manifest);
    if (!library)
        return tl::unexpected(library.error());
    if (auto checked = check_analysis(manifest, *library); !checked)
        return tl::unexpected(checked.error());
    auto names = load_names(folder, manifest);
    if (!names)
        return tl::unexpected(names.error());
    auto text = TextIndexReader::open(folder.text(manifest.epoch), manifest.commit);
    if (!text)
        return tl::unexpected(text.error());
    auto images = open_images(folder, manifest, *library, to_check);
    return std::make_shared<OpenGeneration>(std::move(lease),
                                            std::move(manifest),
                                            std::move(*library),
                                            std::move(*names),
                                            std::move(*text),
                                            std::move(images));
}

} // namespace

Result<std::shared_ptr<const Generation>> Generation::open(const std::filesystem::path& index,
                                                           std::optional<std::uint64_t> number,
                                                           const Generation* trusted,
                                                           std::uint64_t max_checked) {
    const IndexFolder folder{index};
    std::optional<CurrentMark> mark;
    if (!number) {
        const auto current = current_mark(folder);
        if (!current)
            return tl::unexpected(current.error());
        mark = *current;
    }
    const std::uint64_t wanted = number ? *number : mark->number;
    auto lease = Lease::take(folder, wanted);
    if (!lease)
        return tl::unexpected(lease.error());
    auto manifest = leased_manifest(folder, wanted, mark);
    if (!manifest)
        return tl::unexpected(manifest.error());
    const auto to_check = files_to_check(*manifest, trusted, max_checked);
    return open_leased(folder, std::move(*lease), std::move(*manifest), to_check);
}

Result<std::uint64_t> Generation::current_number(const std::filesystem::path& index) {
    const auto mark = current_mark(IndexFolder{index});
    if (!mark)
        return tl::unexpected(mark.error());
    return mark->number;
}

} // namespace praxis::index
