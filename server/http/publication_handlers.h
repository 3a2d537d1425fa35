// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "server/http/call.h"

#include <functional>

namespace praxis::http {

// GET /v1/publications/{id}, with or without the extension of a format; without, Accept decides.
Admitted<Response> answer_publication(const Call& call);

// GET /v1/publications?source=&source_id=
Admitted<Response> answer_publication_of_source(const Call& call);

// What became of an id, as an answer: shown, moved (301 to `address` of the current id), removed
// (410) or unknown (404).
Admitted<Response> answer_lookup(const search::Lookup& lookup,
                                 const std::function<std::string(std::string_view id)>& address,
                                 const std::function<Response(const schemas::Publication&)>& show);

// What a publication can be fetched as: JSON, then the citation formats.
std::span<const std::string_view> publication_media();

// 301 to an address.
Response moved_to(std::string location);

// The id that the rest of the path spells.
std::string id_of(std::span<const std::string> rest);

} // namespace praxis::http
