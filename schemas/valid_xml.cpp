// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#include "schemas/valid_xml.h"

#include "schemas/embedded_text.h"

namespace praxis::schemas {

Result<XmlNode>
parse_valid_xml(std::string_view xml, std::string_view path, std::string_view grammar) {
    const auto rules = XmlGrammar::parse(embedded_text(grammar), grammar);
    if (!rules)
        return tl::unexpected<Error>(rules.error());
    if (const auto errors = rules->validate(xml, path); !errors.empty())
        return tl::unexpected<Error>(errors.front());
    return parse_xml(xml, path);
}

} // namespace praxis::schemas
