// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "schemas/xml.h"

#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace praxis::schemas {

// A RELAX NG grammar, seen simply: what each element may hold, wherever it stands.
//
// Validators say that something is wrong; this says what: the misspelt name and the name that was
// meant, the attribute that is missing, the words that are allowed. It finds the common mistakes
// and none that is not one: orders and combinations are left to the validator. Where a grammar
// puts an <a:documentation> beside a pattern, that says what a value must be.
//
// Shapes:   two elements of one name are taken together; open name classes allow everything.
// Errors:   InvalidInput, at the element, in document order.
// Threads:  Immutable
class XmlShapes {
public:
    explicit XmlShapes(const XmlNode& grammar);

    // What is wrong in a document; empty where the grammar has to decide.
    std::vector<Error> explain(const XmlNode& root, std::string_view path) const;

private:
    struct Attribute {
        bool is_required = false;
        std::vector<std::string> choices; // the only values, if any are named
        std::string type;                 // of its data: "decimal", "boolean", ... or empty
        std::string pattern;              // of its data, or empty
        std::string wanted;               // the pattern in words (a:documentation), or empty
    };

    struct Shape {
        std::map<std::string, Attribute, std::less<>> attributes;
        std::vector<std::set<std::string>> one_of; // attributes of which one must be there
        std::set<std::string, std::less<>> children;
        std::set<std::string> needed; // of the children
        bool has_text = false;
        bool is_open = false; // takes any attribute or element
    };

    struct Walk;
    struct Report;

    void add_element(const XmlNode& pattern);
    void add_pattern(Walk& walk, const XmlNode& pattern, bool is_required);
    void add_attribute(Walk& walk, const XmlNode& pattern, bool is_required);
    static void add_alternatives(Walk& walk, const XmlNode& choice);
    void add_content(Attribute& attribute, const XmlNode& content, int depth) const;
    void merge(const std::string& name, Shape shape);

    void explain_element(Report& report, const XmlNode& node) const;
    static void explain_missing(Report& report, const XmlNode& node, const Shape& shape);
    void explain_attributes(Report& report, const XmlNode& node, const Shape& shape) const;
    static void explain_value(Report& report,
                              const XmlNode& node,
                              std::string_view key,
                              const std::string& value,
                              const Attribute& attribute);
    void explain_child(Report& report, const XmlNode& parent, const XmlNode& child) const;

    std::string name_space_;
    // While the grammar is read: its defines, and the element patterns that were met.
    std::map<std::string, const XmlNode*, std::less<>> defines_;
    std::set<const XmlNode*> elements_;
    std::set<std::string, std::less<>> roots_;
    std::map<std::string, Shape, std::less<>> shapes_;
};

} // namespace praxis::schemas
