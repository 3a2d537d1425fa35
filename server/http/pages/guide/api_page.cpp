// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#include "server/http/pages/guide/api_page.h"

#include "server/http/pages/labels.h"
#include "server/http/pages/layout.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <vector>

namespace praxis::http {

namespace {

using Json = nlohmann::ordered_json;

std::string text_of(const Json& object, const char* key) {
    return object.value(key, std::string());
}

// What "#/components/…" names; anything else stays.
const Json& resolved(const Json& document, const Json& object) {
    if (!object.contains("$ref"))
        return object;
    return document.at(Json::json_pointer(object["$ref"].get<std::string>().substr(1)));
}

// "#/components/schemas/Hit" → "Hit"
std::string last_part(const std::string& reference) {
    return reference.substr(reference.rfind('/') + 1);
}

std::string id_of_schema(const std::string& name) {
    return "praxis-schema-" + name;
}

std::string id_of_group(std::string name) {
    std::ranges::replace(name, ' ', '-');
    return "praxis-group-" + name;
}

std::string id_of_operation(const Json& operation) {
    return "praxis-operation-" + text_of(operation, "operationId");
}

std::string joined(const Json& values) {
    std::string text;
    for (const Json& value : values)
        text += (text.empty() ? "" : ", ") +
                (value.is_string() ? value.get<std::string>() : value.dump());
    return text;
}

// "integer, 0 to 100, 10 if left out"
std::string constraints_of(const Json& schema) {
    std::vector<std::string> parts;
    if (schema.contains("enum"))
        parts.push_back("one of " + joined(schema["enum"]));
    else if (schema.contains("type"))
        parts.push_back(schema["type"].is_array() ? joined(schema["type"])
                                                  : schema["type"].get<std::string>());
    if (schema.contains("minimum"))
        parts.push_back("from " + schema["minimum"].dump());
    if (schema.contains("maximum"))
        parts.push_back("up to " + schema["maximum"].dump());
    if (schema.contains("maxLength"))
        parts.push_back("at most " + schema["maxLength"].dump() + " characters");
    if (schema.contains("default"))
        parts.push_back(joined(Json::array({schema["default"]})) + " if left out");
    return joined(Json(parts));
}

class ApiPage {
public:
    ApiPage(HtmlWriter& html, const Json& document) : html_(html), document_(document) {}

    void write() {
        {
            const auto beginning = html_.in("div", {{"class", "prose"}});
            html_.element("h1", {}, "The API");
            html_.element("p", {}, text_of(document_["info"], "description"));
            const auto line = html_.in("p");
            html_.element("a", {{"href", "/openapi.json"}}, "This description as OpenAPI");
        }
        const auto columns = html_.in("div", {{"class", "columns guide"}});
        write_contents();
        const auto operations = html_.in("div", {{"class", "prose api"}});
        for (const Json& tag : document_["tags"])
            write_group(tag);
        write_problems();
        write_schemas();
    }

private:
    void write_contents() {
        const auto nav = html_.in("nav", {{"class", "contents"}, {"aria-label", "On this page"}});
        const auto list = html_.in("ul");
        for (const Json& tag : document_["tags"])
            write_contents_of(tag);
        write_entry("praxis-problems", "Problems");
        write_entry("praxis-shapes", "Shapes");
    }

    void write_contents_of(const Json& tag) {
        const std::string name = text_of(tag, "name");
        const auto group = html_.in("li");
        html_.element("a", {{"href", "#" + id_of_group(name)}}, name);
        const auto list = html_.in("ul");
        for (const auto& [path, item] : document_["paths"].items())
            if (item["get"]["tags"][0] == name)
                write_entry(id_of_operation(item["get"]), path);
    }

    void write_entry(const std::string& id, const std::string& label) {
        const auto entry = html_.in("li");
        html_.element("a", {{"href", "#" + id}}, label);
    }

    void write_group(const Json& tag) {
        const std::string name = text_of(tag, "name");
        html_.element("h2", {{"id", id_of_group(name)}}, name);
        html_.element("p", {}, text_of(tag, "description") + ".");
        for (const auto& [path, item] : document_["paths"].items())
            if (item["get"]["tags"][0] == name)
                write_operation(path, item["get"]);
    }

    void write_operation(const std::string& path, const Json& operation) {
        const auto section =
            html_.in("section", {{"class", "operation"}, {"id", id_of_operation(operation)}});
        {
            const auto heading = html_.in("h3");
            html_.element("code", {}, "GET " + path);
        }
        html_.element("p", {}, text_of(operation, "summary") + ".");
        if (const std::string more = text_of(operation, "description"); !more.empty())
            html_.element("p", {}, more);
        if (operation.contains("parameters"))
            write_parameters(operation["parameters"]);
        write_answers(operation["responses"]);
    }

