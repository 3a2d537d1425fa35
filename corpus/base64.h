// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace praxis::corpus {

// Base64 as mail and old feeds write it: blanks and line ends between, padding or none.
// Nothing for text with any other character.
//
// Threads:  Immutable
// Source:   RFC 4648, section 4
std::optional<std::string> decode_base64(std::string_view text);

} // namespace praxis::corpus
