// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#include "base/file.h"
#include "schemas/embedded_text.h"
#include "schemas/library.h"
#include "schemas/library_checks.h"
#include "schemas/library_reader.h"
#include "schemas/xml.h"

#include <fmt/format.h>

#include <functional>

namespace praxis::schemas {

namespace {

constexpr std::uint64_t max_description_bytes = 4ULL * 1024 * 1024;
constexpr std::uint64_t max_vocabulary_bytes = 16ULL * 1024 * 1024;

// Gives the text of the n-th vocabulary that a description names.
using VocabularyText =
    std::function<Result<std::string>(std::size_t number, std::string_view file)>;

tl::unexpected<Error> failed(const Error& error) {
    return tl::unexpected<Error>(error);
}

// Several mistakes as one error: the first one's place, and a line for each of the others.
tl::unexpected<Error> failed(const std::vector<Error>& errors) {
    std::string message = errors.front().message();
    for (std::size_t i = 1; i < errors.size(); ++i)
        message += std::string("\n") + errors[i].what();
    return failure(ErrorKind::InvalidInput, message, errors.front().position());
}

Result<void> add_vocabulary(Library& library,
                            const XmlNode& node,
                            std::string_view path,
                            const VocabularyText& text_of) {
    const std::string file(node.attribute("file").value_or(""));
    const SourcePosition place{std::string(path), node.line, node.column};
    auto text = text_of(library.vocabulary_texts.size(), file);
    if (!text)
        return failure(ErrorKind::InvalidInput,
                       fmt::format("the vocabulary cannot be read: {}; its path is relative to "
                                   "this description",
                                   text.error().message()),
                       place);
    auto vocabulary = parse_vocabulary(*text, file);
    if (!vocabulary)
        return failed(vocabulary.error());
    const std::string property(node.attribute("property").value_or(""));
    if (!library.vocabularies.emplace(property, std::move(*vocabulary)).second)
        return failure(ErrorKind::InvalidInput,
                       fmt::format("there is a vocabulary for \"{}\" already", property),
                       place);
    library.vocabulary_texts.push_back(std::move(*text));
    return {};
}

Result<Library>
make_library(std::string_view xml, std::string_view path, const VocabularyText& text_of) {
    const auto grammar = XmlGrammar::parse(embedded_text("library.rng"), "library.rng");
    if (!grammar)
        return failed(grammar.error());
    if (const auto errors = grammar->validate(xml, path); !errors.empty())
        return failed(errors);
    const auto root = parse_xml(xml, path);
    if (!root)
        return failed(root.error());
    Library library = read_library(*root);
    if (root->attribute("extends")) {
        auto base = default_library();
        if (!base)
            return base;
        extend_library(library, std::move(*base));
    }
    if (library.languages.empty())
        library.languages = {"en"};
    if (const auto errors = check_library(*root, library, path); !errors.empty())
        return failed(errors);
    for (const XmlNode* node : root->children_named("vocabulary"))
        if (const auto added = add_vocabulary(library, *node, path, text_of); !added)
            return failed(added.error());
    library.text = xml;
    return library;
}

} // namespace

Result<Library> load_library(const std::filesystem::path& file) {
    const auto xml = read_file(file, max_description_bytes);
    if (!xml)
        return failed(xml.error());
    return make_library(*xml, file.string(), [&](std::size_t, std::string_view vocabulary) {
        return read_file(file.parent_path() / vocabulary, max_vocabulary_bytes);
    });
}

Result<Library> parse_library(std::string_view xml, const std::vector<std::string>& vocabularies) {
    const auto text_of = [&](std::size_t number, std::string_view file) -> Result<std::string> {
        if (number >= vocabularies.size())
            return failure(ErrorKind::NotFound, fmt::format("{} was not kept", file));
        return vocabularies[number];
    };
    return make_library(xml, "library.xml", text_of);
}

Result<Library> default_library() {
    return parse_library(embedded_text("library.xml"), {});
}

} // namespace praxis::schemas
