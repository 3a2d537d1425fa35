// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#include "server/http/json/text_parts.h"

namespace praxis::http {

void write_parts(JsonWriter& json,
                 std::string_view name,
                 const std::vector<search::TextPart>& parts) {
    const auto array = json.key(name).array();
    for (const search::TextPart& part : parts) {
        const auto object = json.object();
        json.member("text", part.text);
        if (part.mark)
            json.member("mark", true);
    }
}

} // namespace praxis::http
