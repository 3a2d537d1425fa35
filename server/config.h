// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "base/result.h"
#include "server/http/http_server.h"
#include "server/http/site.h"
#include "server/search/searcher.h"

#include <functional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace praxis::http {

// How the server is set up: flags over environment over file over these defaults.
//
// The settings are one table (settings.h). `--name value`,
// PRAXIS_SERVER_NAME and `name = value` in the file are the same setting.
//
// Errors:   InvalidInput for an unknown setting (with the nearest known one) or a bad value, each
//           saying where it stands; NotFound and Unavailable for the file.
// Threads:  Immutable
struct ServerConfig {
    search::SearcherOptions searcher;
    HttpServer::Options http{"127.0.0.1", 8080, {}};
    Site::Options site;
    std::chrono::milliseconds refresh_interval{200};
};

using Environment = std::vector<std::pair<std::string, std::string>>;

// `arguments` without the program's name; of `environment` only PRAXIS_SERVER_… is read.
Result<ServerConfig> read_config(std::span<const std::string> arguments,
                                 const Environment& environment);

// Whether the arguments ask for help or the version; then nothing else counts.
bool asks_for(std::span<const std::string> arguments, std::string_view flag);

// The text of --help.
std::string help_text();

} // namespace praxis::http
