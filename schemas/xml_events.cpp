// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

// What makes foreign XML harmless here, and where:
// - Nothing is ever loaded: no handler for external subsets, no NOENT, DTDLOAD, XINCLUDE, HUGE.
// - Entities of the document's own do not exist: a declaration stops the parser, so there is
//   nothing to expand, neither a billion laughs nor one long text 20,000 times. What HTML names
//   (&nbsp; and its like) is known without declaration; other names under an external DTD stay
//   as they are written, with a remark.
// - Default attributes of an internal subset are dropped (they multiply), 100 of them stop it.
// - Attributes are counted before libxml2 sees the tag (XmlScanner); depth, namespaces in scope
//   and the length of a namespace are bounded in `start_element`, because each is multiplied by
//   the number of elements somewhere.
// - libxml2 gets UTF-8 only (XmlDecoder) and is told to ignore what the declaration says.

#include "schemas/xml_events.h"

#include "base/utf8.h"
#include "schemas/xml_decoder.h"
#include "schemas/xml_references.h"
#include "schemas/xml_scanner.h"

#include <fmt/format.h>
#include <libxml/parser.h>
#include <libxml/parserInternals.h>

#include <algorithm>
#include <cstring>
#include <exception>
#include <map>
#include <utility>

namespace praxis::schemas {

namespace {

constexpr std::size_t max_depth = 256;
constexpr std::size_t max_namespaces_in_scope = 256;
constexpr std::size_t max_namespace_bytes = 512;
constexpr std::size_t max_default_attributes = 100;
constexpr std::size_t max_remarks = 100;
constexpr std::string_view xlink_namespace = "http://www.w3.org/1999/xlink";

std::string_view view(const char* text) {
    return text == nullptr ? std::string_view() : text;
}

std::string_view view(const xmlChar* text) {
    return view(reinterpret_cast<const char*>(text));
}

const xmlChar* xml_chars(const std::string& text) {
    return reinterpret_cast<const xmlChar*>(text.c_str());
}

// One of libxml2's five-pointer attributes.
struct Attribute {
    const xmlChar** parts;

    std::string_view value() const {
        return {reinterpret_cast<const char*>(parts[3]),
                static_cast<std::size_t>(parts[4] - parts[3])};
    }

    std::string key() const {
        const bool is_xlink = view(parts[2]) == xlink_namespace;
        const std::string_view prefix = is_xlink ? "xlink" : view(parts[1]);
        return prefix.empty() ? std::string(view(parts[0]))
                              : fmt::format("{}:{}", prefix, view(parts[0]));
    }
};

std::string plain_text(std::string_view message) {
    return std::string(first_code_points(collapse_whitespace(repair_utf8(message)), 300));
}

} // namespace

struct XmlEventParser::State {
    explicit State(std::string_view shown_path);
    State(const State&) = delete;
    State& operator=(const State&) = delete;
    ~State();

    void feed(std::string_view bytes, bool last);
    void parse(std::string_view utf8, bool last);

    void start_element(const xmlChar* name,
                       const xmlChar* name_space,
                       int namespace_count,
                       int attribute_count,
                       int default_count,
                       const xmlChar** attributes);
    void end_element();
    void add_text(std::string_view text);
    void declare_entity(const xmlChar* name);
    void declare_attribute(bool has_default);
    void keep_reference(const xmlChar* name);
    void remark_unknown_entity(const xmlChar* name);
    xmlEntityPtr entity(const xmlChar* name);
    void take_error(const xmlError& reported);
    void fail(std::string message, int line, int column);
    void stop(std::string message);
    void remark(std::string_view message, int line, int column);
    XmlPlace next_place();

