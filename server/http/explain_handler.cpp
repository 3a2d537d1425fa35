// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#include "server/http/explain_handler.h"

#include "server/http/json/json_writer.h"
#include "server/http/publication_handlers.h"
#include "server/http/search_parameters.h"

namespace praxis::http {

namespace {

void write_clause(JsonWriter& json, const search::ExplainedClause& clause) {
    const auto object = json.object();
    json.member("clause", clause.clause);
    json.member("rarity", clause.rarity);
    json.member("share", clause.share);
    json.member("contribution", clause.contribution);
    json.key("frequency");
    if (clause.frequency)
        json.value(*clause.frequency);
    else
        json.null();
    const auto fields = json.key("fields").array();
    for (const std::string& field : clause.fields)
        json.value(field);
}

std::string explanation_json(const search::Explanation& explanation) {
    JsonWriter json;
    {
        const auto object = json.object();
        json.member("id", explanation.id);
        {
            const auto query = json.key("query").object();
            json.member("text", explanation.query);
            json.member("understood", explanation.understood);
        }
        json.member("matches", explanation.matches);
        json.key("place");
        if (explanation.place)
            json.value(std::uint64_t{*explanation.place});
        else
            json.null();
        json.member("total", explanation.total);
        json.member("score", explanation.score);
        json.member("plain_score", explanation.plain_score);
        {
            const auto clauses = json.key("clauses").array();
            for (const search::ExplainedClause& clause : explanation.clauses)
                write_clause(json, clause);
        }
        {
            const auto sentences = json.key("sentences").array();
            for (const std::string& sentence : explanation.sentences)
                json.value(sentence);
        }
        json.member("generation", explanation.generation);
    }
    return json.take();
}

} // namespace

Admitted<Response> answer_explanation(const Call& call) {
    const auto id = call.target.parameters.first("id");
    if (!id || id->empty())
        return tl::unexpected(Problem{ProblemType::InvalidParameter,
                                      "Name the publication to explain.",
                                      {{"id", "is needed", {}}}});
    const auto library = call.searcher.library();
    auto request = decode_search_request(call.target.parameters.without("id", *id), *library);
    if (!request)
        return tl::unexpected(problem_of(std::move(request.error())));
    const search::Lookup lookup = call.searcher.publication(*id);
    if (lookup.fate != search::Lookup::Fate::Found)
        return answer_lookup(
            lookup,
            [&](std::string_view current) {
                return "/v1/explain" +
                       call.target.parameters.without("id").with("id", current).to_query();
            },
            [](const schemas::Publication&) { return Response(); });
    auto explanation = call.searcher.explain(*request, *id);
    if (!explanation)
        return tl::unexpected(problem_of(std::move(explanation.error())));
    return answer_with(json_type, explanation_json(*explanation));
}

} // namespace praxis::http