    void write_parameters(const Json& references) {
        const auto details = html_.in("details");
        html_.element("summary", {}, counted(references.size(), "parameter", "parameters"));
        const auto list = html_.in("dl");
        for (const Json& reference : references) {
            const Json& parameter = resolved(document_, reference);
            {
                const auto term = html_.in("dt");
                html_.element("code", {}, text_of(parameter, "name"));
                if (parameter.value("required", false))
                    html_.text(" (needed)");
            }
            const auto meaning = html_.in("dd");
            html_.text(text_of(parameter, "description") + ". ");
            html_.element("span",
                          {{"class", "quiet"}},
                          constraints_of(resolved(document_, parameter["schema"])));
            write_example(parameter);
        }
    }

    void write_example(const Json& parameter) {
        if (!parameter.contains("example"))
            return;
        const Json& example = parameter["example"];
        html_.text(" Example: ");
        html_.element("code", {}, joined(example.is_array() ? example : Json::array({example})));
    }

    void write_answers(const Json& responses) {
        const auto details = html_.in("details");
        {
            const auto summary = html_.in("summary");
            html_.text("Answers ");
            html_.element("span", {{"class", "quiet"}}, own_statuses(responses));
        }
        const auto list = html_.in("dl");
        for (const auto& [status, reference] : responses.items()) {
            const Json& response = resolved(document_, reference);
            html_.element("dt", {}, status);
            const auto meaning = html_.in("dd");
            html_.text(text_of(response, "description"));
            if (status == "200")
                write_content(response["content"]);
        }
    }

    void write_content(const Json& content) {
        const auto list = html_.in("ul");
        for (const auto& [media_type, body] : content.items()) {
            const auto item = html_.in("li");
            html_.element("code", {}, media_type);
            if (body["schema"].contains("$ref")) {
                html_.text(": ");
                write_type(body["schema"]);
            }
        }
    }

    // "200 · 304 · 404": without the failures that every address has.
    std::string own_statuses(const Json& responses) const {
        std::string text;
        for (const auto& [status, response] : responses.items())
            if (status == "200" || !is_everywhere(status))
                text += (text.empty() ? "" : " · ") + status;
        return text;
    }

    bool is_everywhere(const std::string& status) const {
        return std::ranges::all_of(document_["paths"], [&](const Json& item) {
            return item["get"]["responses"].contains(status);
        });
    }

    // A link to the shape, or the type in words.
    void write_type(const Json& schema) {
        if (schema.contains("$ref")) {
            const std::string name = last_part(schema["$ref"].get<std::string>());
            html_.element("a", {{"href", "#" + id_of_schema(name)}}, name);
        } else if (schema.contains("oneOf")) {
            write_type(schema["oneOf"][0]);
            html_.text(" or null");
        } else if (schema.value("type", Json()) == "array") {
            html_.text("list of ");
            write_type(schema["items"]);
        } else {
            html_.text(constraints_of(schema));
        }
    }

    void write_problems() {
        html_.element("h2", {{"id", "praxis-problems"}}, "Problems");
        const auto list = html_.in("ul", {{"class", "names"}});
        for (const Json& name :
             document_["components"]["parameters"]["problem"]["schema"]["enum"]) {
            const auto item = html_.in("li");
            const std::string text = name.get<std::string>();
            html_.element("a", {{"href", "/problems/" + text}}, text);
        }
    }

    void write_schemas() {
        html_.element("h2", {{"id", "praxis-shapes"}}, "Shapes");
        for (const auto& [name, schema] : document_["components"]["schemas"].items()) {
            const auto section =
                html_.in("section", {{"class", "operation"}, {"id", id_of_schema(name)}});
            html_.element("h3", {}, name);
            if (const std::string what = text_of(schema, "description"); !what.empty())
                html_.element("p", {}, what + ".");
            write_properties(schema["properties"]);
        }
    }

    void write_properties(const Json& properties) {
        const auto list = html_.in("dl");
        for (const auto& [name, property] : properties.items()) {
            {
                const auto term = html_.in("dt");
                html_.element("code", {}, name);
            }
            const auto meaning = html_.in("dd");
            write_type(property);
            if (const std::string what = text_of(property, "description"); !what.empty())
                html_.text(". " + what + ".");
        }
    }

    HtmlWriter& html_;
    const Json& document_;
};

} // namespace

std::string api_page(std::string_view openapi, const schemas::Library& library) {
    const Json document = Json::parse(openapi);
    PageFrame frame{library, "API"};
    frame.data_address = "/openapi.json";
    frame.address = "/docs";
    frame.description = "Every address, parameter, answer and shape of this library's API.";
    return write_page(frame, [&](HtmlWriter& html) { ApiPage(html, document).write(); });
}

} // namespace praxis::http
