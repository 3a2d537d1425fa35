// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "schemas/xml.h"

#include <functional>
#include <string>
#include <string_view>

namespace praxis::corpus {

// XML nodes as text.
//
// Threads:  Immutable

using NodeFilter = std::function<bool(const schemas::XmlNode&)>;

// The running text below a node: blanks collapsed, soft hyphens gone, without the elements that
// `leaves_out` is true for.
std::string running_text(const schemas::XmlNode& node, const NodeFilter& leaves_out = nullptr);

// The running text of the first child of that name; empty if there is none.
std::string child_text(const schemas::XmlNode& node, std::string_view child);

// What stands inside a node as markup again, for XML that carries (X)HTML.
std::string inner_markup(const schemas::XmlNode& node);

// The first element below a node, in document order, with that name; or null.
const schemas::XmlNode* find_below(const schemas::XmlNode& node, std::string_view name);

bool has_child_elements(const schemas::XmlNode& node);

} // namespace praxis::corpus
