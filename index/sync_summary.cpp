// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#include "index/sync_summary.h"

#include "base/file.h"
#include "index/folder/index_folder.h"
#include "index/folder/seal.h"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

namespace praxis::index {

namespace {

using Json = nlohmann::ordered_json;

constexpr std::uint64_t max_file = 16ULL * 1024 * 1024;

Json json_of(const Rejection& rejection) {
    return {{"source", rejection.source},
            {"path", rejection.path},
            {"line", rejection.line},
            {"column", rejection.column},
            {"reason", rejection.reason}};
}

Rejection rejection_of(const Json& json) {
    return {.source = json.at("source"),
            .path = json.at("path"),
            .line = json.at("line"),
            .column = json.at("column"),
            .reason = json.at("reason")};
}

SyncSummary summary_of(const Json& json) {
    SyncSummary summary{.finished = json.at("finished"),
                        .seconds = json.at("seconds"),
                        .published = std::nullopt,
                        .publications = json.at("publications"),
                        .added = json.at("added"),
                        .replaced = json.at("replaced"),
                        .removed = json.at("removed"),
                        .kept = json.at("kept"),
                        .files = json.at("files"),
                        .unchanged_files = json.at("unchanged_files"),
                        .rejected_files = json.at("rejected_files"),
                        .ignored_files = json.at("ignored_files"),
                        .rejections = {},
                        .more_rejections = json.at("more_rejections")};
    if (const Json& published = json.at("published"); !published.is_null())
        summary.published = published.get<std::uint64_t>();
    for (const Json& rejection : json.at("rejections"))
        summary.rejections.push_back(rejection_of(rejection));
    return summary;
}

} // namespace

std::string sync_summary_to_json(const SyncSummary& summary) {
    Json json = {{"finished", summary.finished},
                 {"seconds", summary.seconds},
                 {"published", nullptr},
                 {"publications", summary.publications},
                 {"added", summary.added},
                 {"replaced", summary.replaced},
                 {"removed", summary.removed},
                 {"kept", summary.kept},
                 {"files", summary.files},
                 {"unchanged_files", summary.unchanged_files},
                 {"rejected_files", summary.rejected_files},
                 {"ignored_files", summary.ignored_files},
                 {"rejections", Json::array()},
                 {"more_rejections", summary.more_rejections}};
    if (summary.published)
        json["published"] = *summary.published;
    for (const Rejection& rejection : summary.rejections)
        json["rejections"].push_back(json_of(rejection));
    return seal(json.dump(1, ' ', false, Json::error_handler_t::replace));
}

Result<SyncSummary> sync_summary_from_json(std::string_view text) {
    const auto json = unseal(text);
    if (!json)
        return tl::unexpected(json.error());
    try {
        return summary_of(Json::parse(*json));
    } catch (const Json::exception& error) {
        return failure(ErrorKind::Corrupt, fmt::format("no report of a sync: {}", error.what()));
    }
}

Result<std::optional<SyncSummary>> read_sync_summary(const std::filesystem::path& index) {
    const std::filesystem::path file = IndexFolder{index}.last_sync();
    const auto text = read_file(file, max_file);
    if (!text && text.error().kind() == ErrorKind::NotFound)
        return std::nullopt;
    if (!text)
        return tl::unexpected(text.error());
    auto summary = sync_summary_from_json(*text);
    if (!summary)
        return failure(ErrorKind::Corrupt,
                       fmt::format("{} is damaged: {}; delete it, the next sync writes it anew",
                                   file.string(),
                                   summary.error().message()));
    return std::optional(std::move(*summary));
}

Result<void> write_sync_summary(const std::filesystem::path& index,
                                const SyncSummary& summary,
                                const DiskOptions& options) {
    return write_durably(options, IndexFolder{index}.last_sync(), sync_summary_to_json(summary));
}

} // namespace praxis::index
