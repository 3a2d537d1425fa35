// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "schemas/publication.h"

#include <cstdint>
#include <string>
#include <string_view>

namespace praxis::http {

// A whole publication as GET /v1/publications/{id} gives it: the members of a hit, then its
// passages, relations, versions and provenance.
//
// Threads:  Immutable
std::string publication_json(const schemas::Publication& publication,
                             std::string_view base_url,
                             std::uint64_t generation);

// Whether a relation leads to another version of the same publication.
bool is_version(const schemas::Relation& relation);

} // namespace praxis::http
