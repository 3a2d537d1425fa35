// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#include "base/file.h"
#include "schemas/embedded_text.h"
#include "schemas/library.h"
#include "schemas/library_checks.h"
#include "schemas/library_reader.h"
#include "schemas/vocabulary_formats.h"
#include "schemas/xml.h"

#include <fmt/format.h>

#include <functional>
#include <set>

namespace praxis::schemas {

namespace {

constexpr std::uint64_t max_description_bytes = 4ULL * 1024 * 1024;
constexpr std::uint64_t max_vocabulary_bytes = 16ULL * 1024 * 1024;

// Gives the n-th text that a description names, e.g. a vocabulary.
using NamedText = std::function<Result<std::string>(std::size_t number, std::string_view file)>;

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

// The files that a description names, read into the library one after the other.
class NamedFiles {
public:
    NamedFiles(Library& library, std::string_view path, const NamedText& text_of)
        : library_(library), path_(path), text_of_(text_of) {}

    Result<void> add(const XmlNode& root) {
        for (const std::string_view kind : {"vocabulary", "authority", "verdicts"})
            for (const XmlNode* node : root.children_named(kind))
                if (auto added = add_file(*node, kind); !added)
                    return added;
        return library_.authority.check(path_);
    }

private:
    Result<void> add_file(const XmlNode& node, std::string_view kind) {
        const std::string file(node.attribute("file").value_or(""));
        auto text = text_of_(library_.vocabulary_texts.size(), file);
        if (!text)
            return failure(ErrorKind::InvalidInput,
                           fmt::format("the {} cannot be read: {}; its path is relative to this "
                                       "description",
                                       kind,
                                       text.error().message()),
                           place_of(node));
        auto added = kind == "vocabulary"  ? add_vocabulary(node, *text, file)
                     : kind == "authority" ? library_.authority.add(*text, file)
                                           : library_.verdicts.add(*text, file);
        library_.vocabulary_texts.push_back(std::move(*text));
        return added;
    }

    Result<void> add_vocabulary(const XmlNode& node, std::string_view text, std::string_view file) {
        const std::string property(node.attribute("property").value_or(""));
        auto vocabulary = parse_any_vocabulary(text, file, property);
        if (!vocabulary)
            return tl::unexpected<Error>(vocabulary.error());
        if (!own_.insert(property).second)
            return failure(ErrorKind::InvalidInput,
                           fmt::format("there is a vocabulary for \"{}\" already", property),
                           place_of(node));
        library_.vocabularies.insert_or_assign(property, std::move(*vocabulary));
        if (node.attribute("matched").value_or("true") == "true")
            library_.unmatched.erase(property);
        else
            library_.unmatched.insert(property);
        return {};
    }

    SourcePosition place_of(const XmlNode& node) const {
        return {std::string(path_), node.line, node.column};
    }

    Library& library_;
    std::string_view path_;
    const NamedText& text_of_;
    std::set<std::string> own_; // properties that this description has a vocabulary for
};

Result<Library>
make_library(std::string_view xml, std::string_view path, const NamedText& text_of) {
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
    if (const auto added = NamedFiles(library, path, text_of).add(*root); !added)
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
    return make_library(embedded_text("library.xml"),
                        "library.xml",
                        [](std::size_t, std::string_view file) -> Result<std::string> {
                            return std::string(embedded_text(file));
                        });
}

} // namespace praxis::schemas
