// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace praxis::http {

// Percent-encoding, both ways, once.
//
// Threads:  Immutable
// Source:   RFC 3986, 2.1; the "+" of forms: WHATWG URL, application/x-www-form-urlencoded

// What "+" means: itself in a path, a blank in a query.
enum class Plus { Literal, Blank };

// Nothing if a percent sign is not followed by two hexadecimal digits.
std::optional<std::string> percent_decode(std::string_view encoded, Plus plus);

// Letters, digits and "-._~" stay; `also` stays too.
std::string percent_encode(std::string_view text, std::string_view also = "");

} // namespace praxis::http
