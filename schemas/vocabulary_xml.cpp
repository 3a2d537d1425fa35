// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#include "base/file.h"
#include "base/utf8.h"
#include "schemas/valid_xml.h"
#include "schemas/vocabulary.h"
#include "schemas/xml.h"

#include <fmt/format.h>

#include <map>

namespace praxis::schemas {

namespace {

constexpr std::uint64_t max_vocabulary_bytes = 16ULL * 1024 * 1024;

class ConceptReader {
public:
    explicit ConceptReader(std::string_view path) : path_(path) {}

    void read(const XmlNode& parent, const std::string& broader) {
        for (const XmlNode* node : parent.children_named("concept")) {
            Concept next;
            next.id = node->attribute("id").value_or("");
            next.label = collapse_whitespace(node->attribute("label").value_or(""));
            next.broader = broader;
            if (const XmlNode* scope = node->child("scope"))
                next.scope_note = collapse_whitespace(scope->all_text());
            for (const XmlNode* synonym : node->children_named("synonym"))
                next.synonyms.push_back(collapse_whitespace(synonym->all_text()));
            note_line(next.id, *node);
            const std::string id = next.id;
            concepts_.push_back(std::move(next));
            read(*node, id);
        }
    }

    const std::optional<Error>& error() const { return error_; }

    std::vector<Concept> take() { return std::move(concepts_); }

private:
    void note_line(const std::string& id, const XmlNode& node) {
        const auto [place, is_new] = lines_.emplace(id, node.line);
        if (!is_new && !error_)
            error_ = Error(ErrorKind::InvalidInput,
                           fmt::format("the concept \"{}\" is there already, on line {}; an id is "
                                       "unique in the whole file",
                                       id,
                                       place->second),
                           {path_, node.line, node.column});
    }

    std::string path_;
    std::vector<Concept> concepts_;
    std::map<std::string, int> lines_;
    std::optional<Error> error_;
};

} // namespace

Result<Vocabulary> parse_vocabulary(std::string_view xml, std::string_view path) {
    const auto root = parse_valid_xml(xml, path, "vocabulary.rng");
    if (!root)
        return tl::unexpected<Error>(root.error());
    ConceptReader reader(path);
    reader.read(*root, {});
    if (reader.error())
        return tl::unexpected<Error>(*reader.error());
    return Vocabulary(std::string(root->attribute("name").value_or("")), reader.take());
}

Result<Vocabulary> load_vocabulary(const std::filesystem::path& file) {
    const auto bytes = read_file(file, max_vocabulary_bytes);
    if (!bytes)
        return tl::unexpected<Error>(bytes.error());
    return parse_vocabulary(*bytes, file.string());
}

} // namespace praxis::schemas
