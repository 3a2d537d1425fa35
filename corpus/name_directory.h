// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "schemas/library.h"
#include "corpus/source_walk.h"
#include "corpus/terms.h"

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace praxis::corpus {

// The lookup whose folder a file lies in, and the slug that the file stands for:
// "content/authors/ada-hill.md" and "content/authors/ada-hill/_index.md" both are "ada-hill".
struct LookupEntry {
    const schemas::NameLookup* lookup = nullptr;
    std::string slug;
};

std::vector<LookupEntry> lookup_entries(std::string_view path,
                                        const std::vector<schemas::NameLookup>& lookups);

// The names that a source keeps for its slugs in files of their own (schemas::NameLookup).
//
// Shapes:   slugs are compared as they are written, without case; the first file wins.
// Errors:   none; a file that cannot be read or has no such key gives no name.
// Threads:  Immutable
class NameDirectory {
public:
    NameDirectory() = default;
    NameDirectory(const std::vector<WalkedFile>& files,
                  const std::vector<schemas::NameLookup>& lookups);

    std::optional<std::string> name(const schemas::Property& property, std::string_view slug) const;

    // Whether the source keeps names of that property at all.
    bool has(const schemas::Property& property) const { return names_.contains(property); }

    // Changes when any name changes: then publications are to be read again.
    std::uint64_t fingerprint() const;

private:
    std::map<schemas::Property, std::map<std::string, std::string, std::less<>>> names_;
};

// The directory as PublicationMaker asks it.
// Lifetime: the directory must outlive the function.
NameOf names_of_directory(const NameDirectory& directory);

} // namespace praxis::corpus
