// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "base/result.h"

#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace praxis::schemas {

// The XML door: foreign XML becomes plain values here, and cannot do harm.
//
// No network, no external entity, no DTD, no XInclude; entity declarations stop the parser;
// depth, attributes and size are bounded. (docs/adr/0003-one-door-per-library.md)
// HTML's entities (&nbsp;) are known to every document; another undeclared name under an external
// DTD stays as it is written, and a remark tells its line.
//
// Shapes:   depth <= 256; attributes of one element <= 1,000; one subtree <= 16 MB of source and
//           <= 1,000,000 nodes; text is repaired UTF-8 with '\n' for every line end.
// Units:    line and column from 1, of the '<' of a tag.
// Errors:   InvalidInput with line and column and what was expected.
// Threads:  Immutable (values); Thread-compatible (XmlReader)

// A node of a parsed tree: an element, or a run of text (then `name` is empty).
struct XmlNode {
    std::string name;       // local name, without prefix
    std::string name_space; // its URI, or empty
    // "href", "xlink:href", "xml:lang"; XLink always has that prefix, others as in the document.
    std::vector<std::pair<std::string, std::string>> attributes;
    std::string text; // of a text or CDATA node; empty for elements
    std::vector<XmlNode> children;
    int line = 0;
    int column = 0; // 0 where libxml2 does not know

    bool is_text() const { return name.empty(); }

    // The value of an attribute, or nothing.
    std::optional<std::string_view> attribute(std::string_view key) const;

    // The first child element of that local name, or null.
    const XmlNode* child(std::string_view local_name) const;

    // All child elements of that local name.
    std::vector<const XmlNode*> children_named(std::string_view local_name) const;

    // All text below, in document order, as it stands (white space kept).
    std::string all_text() const;
};

// Parses a whole document held in memory (any encoding that the XML declaration or BOM says).
// `remarks`, if given, gets what was mended or passed over, at most 100.
Result<XmlNode>
parse_xml(std::string_view bytes, std::string_view path, std::vector<Error>* remarks = nullptr);

// Pulls elements from a file of any size in bounded memory.
//
//   while (auto element = reader.next_element())         // enters every element, depth first
//       if (element->name == "item") use(reader.read_subtree());   // consumes it whole
class XmlReader {
public:
    struct Element {
        std::string name;
        std::string name_space;
        int depth = 0; // of the root: 0
        int line = 0;
    };

    static Result<XmlReader> open(const std::filesystem::path& file, std::string_view shown_path);
    XmlReader(XmlReader&&) noexcept;
    XmlReader& operator=(XmlReader&&) noexcept;
    ~XmlReader();

    // The next element start, or nothing at the end of the document or after an error.
    std::optional<Element> next_element();

    // The current element with everything below it; the next call of next_element goes on behind,
    // also when the element was too large and is refused.
    // Precondition: next_element gave an element since the last call.
    Result<XmlNode> read_subtree();

    // What ended the reading early, if anything did.
    const std::optional<Error>& error() const;

    // What was mended or passed over so far, at most 100.
    const std::vector<Error>& remarks() const;

private:
    struct State;
    explicit XmlReader(std::unique_ptr<State> state);
    std::unique_ptr<State> state_;
};

// A RELAX NG grammar (XML syntax), compiled once.
class XmlGrammar {
public:
    static Result<XmlGrammar> parse(std::string_view rng, std::string_view name);
    XmlGrammar(XmlGrammar&&) noexcept;
    XmlGrammar& operator=(XmlGrammar&&) noexcept;
    ~XmlGrammar();

    // Every violation (at most 100), with line and column where known; empty: the document is
    // valid. An element with more than 10,000 children is one.
    std::vector<Error> validate(std::string_view bytes, std::string_view path) const;

private:
    struct State;
    explicit XmlGrammar(std::unique_ptr<State> state);
    std::unique_ptr<State> state_;
};

} // namespace praxis::schemas
