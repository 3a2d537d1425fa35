// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "schemas/publication.h"
#include "server/http/json/json_writer.h"

#include <string_view>

namespace praxis::http {

// The members that a publication has wherever it is shown, from "id" to "source".
//
// Shapes:   keys in the order of the HTTP contract; what a publication lacks is null or [].
// Threads:  Immutable

// Whether topics show what they rest on.
enum class TopicDetail { Brief, WithEvidence };

void write_publication_members(JsonWriter& json,
                               const schemas::Publication& publication,
                               std::string_view base_url,
                               TopicDetail detail);

// A text, or null if it is empty.
void write_text_or_null(JsonWriter& json, std::string_view name, std::string_view text);

// [{"value": …, "label": …}]
void write_terms(JsonWriter& json, std::string_view name, const std::vector<schemas::Term>& terms);

} // namespace praxis::http
