// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#include "server/http/json/facet_json.h"

#include "server/http/json/publication_members.h"

namespace praxis::http {

void write_generation(JsonWriter& json, std::uint64_t number, std::string_view published) {
    const auto object = json.key("generation").object();
    json.member("number", number);
    json.member("published", published);
}

std::string facet_json(const search::FacetPage& page) {
    JsonWriter json;
    {
        const auto object = json.object();
        json.member("field", page.field);
        json.member("label", page.label);
        json.member("total", page.total);
        {
            const auto values = json.key("values").array();
            for (const search::FacetValue& value : page.values) {
                const auto entry = json.object();
                json.member("value", value.value);
                json.member("label", value.label);
                json.member("count", std::uint64_t{value.count});
                json.member("selected", value.selected);
            }
        }
        write_text_or_null(json, "next", page.next.value_or(""));
        write_generation(json, page.generation, page.published);
    }
    return json.take();
}

} // namespace praxis::http
