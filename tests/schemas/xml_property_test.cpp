// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#include "schemas/xml.h"
#include "schemas/xml_events.h"
#include "schemas/xml_tree.h"

#include <boost/test/unit_test.hpp>
#include <rapidcheck.h>

using namespace praxis;
using namespace praxis::schemas;

namespace {

// A document and what it must be read as.
struct Written {
    std::string xml;
    XmlNode expected;
};

std::string random_text() {
    return *rc::gen::element<std::string>(
        "x", "a b\n", "caf\u00E9", "\U0001F600", "'", "\"", "]]", "--", "=", "?>");
}

std::string written_text(const std::string& text) {
    switch (*rc::gen::inRange(0, 4)) {
    case 0:
        return "<![CDATA[" + text + "]]>";
    case 1:
        return "<!-- <b c='> -->" + text;
    case 2:
        return "<?p <b c='?>" + text + "<!---->";
    default:
        return text;
    }
}

std::string written_value(const std::string& text) {
    std::string value;
    for (const char c : text)
        value += c == '"' ? "&quot;" : c == '\n' ? "&#10;" : std::string(1, c);
    return value;
}

Written random_element(int depth) {
    Written element;
    element.expected.name = *rc::gen::element<std::string>("a", "b", "titre-\u00E9");
    std::string& xml = element.xml;
    xml = "<" + element.expected.name;
    for (int i = *rc::gen::inRange(0, 3); i > 0; --i) {
        const std::string key = "k" + std::to_string(i);
        const std::string value = random_text() + ">";
        xml += "\n " + key + " = \"" + written_value(value) + "\"";
        element.expected.attributes.emplace_back(key, value);
    }
    xml += ">";
    for (int i = depth == 0 ? 0 : *rc::gen::inRange(0, 4); i > 0; --i) {
        Written child = random_element(depth - 1);
        XmlNode text;
        text.text = random_text();
        xml += written_text(text.text) + child.xml;
        element.expected.children.push_back(std::move(text));
        element.expected.children.push_back(std::move(child.expected));
    }
    xml += "</" + element.expected.name + " >";
    return element;
}

bool is_equal(const XmlNode& a, const XmlNode& b) {
    return a.name == b.name && a.attributes == b.attributes && a.text == b.text &&
           std::equal(a.children.begin(),
                      a.children.end(),
                      b.children.begin(),
                      b.children.end(),
                      is_equal);
}

XmlNode parsed_in_pieces(std::string_view xml, std::size_t piece_bytes) {
    XmlEventParser parser("a.xml");
    XmlTreeBuilder tree;
    while (!xml.empty()) {
        const std::string_view piece = xml.substr(0, piece_bytes);
        xml.remove_prefix(piece.size());
        parser.feed(piece, xml.empty());
        for (XmlEvent& event : parser.events())
            tree.add(std::move(event));
        parser.events().clear();
    }
    RC_ASSERT(!parser.error().has_value());
    return tree.take();
}

} // namespace

BOOST_AUTO_TEST_SUITE(xml_property_suite)

BOOST_AUTO_TEST_CASE(reads_what_was_written_whatever_the_pieces) {
    BOOST_TEST(rc::check("pieces", [] {
        const Written document = random_element(4);
        const auto whole = parse_xml(document.xml, "a.xml");
        RC_ASSERT(whole.has_value());
        RC_ASSERT(is_equal(*whole, document.expected));
        const auto piece_bytes = *rc::gen::inRange<std::size_t>(1, 40);
        const XmlNode in_pieces = parsed_in_pieces(document.xml, piece_bytes);
        RC_ASSERT(is_equal(in_pieces, document.expected));
    }));
}

BOOST_AUTO_TEST_CASE(knows_the_place_of_every_element) {
    const std::function<void(const XmlNode&, const std::vector<std::string>&)> check =
        [&](const XmlNode& node, const std::vector<std::string>& lines) {
            if (node.is_text())
                return;
            const std::string& line = lines.at(static_cast<std::size_t>(node.line) - 1);
            std::size_t at = 0;
            for (int column = 1; column < node.column; ++column)
                for (++at; at < line.size() && (line[at] & '\xC0') == '\x80';)
                    ++at;
            RC_ASSERT(line.substr(at, node.name.size() + 1) == "<" + node.name);
            for (const XmlNode& child : node.children)
                check(child, lines);
        };
    BOOST_TEST(rc::check("places", [&] {
        const std::string xml = random_element(3).xml;
        std::vector<std::string> lines(1);
        for (const char c : xml)
            c == '\n' ? static_cast<void>(lines.emplace_back()) : lines.back().push_back(c);
        const auto root = parse_xml(xml, "a.xml");
        RC_ASSERT(root.has_value());
        check(*root, lines);
    }));
}

BOOST_AUTO_TEST_CASE(returns_for_any_bytes) {
    BOOST_TEST(rc::check("damage", [] {
        std::string xml = random_element(3).xml;
        for (int i = *rc::gen::inRange(1, 4); i > 0; --i)
            xml.insert(*rc::gen::inRange<std::size_t>(0, xml.size() + 1),
                       *rc::gen::element<std::string>("<",
                                                      "&",
                                                      "<!DOCTYPE a [",
                                                      "<!ENTITY x 'y'>",
                                                      "]>",
                                                      "<![CDATA[",
                                                      "<!--",
                                                      std::string(1, '\0'),
                                                      "\xFF",
                                                      "<?xml version='1.0' encoding='utf-7'?>"));
        const auto root = parse_xml(xml, "a.xml");
        if (!root)
            RC_ASSERT(root.error().kind() == ErrorKind::InvalidInput);
    }));
}

BOOST_AUTO_TEST_SUITE_END()
