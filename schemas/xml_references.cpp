// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#include "schemas/xml_references.h"

#include "base/utf8.h"

#include <libxml/HTMLparser.h>

#include <algorithm>

namespace praxis::schemas {

std::optional<std::string> html_entity(const std::string& name) {
    const htmlEntityDesc* known = htmlEntityLookup(reinterpret_cast<const xmlChar*>(name.c_str()));
    if (known == nullptr)
        return std::nullopt;
    std::string text;
    append_utf8(text, static_cast<char32_t>(known->value));
    return text;
}

std::string without_references(std::string_view value) {
    std::string text;
    while (true) {
        const std::size_t reference = value.find('&');
        text.append(value.substr(0, reference));
        if (reference == std::string_view::npos)
            return text;
        value.remove_prefix(reference + 1);
        const std::string name(value.substr(0, value.find(';')));
        value.remove_prefix(std::min(value.size(), name.size() + 1));
        text += name == "#38" ? "&" : html_entity(name).value_or("&" + name + ";");
    }
}

} // namespace praxis::schemas
