// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "server/config.h"

#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace praxis::http {

// The settings of the server, as a table: name, what it takes, what it means, how it is read.
//
// Threads:  Immutable
struct Setting {
    // What is wrong with a value ("must be yes or no"), or nothing.
    using Flaw = std::optional<std::string>;

    std::string_view name;
    std::string_view takes;
    std::string_view meaning;
    Flaw (*apply)(ServerConfig& config, std::string_view value);
};

std::span<const Setting> settings();

// The setting of that name, or null.
const Setting* find_setting(std::string_view name);

} // namespace praxis::http
