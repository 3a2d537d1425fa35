// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#include "corpus/name_directory.h"

#include "base/file.h"
#include "base/fingerprint.h"
#include "base/utf8.h"
#include "corpus/charset.h"
#include "corpus/front_matter.h"

#include <algorithm>

namespace praxis::corpus {

namespace {

namespace fs = std::filesystem;

constexpr std::uint64_t largest = 1024 * 1024;

// The value of a key in a file's front matter, or empty.
std::string value_in(const fs::path& file, const std::string& key) {
    const auto bytes = read_file(file, largest);
    if (!bytes)
        return {};
    const DecodedText decoded = decode_text(*bytes);
    const FrontMatter front = split_front_matter(decoded.text);
    const auto found = std::find_if(front.values.begin(),
                                    front.values.end(),
                                    [&](const KeyValue& entry) { return entry.key == key; });
    return found == front.values.end() ? std::string() : collapse_whitespace(found->value);
}

} // namespace

NameDirectory::NameDirectory(const fs::path& root,
                             const std::vector<schemas::NameLookup>& lookups) {
    for (const schemas::NameLookup& lookup : lookups) {
        std::error_code error;
        const std::string key = to_lower_ascii(lookup.key);
        for (fs::directory_iterator entry(root / lookup.folder, error), end; !error && entry != end;
             entry.increment(error)) {
            const fs::path& path = entry->path();
            const bool is_folder = entry->is_directory(error);
            if (!is_folder && path.extension() != ".md")
                continue;
            const std::string word =
                to_lower_ascii((is_folder ? path.filename() : path.stem()).string());
            if (std::string name = value_in(is_folder ? path / "_index.md" : path, key);
                !name.empty())
                names_[lookup.property].try_emplace(word, std::move(name));
        }
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

} // namespace praxis::corpus
