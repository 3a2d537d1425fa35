// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "schemas/library.h"

#include <string>
#include <vector>

namespace praxis::tests {

// A library with a few text fields and nothing else; other fields, another analysis.
inline schemas::Library tiny_library(const std::vector<std::string>& fields = {"title", "body"}) {
    std::string xml = "<library xmlns=\"urn:praxis:library\" name=\"Tiny\"><fields>";
    for (const std::string& field : fields)
        xml += "<field name=\"" + field + "\" label=\"" + field + "\" property=\"" + field + "\"/>";
    return schemas::parse_library(xml + "</fields></library>", {}).value();
}

} // namespace praxis::tests
