// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#include "index/parts/part_files.h"

#include "base/file.h"
#include "base/fingerprint.h"
#include "index/compression.h"
#include "index/parts/catalog_text.h"

#include <fmt/format.h>

namespace praxis::index {

namespace {

constexpr int part_level = 1;
constexpr std::uint64_t max_part_bytes = 256ULL * 1024 * 1024;

constexpr std::string_view library_kind = "library";
constexpr std::string_view vocabulary_kind = "vocabularies";
constexpr std::string_view enrichment_kind = "enrichment";
constexpr std::string_view catalog_kind = "catalog";
constexpr std::string_view names_kind = "names";

Result<std::string> read_part(const IndexFolder& folder, const FileRecord& record) {
    auto bytes = read_file(folder.root / record.name, max_part_bytes);
    if (!bytes)
        return failure(ErrorKind::Corrupt, bytes.error().what());
    if (bytes->size() != record.length || fingerprint_of(*bytes) != record.checksum)
        return failure(ErrorKind::Corrupt,
                       fmt::format("{} is damaged: its checksum is not the one it was written with",
                                   (folder.root / record.name).string()));
    return bytes;
}

Result<std::string> read_compressed(const IndexFolder& folder, const FileRecord& record) {
    const auto frame = read_part(folder, record);
    return frame ? decompress(*frame, max_part_bytes) : frame;
}

std::string below(std::string_view kind) {
    return fmt::format("{}/", kind);
}

} // namespace

PartWriter::PartWriter(IndexFolder folder, const Manifest* parent, DiskOptions options)
    : folder_(std::move(folder)), options_(options) {
    if (parent != nullptr)
        for (const FileRecord& file : parent->files)
            known_.emplace(file.name, file);
}

bool PartWriter::is_known(const std::string& name) {
    const auto known = known_.find(name);
    if (known == known_.end())
        return false;
    records_.push_back(known->second);
    return true;
}

Result<void> PartWriter::store(const std::string& name, std::string_view bytes) {
    const std::filesystem::path path = folder_.root / name;
    if (auto made = make_folder(options_, path.parent_path()); !made)
        return made;
    if (auto written = write_durably(options_, path, bytes); !written)
        return written;
    const FileRecord record{
        .name = name, .length = bytes.size(), .checksum = fingerprint_of(bytes)};
    known_.emplace(name, record);
    records_.push_back(record);
    return {};
}

Result<void> PartWriter::add_text(std::string_view kind, std::string_view text) {
    const std::string name = fmt::format("{}/{}.xml", kind, to_hex(fingerprint_of(text)));
    return is_known(name) ? Result<void>() : store(name, text);
}

Result<void> PartWriter::add_compressed(std::string_view kind, std::string_view text) {
    const std::string name = fmt::format("{}/{}.zst", kind, to_hex(fingerprint_of(text)));
    return is_known(name) ? Result<void>() : store(name, compress(text, part_level));
}

Result<void> PartWriter::add(const schemas::Library& library) {
    auto added = add_text(library_kind, library.text);
    for (const std::string& vocabulary : library.vocabulary_texts)
        if (added)
            added = add_text(vocabulary_kind, vocabulary);
    return added;
}

Result<void> PartWriter::add(const Catalog& catalog) {
    auto added = visit_chunks(
        catalog, [this](std::string_view text) { return add_compressed(catalog_kind, text); });
    if (!added)
        return added;
    return visit_chunks(catalog.names,
                        [this](std::string_view text) { return add_compressed(names_kind, text); });
}

Result<void> PartWriter::add_enrichment(const std::vector<std::string>& texts) {
    for (const std::string& text : texts)
        if (auto added = add_compressed(enrichment_kind, text); !added)
            return added;
    return {};
}

Result<std::vector<std::string>> load_enrichment(const IndexFolder& folder,
                                                 const Manifest& manifest) {
    std::vector<std::string> texts;
    for (const FileRecord& file : files_below(manifest, below(enrichment_kind))) {
        auto text = read_compressed(folder, file);
        if (!text)
            return tl::unexpected(text.error());
        texts.push_back(std::move(*text));
    }
    return texts;
}

Result<schemas::Library> load_library(const IndexFolder& folder, const Manifest& manifest) {
    const auto descriptions = files_below(manifest, below(library_kind));
    if (descriptions.size() != 1)
        return failure(
            ErrorKind::Corrupt,
            fmt::format("generation {} has no description of its library", manifest.number));
    const auto text = read_part(folder, descriptions.front());
    if (!text)
        return tl::unexpected(text.error());
    std::vector<std::string> vocabularies;
    for (const FileRecord& file : files_below(manifest, below(vocabulary_kind))) {
        auto vocabulary = read_part(folder, file);
        if (!vocabulary)
            return tl::unexpected(vocabulary.error());
        vocabularies.push_back(std::move(*vocabulary));
    }
    return schemas::parse_library(*text, vocabularies);
}

Result<Names> load_names(const IndexFolder& folder, const Manifest& manifest) {
    Names names;
    for (const FileRecord& file : files_below(manifest, below(names_kind))) {
        const auto text = read_compressed(folder, file);
        if (!text)
            return tl::unexpected(text.error());
        if (auto read = read_names(*text, names); !read)
            return tl::unexpected(read.error());
    }
    return names;
}

Result<Catalog> load_catalog(const IndexFolder& folder, const Manifest& manifest) {
    CatalogParser parser(manifest.publications);
    for (const FileRecord& file : files_below(manifest, below(catalog_kind))) {
        const auto text = read_compressed(folder, file);
        if (!text)
            return tl::unexpected(text.error());
        if (auto read = parser.read(*text); !read)
            return tl::unexpected(read.error());
    }
    auto catalog = parser.finish();
    auto names = load_names(folder, manifest);
    if (!names)
        return tl::unexpected(names.error());
    if (catalog)
        catalog->names = std::move(*names);
    return catalog;
}

} // namespace praxis::index
