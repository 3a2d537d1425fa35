// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#include "schemas/embedded_text.h"
#include "server/http/openapi.h"
#include "server/http/percent.h"
#include "server/http/routes.h"
#include "server/http/search_parameters.h"

#include <boost/test/unit_test.hpp>
#include <nlohmann/json.hpp>

#include "tests/http/served_site.h"
#include "tests/support/golden.h"
#include "tests/support/temp_dir.h"

#include <map>
#include <regex>
#include <set>

// The routes and the description of the API must agree, both ways. That answers have the shapes
// the description gives is tested by tests/contract/answers_test.py over the golden cases.

namespace praxis::http {

namespace {

using nlohmann::json;

json served() {
    return json::parse(openapi_json(tests::fake_library()));
}

// "/v1/publications/{id}.{format}" → "/v1/publications/x.x"
std::string sample_of(const std::string& path) {
    return std::regex_replace(path, std::regex("\\{[a-z]+\\}"), "x");
}

const Route* route_of(const std::string& path) {
    const auto target = parse_target(path);
    const auto match = find_route(target->path);
    return match ? match->route : nullptr;
}

// Files of the pages are nobody's contract.
bool needs_description(const Route& route) {
    return route.name != "file";
}

// Pages and their files: pages_test looks at them.
bool is_for_people(const Route& route) {
    return route.name == "file" || route.media.front() == html_type;
}

std::set<std::string> parameters_of(const json& document, const std::string& path) {
    std::set<std::string> names;
    for (const json& reference :
         document["paths"][path]["get"].value("parameters", json::array())) {
        const json& parameter =
            document.at(json::json_pointer(reference["$ref"].get<std::string>().substr(1)));
        if (parameter["in"] == "query")
            names.insert(parameter["name"]);
    }
    return names;
}

// A value that the route takes for a parameter, from its description.
std::string value_of(const json& document, const std::string& name) {
    for (const auto& [key, parameter] : document["components"]["parameters"].items()) {
        if (parameter["name"] != name)
            continue;
        const json& schema = parameter["schema"];
        if (parameter.contains("example"))
            return parameter["example"].is_array() ? parameter["example"][0] : parameter["example"];
        if (schema.contains("enum"))
            return schema["enum"].back();
        if (schema.contains("minimum"))
            return schema["minimum"].dump();
    }
    return "x";
}

} // namespace

BOOST_AUTO_TEST_SUITE(openapi_suite)

BOOST_AUTO_TEST_CASE(describes_every_route) {
    const json document = served();
    for (const Route& route : routes()) {
        const bool found = std::ranges::any_of(document["paths"].items(), [&](const auto& entry) {
            return route_of(sample_of(entry.key())) == &route;
        });
        BOOST_TEST((found || !needs_description(route)),
                   route.pattern << " is not described in schemas/http_api.json");
    }
}

BOOST_AUTO_TEST_CASE(describes_no_route_that_is_not_there) {
    const json file = json::parse(schemas::embedded_text("http_api.json"));
    for (const auto& [path, item] : file["paths"].items()) {
        const Route* route = route_of(sample_of(path));
        if (item.contains("x-reserved"))
            BOOST_TEST((route == nullptr || route->name == "publication"),
                       path << " is served now: take x-reserved away");
        else
            BOOST_TEST((route != nullptr), path << " is described, but not served");
    }
}

BOOST_AUTO_TEST_CASE(names_the_media_types_of_every_route) {
    const json document = served();
    std::map<const Route*, std::set<std::string>> described;
    for (const auto& [path, item] : document["paths"].items())
        for (const auto& [type, content] : item["get"]["responses"]["200"]["content"].items())
            described[route_of(sample_of(path))].insert(type);
    for (const Route& route : routes())
        if (needs_description(route)) {
            const std::set<std::string> sent(route.media.begin(), route.media.end());
            BOOST_TEST(described[&route] == sent, route.pattern);
        }
}

BOOST_AUTO_TEST_CASE(describes_every_parameter_that_routes_take) {
    const tests::ServedSite site;
    const json document = served();
    std::set<std::string> all;
    for (const auto& [path, item] : document["paths"].items())
        all.merge(parameters_of(document, path));
    all.insert({"colour", "limit"});
    for (const auto& [path, item] : document["paths"].items()) {
        if (!path.starts_with("/v1/"))
            continue;
        const auto described = parameters_of(document, path);
        const std::string address = path == "/v1/explain" ? "/v1/explain?id=samples/fire-merger"
                                    : path.starts_with("/v1/facets/") ? "/v1/facets/topic"
                                    : path.ends_with("/related")
                                        ? "/v1/publications/samples/fire-merger/related"
                                        : path;
        const char* mark = address.find('?') == std::string::npos ? "?" : "&";
        for (const std::string& name : all) {
            const auto answer = site.fetch(tests::get(sample_of(address) + mark + name + "=" +
                                                      percent_encode(value_of(document, name))));
            const bool unknown =
                answer.body.find("\"parameter\":\"" + name +
                                 "\",\"reason\":\"is not a parameter of this address") !=
                std::string::npos;
            BOOST_TEST(unknown != described.contains(name),
                       path << " and " << name << ": " << answer.body);
        }
    }
}

BOOST_AUTO_TEST_CASE(describes_every_problem) {
    const json document = served();
    std::set<std::string> described;
    for (const json& name : document["components"]["parameters"]["problem"]["schema"]["enum"])
        described.insert(name);
    std::set<std::string> known;
    for (const ProblemKind& kind : problem_kinds()) {
        known.insert(std::string(kind.name));
        const json& responses = document["components"]["responses"];
        BOOST_TEST(std::ranges::any_of(
                       responses.items(),
                       [&](const auto& entry) {
                           return entry.value()["description"].template get<std::string>().find(
                                      kind.name) != std::string::npos;
                       }),
                   kind.name);
    }
    BOOST_TEST(described == known);
}

BOOST_AUTO_TEST_CASE(resolves_every_reference) {
    const json document = served();
    const json flat = document.flatten();
    for (const auto& [path, value] : flat.items())
        if (path.ends_with("/$ref"))
            BOOST_CHECK_NO_THROW(
                document.at(json::json_pointer(value.get<std::string>().substr(1))));
}

BOOST_AUTO_TEST_CASE(knows_the_facets_of_the_library) {
    const auto names = parameters_of(served(), "/v1/search");
    for (const char* name : {"topic", "topic.all", "year", "kind.not", "language.missing"})
        BOOST_TEST(names.contains(name), name);
    for (const std::string& name : names)
        BOOST_TEST(name.find('{') == std::string::npos, name);
}

BOOST_AUTO_TEST_CASE(records_every_described_route_in_a_golden_case) {
    std::set<const Route*> shown;
    for (const std::string& name : tests::golden_cases("http")) {
        const std::string request =
            tests::file_text(tests::golden_folder("http") / name / "request");
        std::smatch target;
        if (std::regex_search(request, target, std::regex("^[A-Z]+ (/[^ ]*) ")))
            if (const auto parsed = parse_target(target[1].str()))
                if (const auto match = find_route(parsed->path))
                    shown.insert(match->route);
    }
    for (const Route& route : routes())
        BOOST_TEST((shown.contains(&route) || is_for_people(route)), route.pattern);
}

BOOST_AUTO_TEST_CASE(shows_a_page_that_loads_nothing_from_elsewhere) {
    const tests::ServedSite site;
    const auto page = site.fetch(tests::get("/docs"));
    BOOST_TEST(page.status == 200);
    BOOST_TEST(!std::regex_search(page.body, std::regex("(src|href)=\"(https?:)?//")));
    const auto description = served();
    for (const auto& [path, item] : description["paths"].items())
        BOOST_TEST(page.body.find("GET " + path) != std::string::npos, path);
}

BOOST_AUTO_TEST_SUITE_END()

} // namespace praxis::http
