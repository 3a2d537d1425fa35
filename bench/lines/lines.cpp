// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#include "bench/lines/lines.h"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <fstream>
#include <stdexcept>

namespace praxis::bench {

namespace {

using Json = nlohmann::json;

void add_value(Line& line, const std::string& facet, std::string value) {
    const std::pair pair(facet, std::move(value));
    if (std::find(line.values.begin(), line.values.end(), pair) == line.values.end())
        line.values.push_back(pair);
}

void add_topic(Line& line, const std::string& topic) {
    add_value(line, "topic", topic.substr(0, topic.find('/')));
    add_value(line, "topic", topic);
}

void add_values(Line& line, const Json& json, const std::string& facet, const char* key) {
    const auto found = json.find(key);
    if (found == json.end())
        return;
    if (!found->is_array())
        return add_value(line, facet, *found);
    for (const Json& value : *found)
        facet == "topic" ? add_topic(line, value) : add_value(line, facet, value);
}

void parse(const std::string& text, Line& line) {
    const Json json = Json::parse(text);
    line.id = json.at("id");
    line.title = json.at("title");
    line.body = json.at("text");
    line.text = fmt::format("{} {} {}", line.title, seam, line.body);
    line.values.clear();
    add_values(line, json, "kind", "kind");
    add_values(line, json, "topic", "topics");
    add_values(line, json, "organization", "organization");
    add_values(line, json, "place", "place");
    add_value(line, "year", json.at("date").get<std::string>().substr(0, 4));
    add_values(line, json, "keyword", "keywords");
    add_values(line, json, "author", "authors");
    for (const char* facet : {"audience", "series", "language", "lens"})
        add_values(line, json, facet, facet);
}

} // namespace

const std::vector<std::string>& small_facets() {
    static const std::vector<std::string> facets = {
        "kind", "topic", "organization", "place", "year"};
    return facets;
}

const std::vector<std::string>& further_facets() {
    static const std::vector<std::string> facets = {
        "keyword", "author", "audience", "series", "language", "lens"};
    return facets;
}

struct Lines::Files {
    std::vector<std::filesystem::path> rest; // last first
    std::ifstream current;
};

Lines::Lines(const std::filesystem::path& path) : files_(std::make_unique<Files>()) {
    if (std::filesystem::is_directory(path))
        for (const auto& entry : std::filesystem::directory_iterator(path))
            files_->rest.push_back(entry.path());
    else
        files_->rest.push_back(path);
    std::sort(files_->rest.rbegin(), files_->rest.rend());
    files_->current.setstate(std::ios::eofbit);
}

Lines::~Lines() = default;

bool Lines::next_text(std::string& text) {
    const std::scoped_lock lock(mutex_);
    while (!std::getline(files_->current, text)) {
        if (files_->rest.empty())
            return false;
        const std::filesystem::path path = files_->rest.back();
        files_->rest.pop_back();
        files_->current = std::ifstream(path);
        if (!files_->current)
            throw std::runtime_error("cannot read " + path.string());
    }
    return true;
}

bool Lines::next(Line& line) {
    thread_local std::string text;
    if (!next_text(text))
        return false;
    parse(text, line);
    return true;
}

} // namespace praxis::bench