    std::string path;
    xmlSAXHandler handlers{};
    xmlParserCtxtPtr context = nullptr;
    XmlDecoder decoder;
    XmlScanner scanner;
    std::string utf8; // of the piece in hand
    std::vector<XmlPlace> places;
    std::size_t next_place_index = 0;
    std::deque<XmlEvent> events;
    std::vector<std::size_t> namespaces; // in scope, for each open element
    std::size_t default_attributes = 0;
    std::map<std::string, std::pair<xmlEntity, std::string>> entities; // and their contents
    std::optional<Error> error;
    std::vector<Error> remarks;
    std::exception_ptr thrown; // by a handler; must not pass through libxml2
    std::uint64_t fed = 0;
};

namespace {

// Runs a handler for libxml2: what it throws is kept until libxml2 has returned.
template <typename Parser, typename Handler>
void guarded(void* user_data, Handler handler) {
    Parser& parser = *static_cast<Parser*>(user_data);
    if (parser.error || parser.thrown)
        return;
    try {
        handler(parser);
    } catch (...) {
        parser.thrown = std::current_exception();
    }
}

template <typename Parser>
void set_handlers(xmlSAXHandler& handlers) {
    std::memset(&handlers, 0, sizeof handlers);
    handlers.initialized = XML_SAX2_MAGIC;
    handlers.startElementNs = [](void* data,
                                 const xmlChar* name,
                                 const xmlChar*,
                                 const xmlChar* uri,
                                 int namespace_count,
                                 const xmlChar**,
                                 int attribute_count,
                                 int default_count,
                                 const xmlChar** attributes) {
        guarded<Parser>(data, [&](Parser& parser) {
            parser.start_element(
                name, uri, namespace_count, attribute_count, default_count, attributes);
        });
    };
    handlers.endElementNs = [](void* data, const xmlChar*, const xmlChar*, const xmlChar*) {
        guarded<Parser>(data, [](Parser& parser) { parser.end_element(); });
    };
    handlers.characters = [](void* data, const xmlChar* text, int length) {
        guarded<Parser>(data, [&](Parser& parser) {
            parser.add_text(
                {reinterpret_cast<const char*>(text), static_cast<std::size_t>(length)});
        });
    };
    handlers.ignorableWhitespace = handlers.characters;
    handlers.cdataBlock = handlers.characters;
    handlers.reference = [](void* data, const xmlChar* name) {
        guarded<Parser>(data, [&](Parser& parser) { parser.keep_reference(name); });
    };
    handlers.getEntity = [](void* data, const xmlChar* name) {
        xmlEntityPtr found = nullptr;
        guarded<Parser>(data, [&](Parser& parser) { found = parser.entity(name); });
        return found;
    };
    handlers.entityDecl =
        [](void* data, const xmlChar* name, int, const xmlChar*, const xmlChar*, xmlChar*) {
            guarded<Parser>(data, [&](Parser& parser) { parser.declare_entity(name); });
        };
    handlers.unparsedEntityDecl =
        [](void* data, const xmlChar* name, const xmlChar*, const xmlChar*, const xmlChar*) {
            guarded<Parser>(data, [&](Parser& parser) { parser.declare_entity(name); });
        };
    handlers.attributeDecl = [](void* data,
                                const xmlChar*,
                                const xmlChar*,
                                int,
                                int,
                                const xmlChar* default_value,
                                xmlEnumerationPtr choices) {
        guarded<Parser>(
            data, [&](Parser& parser) { parser.declare_attribute(default_value != nullptr); });
        xmlFreeEnumeration(choices); // the handler owns them
    };
    handlers.serror = [](void* data, xmlErrorPtr reported) {
        guarded<Parser>(data, [&](Parser& parser) { parser.take_error(*reported); });
    };
}

void initialize_libxml2() {
    static const bool once = (xmlInitParser(), true);
    static_cast<void>(once);
}

} // namespace

XmlEventParser::State::State(std::string_view shown_path) : path(shown_path) {
    initialize_libxml2();
    set_handlers<State>(handlers);
    context = xmlCreatePushParserCtxt(&handlers, this, nullptr, 0, nullptr);
    if (context == nullptr)
        throw Error(ErrorKind::Internal, "cannot set up the XML parser");
    xmlCtxtUseOptions(context, XML_PARSE_NONET | XML_PARSE_IGNORE_ENC);
    xmlSwitchEncoding(context, XML_CHAR_ENCODING_UTF8);
}

XmlEventParser::State::~State() {
    xmlFreeDoc(context->myDoc);
    xmlFreeParserCtxt(context);
}

void XmlEventParser::State::feed(std::string_view bytes, bool last) {
    constexpr std::size_t piece_bytes = 65'536;
    do {
        const std::string_view piece = bytes.substr(0, piece_bytes);
        bytes.remove_prefix(piece.size());
        utf8.clear();
        decoder.feed(piece, last && bytes.empty(), utf8);
        parse(utf8, last && bytes.empty());
    } while (!bytes.empty() && !error);
}

void XmlEventParser::State::parse(std::string_view text, bool last) {
    places.erase(places.begin(), places.begin() + static_cast<std::ptrdiff_t>(next_place_index));
    next_place_index = 0;
    const std::size_t harmless = scanner.scan(text, places);
    const bool is_end = last && !decoder.problem() && !scanner.problem();
    fed += harmless;
    if (is_end && fed == 0)
        fail("this is not well-formed XML: it is empty", 1, 1);
    else if (harmless > 0 || is_end)
        xmlParseChunk(context, text.data(), static_cast<int>(harmless), is_end ? 1 : 0);
    if (thrown)
        std::rethrow_exception(std::exchange(thrown, nullptr));
    if (scanner.problem())
        fail(*scanner.problem(), scanner.place().line, scanner.place().column);
    if (decoder.problem())
        fail(*decoder.problem(), scanner.place().line, scanner.place().column);
}

XmlPlace XmlEventParser::State::next_place() {
    if (next_place_index < places.size())
        return places[next_place_index++];
    return {.line = context->input->line, .column = 0, .offset = fed};
}

void XmlEventParser::State::start_element(const xmlChar* name,
                                          const xmlChar* name_space,
                                          int namespace_count,
                                          int attribute_count,
                                          int default_count,
                                          const xmlChar** attributes) {
    const XmlPlace place = next_place();
    const auto refuse = [&](std::string message) {
        fail(std::move(message), place.line, place.column);
    };
    if (namespaces.size() >= max_depth)
        return refuse(fmt::format("elements are nested more than {} deep", max_depth));
    namespaces.push_back((namespaces.empty() ? 0 : namespaces.back()) +
                         static_cast<std::size_t>(namespace_count));
    if (namespaces.back() > max_namespaces_in_scope)
        return refuse(fmt::format("more than {} namespaces are declared here and above",
                                  max_namespaces_in_scope));
    if (view(name_space).size() > max_namespace_bytes)
        return refuse(fmt::format("the namespace is longer than {} bytes", max_namespace_bytes));
    XmlEvent& event = events.emplace_back();
    event.kind = XmlEvent::Kind::Start;
    event.offset = place.offset;
    event.node.name = repair_utf8(view(name));
    event.node.name_space = repair_utf8(view(name_space));
    event.node.line = place.line;
    event.node.column = place.column;
    for (int i = 0; i < attribute_count - default_count; ++i) {
        const Attribute attribute{attributes + std::ptrdiff_t{5} * i};
        event.node.attributes.emplace_back(repair_utf8(attribute.key()),
                                           repair_utf8(without_references(attribute.value())));
    }
}

void XmlEventParser::State::end_element() {
    namespaces.pop_back();
    events.emplace_back().kind = XmlEvent::Kind::End;
}

void XmlEventParser::State::add_text(std::string_view text) {
    if (events.empty() || events.back().kind != XmlEvent::Kind::Text) {
        events.emplace_back().node.line =
            context->input->line - static_cast<int>(std::count(text.begin(), text.end(), '\n'));
    }
    events.back().node.text += repair_utf8(text);
}

// In text, HTML's entities are given to libxml2 as predefined ones. In an attribute it would take
// only their first byte, so there the reference is kept and `without_references` resolves it.
xmlEntityPtr XmlEventParser::State::entity(const xmlChar* name) {
    const bool in_attribute = context->instate == XML_PARSER_ATTRIBUTE_VALUE;
    const std::optional<std::string> text = html_entity(std::string(view(name)));
    if (!text && !(in_attribute && context->hasExternalSubset != 0))
        return nullptr;
    if (!text)
        remark_unknown_entity(name);
    const auto [place, is_new] = entities.try_emplace(std::string(view(name)));
    auto& [made, content] = place->second;
    content = text.value_or(std::string());
    made.type = XML_ENTITY_DECL;
    made.etype = in_attribute ? XML_INTERNAL_GENERAL_ENTITY : XML_INTERNAL_PREDEFINED_ENTITY;
    made.name = xml_chars(place->first);
    made.content = reinterpret_cast<xmlChar*>(content.data());
    made.orig = made.content;
    made.length = static_cast<int>(content.size());
    made.checked = 2; // "seen, and without '<' in it"
    return &made;
}

void XmlEventParser::State::remark_unknown_entity(const xmlChar* name) {
    remark(fmt::format("the entity &{}; is declared nowhere in this file; it is kept as written",
                       view(name)),
           context->input->line,
           0);
}

// A name that nobody knows, under an external DTD that is not read.
void XmlEventParser::State::keep_reference(const xmlChar* name) {
    add_text(fmt::format("&{};", view(name)));
    remark_unknown_entity(name);
}

void XmlEventParser::State::declare_entity(const xmlChar* name) {
    stop(fmt::format("the DOCTYPE declares the entity \"{}\"; entity declarations are not allowed: "
                     "write the text itself and remove the declaration",
                     first_code_points(view(name), 40)));
}

void XmlEventParser::State::declare_attribute(bool has_default) {
    if (has_default && ++default_attributes > max_default_attributes)
        stop(fmt::format("the DOCTYPE declares more than {} default attributes; remove it",
                         max_default_attributes));
}

void XmlEventParser::State::take_error(const xmlError& reported) {
    if (reported.code == XML_ERR_DOCUMENT_END && !namespaces.empty())
        fail("this is not well-formed XML: the document ends inside an element; is the file cut?",
             scanner.place().line,
             scanner.place().column);
    else if (view(reported.message).find("Huge input lookup") != std::string_view::npos)
        fail("a single tag, comment or CDATA section is longer than 10 MB; shorten it",
             reported.line,
             reported.int2);
    else if (reported.level == XML_ERR_FATAL)
        fail(fmt::format("this is not well-formed XML: {}", plain_text(view(reported.message))),
             reported.line,
             reported.int2);
    else if (reported.level == XML_ERR_ERROR && reported.code != XML_WAR_UNDECLARED_ENTITY)
        remark(plain_text(view(reported.message)), reported.line, reported.int2);
}

void XmlEventParser::State::fail(std::string message, int line, int column) {
    if (!error)
        error = Error(ErrorKind::InvalidInput, std::move(message), {path, line, column});
}

void XmlEventParser::State::stop(std::string message) {
    fail(std::move(message), context->input->line, context->input->col);
    xmlStopParser(context);
}

void XmlEventParser::State::remark(std::string_view message, int line, int column) {
    if (remarks.size() < max_remarks)
        remarks.emplace_back(
            ErrorKind::InvalidInput, repair_utf8(message), SourcePosition{path, line, column});
}

XmlEventParser::XmlEventParser(std::string_view shown_path)
    : state_(std::make_unique<State>(shown_path)) {}

XmlEventParser::XmlEventParser(XmlEventParser&&) noexcept = default;
XmlEventParser& XmlEventParser::operator=(XmlEventParser&&) noexcept = default;
XmlEventParser::~XmlEventParser() = default;

void XmlEventParser::feed(std::string_view bytes, bool last) {
    if (!state_->error)
        state_->feed(bytes, last);
}

std::deque<XmlEvent>& XmlEventParser::events() {
    return state_->events;
}

const std::optional<Error>& XmlEventParser::error() const {
    return state_->error;
}

const std::vector<Error>& XmlEventParser::remarks() const {
    return state_->remarks;
}

std::uint64_t XmlEventParser::fed_bytes() const {
    return state_->fed;
}

} // namespace praxis::schemas
