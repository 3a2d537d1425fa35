// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "base/result.h"

#include <string>
#include <string_view>

namespace praxis::index {

// A JSON text with a first member "checksum" over all the rest, so that a file that people may read
// and edit cannot be damaged, or edited, unnoticed.
//
// Shapes:   the text is an object, one member a line, as nlohmann's dump(1) writes it.
// Errors:   Corrupt from `unseal`.
// Threads:  Immutable

std::string seal(std::string_view json);

// The JSON text that was sealed.
Result<std::string> unseal(std::string_view sealed);

} // namespace praxis::index
