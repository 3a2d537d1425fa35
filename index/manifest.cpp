// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#include "index/manifest.h"

#include "base/fingerprint.h"
#include "index/folder/seal.h"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <charconv>

namespace praxis::index {

namespace {

using Json = nlohmann::ordered_json;

constexpr int format_version = 1;

std::uint64_t from_hex(const std::string& text) {
    std::uint64_t value = 0;
    std::from_chars(text.data(), text.data() + text.size(), value, 16);
    return value;
}

std::vector<FileRecord> records_of(const Json& files) {
    std::vector<FileRecord> records;
    for (const Json& file : files)
        records.push_back({.name = file.at("name"),
                           .length = file.at("length"),
                           .checksum = from_hex(file.at("checksum"))});
    return records;
}

Json json_of(const std::vector<FileRecord>& records) {
    Json files = Json::array();
    for (const FileRecord& record : records)
        files.push_back({{"name", record.name},
                         {"length", record.length},
                         {"checksum", to_hex(record.checksum)}});
    return files;
}

Manifest manifest_of(const Json& json) {
    Manifest manifest{.number = json.at("number"),
                      .parent = json.at("parent"),
                      .published = json.at("published"),
                      .publications = json.at("publications"),
                      .added = json.at("added"),
                      .replaced = json.at("replaced"),
                      .removed = json.at("removed"),
                      .rejected = json.at("rejected"),
                      .analysis = from_hex(json.at("analysis")),
                      .reading = from_hex(json.at("reading")),
                      .epoch = json.at("epoch"),
                      .commit = json.at("commit"),
                      .files = records_of(json.at("files")),
                      .image = 0,
                      .images = {}};
    if (json.contains("image")) { // since there are images
        manifest.image = from_hex(json.at("image"));
        manifest.images = records_of(json.at("images"));
    }
    return manifest;
}

} // namespace

std::string manifest_to_json(const Manifest& manifest) {
    Json json = {{"format", format_version},
                 {"number", manifest.number},
                 {"parent", manifest.parent},
                 {"published", manifest.published},
                 {"publications", manifest.publications},
                 {"added", manifest.added},
                 {"replaced", manifest.replaced},
                 {"removed", manifest.removed},
                 {"rejected", manifest.rejected},
                 {"analysis", to_hex(manifest.analysis)},
                 {"reading", to_hex(manifest.reading)},
                 {"epoch", manifest.epoch},
                 {"commit", manifest.commit},
                 {"files", json_of(manifest.files)},
                 {"image", to_hex(manifest.image)},
                 {"images", json_of(manifest.images)}};
    return seal(json.dump(1));
}

Result<Manifest> manifest_from_json(std::string_view text) {
    const auto json = unseal(text);
    if (!json)
        return tl::unexpected(json.error());
    try {
        const Json parsed = Json::parse(*json);
        if (parsed.at("format") != format_version)
            return failure(ErrorKind::Corrupt,
                           fmt::format("its format is {}, this program knows {}",
                                       parsed.at("format").dump(),
                                       format_version));
        return manifest_of(parsed);
    } catch (const Json::exception& error) {
        return failure(ErrorKind::Corrupt, fmt::format("no manifest: {}", error.what()));
    }
}

std::vector<FileRecord> files_below(const Manifest& manifest, std::string_view folder) {
    std::vector<FileRecord> found;
    for (const FileRecord& file : manifest.files)
        if (file.name.starts_with(folder))
            found.push_back(file);
    return found;
}

} // namespace praxis::index
