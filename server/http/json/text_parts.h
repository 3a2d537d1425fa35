// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "server/http/json/json_writer.h"
#include "server/search/search_answer.h"

#include <string_view>
#include <vector>

namespace praxis::http {

// [{"text": …}, {"text": …, "mark": true}]
//
// Threads:  Immutable
void write_parts(JsonWriter& json,
                 std::string_view name,
                 const std::vector<search::TextPart>& parts);

} // namespace praxis::http
