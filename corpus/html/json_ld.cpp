// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#include "corpus/html/json_ld.h"

#include "base/utf8.h"
#include "corpus/html_text.h"
#include "corpus/phrases.h"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>
#include <map>
#include <string>

namespace praxis::corpus {

namespace {

using Json = nlohmann::ordered_json;

constexpr int max_nesting = 64;
constexpr int max_levels = 3;
constexpr int max_steps = 20'000; // objects may refer to each other in circles
constexpr std::size_t longest_value = 4000;

// What a publication may be, the most telling first.
constexpr auto publication_types = std::to_array<std::string_view>({"ScholarlyArticle",
                                                                    "NewsArticle",
                                                                    "BlogPosting",
                                                                    "Report",
                                                                    "TechArticle",
                                                                    "Article",
                                                                    "Event",
                                                                    "Book",
                                                                    "Course",
                                                                    "Legislation",
                                                                    "DigitalDocument",
                                                                    "Dataset",
                                                                    "HowTo",
                                                                    "FAQPage",
                                                                    "GovernmentService",
                                                                    "CreativeWork",
                                                                    "WebPage"});

constexpr std::string_view idle_keys =
    "@context|@id|@type|image|logo|thumbnailurl|primaryimageofpage|potentialaction|"
    "breadcrumb|mainentityofpage|mainentity|sameas|comment|commentcount|review|"
    "aggregaterating|interactionstatistic|articlebody|text|hasmap|offers|video|url";

bool is_too_deep(std::string_view json) {
    int depth = 0;
    bool in_string = false;
    for (std::size_t i = 0; i < json.size(); ++i) {
        const char c = json[i];
        if (in_string && c == '\\')
            ++i;
        else if (c == '"')
            in_string = !in_string;
        else if (!in_string && (c == '{' || c == '['))
            depth += 1;
        else if (!in_string && (c == '}' || c == ']'))
            depth -= 1;
        if (depth > max_nesting)
            return true;
    }
    return false;
}

// Old pages wrap their scripts so that ancient browsers do not show them.
std::string_view without_wrapping(std::string_view json) {
    const std::size_t begin = json.find_first_of("{[");
    const std::size_t end = json.find_last_of("}]");
    if (begin == std::string_view::npos || end == std::string_view::npos || end < begin)
        return {};
    return json.substr(begin, end - begin + 1);
}

class JsonLd {
public:
    explicit JsonLd(const Json& root) { collect(root); }

    std::vector<KeyValue> values(int line) {
        line_ = line;
        if (const Json* publication = find_publication())
            flatten(*publication, "ld", 0);
        return std::move(values_);
    }

private:
    void collect(const Json& node) {
        if (node.is_array())
            for (const Json& entry : node)
                collect(entry);
        if (!node.is_object())
            return;
        if (node.contains("@graph"))
            collect(node["@graph"]);
        objects_.push_back(&node);
        if (node.contains("@id") && node["@id"].is_string())
            by_id_.emplace(node["@id"].get<std::string>(), &node);
    }

    static bool is_of_type(const Json& object, std::string_view type) {
        if (!object.contains("@type"))
            return false;
        const Json& types = object["@type"];
        const auto matches = [&](const Json& one) {
            return one.is_string() && one.get_ref<const std::string&>() == type;
        };
        return matches(types) ||
               (types.is_array() && std::any_of(types.begin(), types.end(), matches));
    }

    const Json* find_publication() const {
        for (const std::string_view type : publication_types)
            for (const Json* object : objects_)
                if (is_of_type(*object, type))
                    return object;
        return nullptr;
    }

    void flatten(const Json& object, const std::string& prefix, int level) {
        for (const auto& [name, value] : object.items()) {
            const std::string key = to_lower_ascii(name);
            if (!is_listed(key, idle_keys))
                add(fmt::format("{}.{}", prefix, key), value, level);
        }
        if (level == 0 && object.contains("@type"))
            add(prefix + ".type", object["@type"], level);
    }

    // An object that only names another one: {"@type": "Person", "@id": "#ana"}.
    static bool is_reference(const Json& value) {
        if (!value.contains("@id") || !value["@id"].is_string())
            return false;
        return std::all_of(value.items().begin(), value.items().end(), [](const auto& item) {
            return item.key().starts_with('@');
        });
    }

    void add(const std::string& key, const Json& value, int level) {
        if (++steps_ > max_steps)
            return;
        if (value.is_array()) {
            for (const Json& entry : value)
                if (!entry.is_array())
                    add(key, entry, level);
        } else if (value.is_object()) {
            add_object(key, value, level);
        } else if (value.is_string()) {
            add_text(key, value.get_ref<const std::string&>());
        } else if (value.is_number()) {
            add_text(key, value.dump());
        }
    }

    void add_object(const std::string& key, const Json& value, int level) {
        if (level + 1 >= max_levels)
            return;
        if (value.contains("@value"))
            return add(key, value["@value"], level);
        if (!is_reference(value))
            return flatten(value, key, level + 1);
        const auto meant = by_id_.find(value["@id"].get_ref<const std::string&>());
        if (meant != by_id_.end())
            flatten(*meant->second, key, level + 1);
    }

    void add_text(const std::string& key, const std::string& text) {
        if (text.size() > longest_value)
            return;
        const bool is_html =
            text.find('&') != std::string::npos || text.find('<') != std::string::npos;
        std::string plain = repair_utf8(trim(is_html ? html_to_plain_text(text) : text));
        if (!plain.empty())
            values_.push_back(
                {.key = key, .value = plain, .line = line_, .path = {}, .qualifier = {}});
    }

    std::vector<const Json*> objects_;
    std::map<std::string, const Json*, std::less<>> by_id_;
    std::vector<KeyValue> values_;
    int line_ = 0;
    int steps_ = 0;
};

} // namespace

std::vector<KeyValue> json_ld_values(std::string_view json, int line) {
    json = without_wrapping(json);
    if (json.empty() || is_too_deep(json))
        return {};
    const Json root = Json::parse(json, nullptr, false);
    if (root.is_discarded())
        return {};
    return JsonLd(root).values(line);
}

} // namespace praxis::corpus
