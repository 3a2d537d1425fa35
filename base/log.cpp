// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#include "base/log.h"

#include "base/utf8.h"

#include <fmt/chrono.h>
#include <fmt/format.h>
#include <unistd.h>

#include <chrono>

namespace praxis {

std::string json_quoted(std::string_view text) {
    std::string quoted = "\"";
    for (const char c : repair_utf8(text)) {
        if (c == '"' || c == '\\') {
            quoted.push_back('\\');
            quoted.push_back(c);
        } else if (static_cast<unsigned char>(c) < 0x20 || c == 0x7F) {
            quoted += fmt::format("\\u{:04x}", static_cast<unsigned>(c));
        } else {
            quoted.push_back(c);
        }
    }
    quoted.push_back('"');
    return quoted;
}

void log_event(LogLevel level, std::string_view event, std::initializer_list<LogField> fields) {
    static constexpr std::string_view names[] = {"info", "warning", "error"};
    const auto now = std::chrono::system_clock::now();
    const auto since_second =
        std::chrono::duration_cast<std::chrono::milliseconds>(now.time_since_epoch()) % 1000;
    std::string line =
        fmt::format("{{\"time\":\"{:%Y-%m-%dT%H:%M:%S}.{:03}Z\",\"level\":\"{}\",\"event\":{}",
                    fmt::gmtime(std::chrono::system_clock::to_time_t(now)),
                    since_second.count(),
                    names[static_cast<std::size_t>(level)],
                    json_quoted(event));
    for (const auto& [name, value] : fields)
        line += fmt::format(",{}:{}", json_quoted(name), json_quoted(value));
    line += "}\n";
    // One write, so that lines of several threads and processes do not mix.
    [[maybe_unused]] const ssize_t written = ::write(STDERR_FILENO, line.data(), line.size());
}

} // namespace praxis
