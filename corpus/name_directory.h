// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "schemas/library.h"
#include "corpus/terms.h"

#include <cstdint>
#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <string_view>

namespace praxis::corpus {

// The names that a source keeps for its slugs in files of their own (schemas::NameLookup):
// content/authors/ada-hill.md says `display_name: Ada Hill`.
//
// Shapes:   a slug is compared as it is written, without case.
// Errors:   none; a folder that the source does not have gives no names.
// Threads:  Immutable
class NameDirectory {
public:
    NameDirectory() = default;
    NameDirectory(const std::filesystem::path& root,
                  const std::vector<schemas::NameLookup>& lookups);

    std::optional<std::string> name(const schemas::Property& property, std::string_view slug) const;

    // Changes when any name changes: then publications are to be read again.
    std::uint64_t fingerprint() const;

private:
    std::map<schemas::Property, std::map<std::string, std::string, std::less<>>> names_;
};

} // namespace praxis::corpus
