// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace praxis::schemas {

// Entity references that need no declaration: the names that HTML gives to characters.
//
// Threads:  Immutable
// Source:   HTML 4.01, section 24

// What HTML means by a name ("nbsp"), or nothing.
std::optional<std::string> html_entity(const std::string& name);

// An attribute's value as libxml2 hands it over when it replaces no entities, that is: each '&'
// begins "&#38;" or a reference. Unknown references stay as they are.
std::string without_references(std::string_view value);

} // namespace praxis::schemas
