// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <initializer_list>
#include <string>
#include <string_view>
#include <utility>

namespace praxis {

// The log: one JSON object a line on standard error, UTF-8, control characters escaped.
//
// {"time":"2026-11-22T09:00:00.123Z","level":"info","event":"generation-opened","number":"17"}
//
// Threads:  Thread-safe (a line is written whole)

enum class LogLevel { Info, Warning, Error };

using LogField = std::pair<std::string_view, std::string>;

void log_event(LogLevel level, std::string_view event, std::initializer_list<LogField> fields = {});

// The text as a JSON string with its quotes; malformed UTF-8 is repaired first.
std::string json_quoted(std::string_view text);

} // namespace praxis
