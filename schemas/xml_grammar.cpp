// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

// Documents are parsed by parse_xml, like all others, and handed to libxml2's validator as a tree
// that is built from it; each of libxml2's nodes points back to ours, so that its errors have a
// line and a column. The grammars themselves are shipped with the program.
// The validator takes quadratic time in the children of one element (20,000: a second), so they
// are bounded.

#include "base/expects.h"
#include "base/utf8.h"
#include "schemas/xml.h"
#include "schemas/xml_shapes.h"

#include <fmt/format.h>
#include <libxml/parser.h>
#include <libxml/relaxng.h>
#include <libxml/tree.h>

#include <utility>

namespace praxis::schemas {

namespace {

constexpr std::size_t max_errors = 100;
constexpr std::size_t max_children = 10'000;
constexpr const char* xlink_namespace = "http://www.w3.org/1999/xlink";

template <auto release>
struct Release {
    void operator()(auto* resource) const { release(resource); }
};

using DocumentPointer = std::unique_ptr<xmlDoc, Release<xmlFreeDoc>>;
using SchemaPointer = std::unique_ptr<xmlRelaxNG, Release<xmlRelaxNGFree>>;
using SchemaParserPointer =
    std::unique_ptr<xmlRelaxNGParserCtxt, Release<xmlRelaxNGFreeParserCtxt>>;
using ValidatorPointer = std::unique_ptr<xmlRelaxNGValidCtxt, Release<xmlRelaxNGFreeValidCtxt>>;

const xmlChar* xml_chars(const std::string& text) {
    return reinterpret_cast<const xmlChar*>(text.c_str());
}

void add_attribute(xmlNode* node, const std::string& key, const std::string& value) {
    const std::size_t colon = key.find(':');
    const std::string prefix = colon == std::string::npos ? "" : key.substr(0, colon);
    xmlNs* name_space = nullptr;
    if (prefix == "xml")
        name_space = xmlSearchNsByHref(node->doc, node, XML_XML_NAMESPACE);
    else if (prefix == "xlink")
        name_space = xmlNewNs(node, xml_chars(xlink_namespace), xml_chars(prefix));
    const std::string name = name_space == nullptr ? key : key.substr(colon + 1);
    xmlNewNsProp(node, name_space, xml_chars(name), xml_chars(value));
}

xmlNode* make_node(xmlDoc* document, const XmlNode& from, xmlNs* parent_space) {
    if (from.is_text())
        return xmlNewDocText(document, xml_chars(from.text));
    xmlNode* node = xmlNewDocNode(document, nullptr, xml_chars(from.name), nullptr);
    expects(node != nullptr, "libxml2 makes a node");
    node->_private = const_cast<XmlNode*>(&from); // NOLINT: only read again, as const
    xmlNs* space = parent_space;
    if (from.name_space.empty())
        space = nullptr;
    else if (space == nullptr ||
             std::string_view(reinterpret_cast<const char*>(space->href)) != from.name_space)
        space = xmlNewNs(node, xml_chars(from.name_space), nullptr);
    xmlSetNs(node, space);
    for (const auto& [key, value] : from.attributes)
        add_attribute(node, key, value);
    for (const XmlNode& child : from.children) // depth is bounded by the parser
        xmlAddChild(node, make_node(document, child, space));
    return node;
}

DocumentPointer make_document(const XmlNode& root) {
    DocumentPointer document(xmlNewDoc(xml_chars("1.0")));
    expects(document != nullptr, "libxml2 makes a document");
    xmlDocSetRootElement(document.get(), make_node(document.get(), root, nullptr));
    return document;
}

// An element that the validator would take too long for, or null.
const XmlNode* find_crowded(const XmlNode& node) { // depth is bounded by the parser
    if (node.children.size() > max_children)
        return &node;
    for (const XmlNode& child : node.children)
        if (const XmlNode* crowded = find_crowded(child))
            return crowded;
    return nullptr;
}

struct Complaints {
    std::string path;
    std::vector<Error> errors;
};

void add_complaint(void* data, xmlErrorPtr complaint) {
    Complaints& complaints = *static_cast<Complaints*>(data);
    if (complaints.errors.size() >= max_errors)
        return;
    SourcePosition position{complaints.path, complaint->line, 0};
    const auto* node = static_cast<const xmlNode*>(complaint->node);
    while (node != nullptr && node->type != XML_ELEMENT_NODE)
        node = node->parent;
    if (node != nullptr && node->_private != nullptr) {
        const auto* ours = static_cast<const XmlNode*>(node->_private);
        position.line = ours->line;
        position.column = ours->column;
    }
    complaints.errors.emplace_back(
        ErrorKind::InvalidInput,
        collapse_whitespace(repair_utf8(complaint->message == nullptr ? "" : complaint->message)),
        position);
}

} // namespace

struct XmlGrammar::State {
    SchemaPointer schema;
    XmlShapes shapes;
};

XmlGrammar::XmlGrammar(std::unique_ptr<State> state) : state_(std::move(state)) {}

XmlGrammar::XmlGrammar(XmlGrammar&&) noexcept = default;
XmlGrammar& XmlGrammar::operator=(XmlGrammar&&) noexcept = default;
XmlGrammar::~XmlGrammar() = default;

Result<XmlGrammar> XmlGrammar::parse(std::string_view rng, std::string_view name) {
    const auto tree = parse_xml(rng, name);
    if (!tree)
        return tl::unexpected<Error>(tree.error());
    const SchemaParserPointer parser(
        xmlRelaxNGNewMemParserCtxt(rng.data(), static_cast<int>(rng.size())));
    expects(parser != nullptr, "libxml2 makes a grammar parser");
    Complaints complaints{std::string(name), {}};
    xmlRelaxNGSetParserStructuredErrors(parser.get(), add_complaint, &complaints);
    SchemaPointer schema(xmlRelaxNGParse(parser.get()));
    if (!complaints.errors.empty())
        return tl::unexpected<Error>(complaints.errors.front());
    if (schema == nullptr)
        return failure(ErrorKind::InvalidInput, "this is no RELAX NG grammar", {std::string(name)});
    return XmlGrammar(std::make_unique<State>(State{std::move(schema), XmlShapes(*tree)}));
}

std::vector<Error> XmlGrammar::validate(std::string_view bytes, std::string_view path) const {
    const auto root = parse_xml(bytes, path);
    if (!root)
        return {root.error()};
    if (const XmlNode* crowded = find_crowded(*root))
        return {Error(
            ErrorKind::InvalidInput,
            fmt::format("<{}> holds more than 10,000 elements and texts; split it", crowded->name),
            {std::string(path), crowded->line, crowded->column})};
    const DocumentPointer document = make_document(*root);
    const ValidatorPointer validator(xmlRelaxNGNewValidCtxt(state_->schema.get()));
    expects(validator != nullptr, "libxml2 makes a validator");
    Complaints complaints{std::string(path), {}};
    xmlRelaxNGSetValidStructuredErrors(validator.get(), add_complaint, &complaints);
    if (xmlRelaxNGValidateDoc(validator.get(), document.get()) == 0)
        return {};
    std::vector<Error> explained = state_->shapes.explain(*root, path);
    if (explained.empty())
        explained = std::move(complaints.errors);
    if (explained.empty())
        explained.emplace_back(ErrorKind::InvalidInput,
                               "this is not what its grammar allows",
                               SourcePosition{std::string(path), root->line, root->column});
    return explained;
}

} // namespace praxis::schemas
