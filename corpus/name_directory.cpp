// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#include "corpus/name_directory.h"

#include "base/file.h"
#include "base/fingerprint.h"
#include "base/utf8.h"
#include "schemas/glob.h"
#include "corpus/charset.h"
#include "corpus/file_head.h"
#include "corpus/front_matter.h"

#include <algorithm>

namespace praxis::corpus {

namespace {

constexpr std::uint64_t largest = 1024 * 1024;

// A path as folder and last name: "a/b/c" → {"a/b", "c"}.
std::pair<std::string_view, std::string_view> split_path(std::string_view path) {
    const std::size_t slash = path.rfind('/');
    if (slash == std::string_view::npos)
        return {{}, path};
    return {path.substr(0, slash), path.substr(slash + 1)};
}

std::vector<KeyValue> front_matter_of(const std::filesystem::path& file) {
    const auto bytes = read_file(file, largest);
    if (!bytes)
        return {};
    return split_front_matter(decode_text(*bytes).text).values;
}

std::string value_of(const std::vector<KeyValue>& values, std::string_view key) {
    const auto found = std::find_if(
        values.begin(), values.end(), [&](const KeyValue& entry) { return entry.key == key; });
    return found == values.end() ? std::string() : collapse_whitespace(found->value);
}

} // namespace

std::vector<LookupEntry> lookup_entries(std::string_view path,
                                        const std::vector<schemas::NameLookup>& lookups) {
    std::vector<LookupEntry> entries;
    const std::string extension = extension_of(path);
    if (extension != "md" && extension != "markdown")
        return entries;
    path.remove_suffix(extension.size() + 1);
    auto [folder, name] = split_path(path);
    if (name == "_index" || name == "index")
        std::tie(folder, name) = split_path(folder);
    for (const schemas::NameLookup& lookup : lookups)
        if (!folder.empty() && !name.empty() && schemas::matches_glob(lookup.folder, folder))
            entries.push_back({&lookup, to_lower_ascii(name)});
    return entries;
}

NameDirectory::NameDirectory(const std::vector<WalkedFile>& files,
                             const std::vector<schemas::NameLookup>& lookups) {
    for (const WalkedFile& file : files) {
        const auto entries = lookup_entries(file.source.path, lookups);
        if (entries.empty())
            continue;
        const auto values = front_matter_of(file.source.file);
        for (const LookupEntry& entry : entries)
            if (std::string name = value_of(values, to_lower_ascii(entry.lookup->key));
                !name.empty())
                names_[entry.lookup->property].try_emplace(entry.slug, std::move(name));
    }
}

std::optional<std::string> NameDirectory::name(const schemas::Property& property,
                                               std::string_view slug) const {
    const auto names = names_.find(property);
    if (names == names_.end())
        return std::nullopt;
    const auto found = names->second.find(to_lower_ascii(slug));
    return found == names->second.end() ? std::nullopt : std::optional(found->second);
}

std::uint64_t NameDirectory::fingerprint() const {
    Fingerprint all;
    for (const auto& [property, names] : names_)
        for (const auto& [word, name] : names)
            all.add_part(property).add_part(word).add_part(name);
    return all.value();
}

NameOf names_of_directory(const NameDirectory& directory) {
    return [&directory](const schemas::Property& property, std::string_view slug) {
        return directory.name(property, slug);
    };
}

} // namespace praxis::corpus
