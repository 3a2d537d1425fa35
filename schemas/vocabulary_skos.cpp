// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#include "base/utf8.h"
#include "schemas/vocabulary_formats.h"
#include "schemas/xml.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <optional>
#include <utility>

// RDF/XML may tell of one concept in several places, each as <skos:Concept rdf:about="..."> or as
// <rdf:Description rdf:about="..."> with a type; all of them are put together by address first.

namespace praxis::schemas {

namespace {

constexpr std::string_view skos = "http://www.w3.org/2004/02/skos/core#";

struct Text {
    std::string language;
    std::string text;
};

struct Told {
    bool is_concept = false;
    int line = 0;
    std::vector<Text> labels;
    std::vector<Text> synonyms;
    std::vector<Text> notes;
    std::vector<std::string> broader;
};

std::string attribute_of(const XmlNode& node, std::string_view local_name) {
    for (const auto& [key, value] : node.attributes)
        if (key == local_name || key.ends_with(":" + std::string(local_name)))
            return value;
    return {};
}

int rank_of(const Text& text) {
    if (text.language.starts_with("en"))
        return 0;
    return text.language.empty() ? 1 : 2;
}

// The texts of the best language there is.
std::vector<std::string> best_texts(const std::vector<Text>& texts) {
    std::vector<std::string> best;
    if (texts.empty())
        return best;
    const Text& first = *std::ranges::min_element(texts, {}, rank_of);
    for (const Text& text : texts)
        if (text.language == first.language && std::ranges::find(best, text.text) == best.end())
            best.push_back(text.text);
    return best;
}

class SkosReading {
public:
    void read(const XmlNode& node) {
        const std::string address = attribute_of(node, "about");
        if (!address.empty() && !node.is_text())
            read_resource(node, address);
        for (const XmlNode& child : node.children)
            if (!child.is_text())
                read(child);
    }

    Result<std::vector<SourceConcept>> concepts(std::string_view path) const {
        std::vector<SourceConcept> all;
        for (const std::string& address : order_) {
            const Told& told = told_.at(address);
            if (!told.is_concept)
                continue;
            const auto labels = best_texts(told.labels);
            if (labels.empty())
                return failure(ErrorKind::InvalidInput,
                               fmt::format("the concept {} has no skos:prefLabel", address),
                               {std::string(path), told.line, 0});
            SourceConcept made{
                address, labels.front(), best_texts(told.synonyms), {}, told.broader};
            for (const std::string& note : best_texts(told.notes))
                made.scope_note += (made.scope_note.empty() ? "" : " ") + note;
            if (const auto found = narrower_of_.find(address); found != narrower_of_.end())
                made.broader.insert(made.broader.end(), found->second.begin(), found->second.end());
            all.push_back(std::move(made));
        }
        if (all.empty())
            return failure(ErrorKind::InvalidInput,
                           "there is no skos:Concept in it",
                           {std::string(path), 1, 0});
        return all;
    }

private:
    void read_resource(const XmlNode& node, const std::string& address) {
        const auto [place, is_new] = told_.try_emplace(address);
        Told& told = place->second;
        if (is_new) {
            order_.push_back(address);
            told.line = node.line;
        }
        told.is_concept = told.is_concept || (node.name == "Concept" && node.name_space == skos);
        for (const XmlNode& child : node.children)
            read_statement(child, address, told);
    }

    void read_statement(const XmlNode& child, const std::string& address, Told& told) {
        if (child.name == "type" &&
            attribute_of(child, "resource") == std::string(skos) + "Concept")
            told.is_concept = true;
        if (child.name_space != skos)
            return;
        if (child.name == "broader")
            told.broader.push_back(target_of(child));
        else if (child.name == "narrower")
            narrower_of_[target_of(child)].push_back(address);
        else if (child.name == "prefLabel")
            told.labels.push_back(text_of(child));
        else if (child.name == "altLabel" || child.name == "hiddenLabel")
            told.synonyms.push_back(text_of(child));
        else if (child.name == "definition" || child.name == "scopeNote")
            told.notes.push_back(text_of(child));
    }

    static Text text_of(const XmlNode& node) {
        return {to_lower_ascii(attribute_of(node, "lang")), collapse_whitespace(node.all_text())};
    }

    // rdf:resource, or a resource described inside.
    static std::string target_of(const XmlNode& node) {
        std::string target = attribute_of(node, "resource");
        for (const XmlNode& child : node.children)
            if (target.empty())
                target = attribute_of(child, "about");
        return target;
    }

    std::map<std::string, Told> told_;
    std::vector<std::string> order_;
    std::map<std::string, std::vector<std::string>> narrower_of_; // told from above
};

} // namespace

Result<Vocabulary> parse_skos(std::string_view xml, std::string_view path, std::string name) {
    const auto root = parse_xml(xml, path);
    if (!root)
        return tl::unexpected<Error>(root.error());
    SkosReading reading;
    reading.read(*root);
    const auto concepts = reading.concepts(path);
    if (!concepts)
        return tl::unexpected<Error>(concepts.error());
    return make_vocabulary(std::move(name), *concepts);
}

} // namespace praxis::schemas
