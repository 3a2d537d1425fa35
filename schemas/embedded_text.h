// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <string_view>

namespace praxis::schemas {

// A file of schemas/ as it was when the program was built, by its name; empty for a name that is
// not embedded (schemas/CMakeLists.txt lists them). So a program needs no installed files.
//
// Threads:  Immutable
std::string_view embedded_text(std::string_view name);

} // namespace praxis::schemas
