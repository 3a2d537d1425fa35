// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <string>
#include <string_view>

namespace praxis::http {

// A creator as reference managers want it: a person in parts, or a body as it is written.
//
// Sources give names as they print them. Only a name that is surely a person's is taken apart:
// a body that is cut into family and given name is worse than a person that is not.
//
// Shapes:   either `literal`, or `family` and `given`; one line each.
// Threads:  Immutable
struct CitedName {
    std::string literal; // "City of Norfolk"
    std::string family;  // "de Sousa"
    std::string given;   // "Nídia"
    std::string suffix;  // "Jr."

    bool operator==(const CitedName&) const = default;

    bool is_person() const { return literal.empty(); }

    // "de Sousa, Nídia", "Roe, Richard, Jr." or the literal.
    std::string inverted() const;
};

CitedName cited_name(std::string_view printed);

} // namespace praxis::http
