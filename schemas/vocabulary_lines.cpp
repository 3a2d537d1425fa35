// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#include "base/utf8.h"
#include "schemas/vocabulary_formats.h"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <utility>

namespace praxis::schemas {

namespace {

using Json = nlohmann::ordered_json;

std::string text_at(const Json& object, const char* key) {
    const auto found = object.find(key);
    return found != object.end() && found->is_string()
               ? collapse_whitespace(found->get_ref<const std::string&>())
               : std::string();
}

std::vector<std::string> texts_at(const Json& object, const char* key) {
    std::vector<std::string> texts;
    const auto found = object.find(key);
    if (found != object.end() && found->is_array())
        for (const Json& text : *found)
            if (text.is_string())
                texts.push_back(collapse_whitespace(text.get_ref<const std::string&>()));
    return texts;
}

} // namespace

Result<Vocabulary>
parse_concept_lines(std::string_view lines, std::string_view path, std::string name) {
    std::vector<SourceConcept> concepts;
    int number = 0;
    while (!lines.empty()) {
        const std::size_t end = std::min(lines.find('\n'), lines.size());
        const std::string_view line = trim(lines.substr(0, end));
        lines.remove_prefix(std::min(end + 1, lines.size()));
        ++number;
        if (line.empty())
            continue;
        const Json object = is_valid_utf8(line) ? Json::parse(line, nullptr, false) : Json();
        SourceConcept next{text_at(object, "id"),
                           text_at(object, "prefLabel"),
                           texts_at(object, "altLabels"),
                           text_at(object, "definition"),
                           texts_at(object, "broader")};
        if (next.address.empty() || next.label.empty())
            return failure(ErrorKind::InvalidInput,
                           "a concept is a JSON object with \"id\" and \"prefLabel\" on one line",
                           {std::string(path), number, 0});
        concepts.push_back(std::move(next));
    }
    return make_vocabulary(std::move(name), concepts);
}

} // namespace praxis::schemas
