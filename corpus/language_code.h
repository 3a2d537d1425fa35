// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <string>
#include <string_view>

namespace praxis::corpus {

// A language as a source names it ("en_US", "eng", "Spanish") → BCP 47 in lower case ("en-us",
// "en", "es"); empty for what names no language.
//
// Threads:  Immutable
// Source:   RFC 5646; ISO 639-2 for the three-letter codes.
std::string language_code(std::string_view written);

} // namespace praxis::corpus
