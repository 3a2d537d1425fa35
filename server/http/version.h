// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <string_view>

namespace praxis::http {

// The version of the program, from the build.
std::string_view program_version();

} // namespace praxis::http
