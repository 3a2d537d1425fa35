// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#include "server/http/related_handler.h"

#include "server/http/addresses.h"
#include "server/http/json/publication_members.h"
#include "server/http/limit_parameter.h"
#include "server/http/publication_handlers.h"

#include <array>

namespace praxis::http {

namespace {

std::string related_address(std::string_view id) {
    return publication_data_address(id) + "/related";
}

void write(JsonWriter& json, const search::RelatedPublication& like, std::string_view base_url) {
    const auto object = json.object();
    write_publication_members(json, like.publication, base_url, TopicDetail::Brief);
    json.member("similarity", like.similarity);
    const auto shared = json.key("shared").object();
    write_terms(json, "topics", like.topics);
    const auto words = json.key("words").array();
    for (const std::string& word : like.words)
        json.value(word);
}

std::string related_json(const search::RelatedPublications& related,
                         const std::string& id,
                         std::string_view base_url) {
    JsonWriter json;
    {
        const auto object = json.object();
        json.member("id", id);
        {
            const auto array = json.key("related").array();
            for (const search::RelatedPublication& like : related.publications)
                write(json, like, base_url);
        }
        json.member("generation", related.lookup.generation);
    }
    return json.take();
}

} // namespace

bool asks_for_related(const Call& call) {
    return call.rest.size() > 1 && call.rest.back() == "related" &&
           call.searcher.publication(id_of(call.rest)).fate == search::Lookup::Fate::Unknown;
}

Admitted<Response> answer_related(const Call& call) {
    static constexpr std::array<std::string_view, 1> names = {"limit"};
    if (auto checked = check_parameters(call.target.parameters, names); !checked)
        return tl::unexpected(checked.error());
    const auto limit = read_limit(call.target.parameters, default_related, max_related);
    if (!limit)
        return tl::unexpected(limit.error());
    const std::string id = id_of(call.rest.first(call.rest.size() - 1));
    const search::RelatedPublications related = call.searcher.related(id, *limit);
    const std::string base_url = call.searcher.library()->base_url;
    return answer_lookup(related.lookup, related_address, [&](const schemas::Publication&) {
        return answer_with(json_type, related_json(related, id, base_url));
    });
}

} // namespace praxis::http
