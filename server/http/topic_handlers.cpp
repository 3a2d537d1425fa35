// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#include "server/http/topic_handlers.h"

#include "server/http/json/topic_json.h"
#include "server/http/percent.h"
#include "server/http/publication_handlers.h"

namespace praxis::http {

namespace {

// The path of the concept that is called so, if it is one of the vocabulary's.
std::string path_of_concept(const schemas::Library& library, std::string_view id) {
    const schemas::Facet* facet = library.facet_of("topic");
    const auto vocabulary = library.vocabularies.find(facet->property);
    if (vocabulary == library.vocabularies.end())
        return {};
    const schemas::Concept* found = vocabulary->second.find(id);
    return found == nullptr ? std::string() : vocabulary->second.term(*found).value;
}

} // namespace

Admitted<CountedTopics> counted_topics(const search::Searcher& searcher) {
    const auto library = searcher.library();
    const schemas::Facet* facet = library->facet_of("topic");
    if (facet == nullptr)
        return refusal(ProblemType::NotFound, "The library has no topics.");
    search::FacetPageRequest request;
    request.facet = facet->name;
    auto page = searcher.facet_page(request);
    if (!page)
        return tl::unexpected(problem_of(std::move(page.error())));
    CountedTopics topics{topic_tree(*library, *facet, page->values), std::move(*page)};
    topics.page.values.clear();
    return topics;
}

Admitted<Response> answer_topics(const Call& call) {
    if (auto checked = check_parameters(call.target.parameters, {}); !checked)
        return tl::unexpected(checked.error());
    const auto topics = counted_topics(call.searcher);
    if (!topics)
        return tl::unexpected(topics.error());
    return answer_with(json_type, topics_json(topics->tree, topics->page));
}

Admitted<Response> answer_topic(const Call& call) {
    if (auto checked = check_parameters(call.target.parameters, {}); !checked)
        return tl::unexpected(checked.error());
    const auto topics = counted_topics(call.searcher);
    if (!topics)
        return tl::unexpected(topics.error());
    const std::string value = id_of(call.rest);
    const auto path = path_to(topics->tree, value);
    if (!path.empty())
        return answer_with(json_type, topic_json(path, topics->page));
    const std::string meant = path_of_concept(*call.searcher.library(), value);
    if (meant.empty())
        return refusal(ProblemType::NotFound, "The library has no topic of that id.");
    return moved_to("/v1/topics/" + percent_encode(meant, "/"));
}

} // namespace praxis::http
