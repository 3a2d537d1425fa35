// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#include "server/config.h"

#include "base/file.h"
#include "base/nearest.h"
#include "base/utf8.h"
#include "server/settings.h"

#include <fmt/format.h>

#include <algorithm>
#include <optional>
#include <thread>

namespace praxis::http {

namespace {

constexpr std::string_view environment_prefix = "PRAXIS_SERVER_";
constexpr std::uint64_t max_config_bytes = 1024 * 1024;

// One setting with the place it was found at, which errors begin with.
struct Given {
    std::string name;
    std::string value;
    std::string written; // as the administrator wrote it: "--listne"
    SourcePosition position{};
};

// A setting's name in the form in which the administrator wrote another one.
std::string written_like(std::string_view written, std::string_view name) {
    if (written.starts_with("--"))
        return "--" + std::string(name);
    if (!written.starts_with(environment_prefix))
        return std::string(name);
    std::string variable(environment_prefix);
    for (const char c : name)
        variable += c == '-' ? '_' : static_cast<char>(c - 'a' + 'A');
    return variable;
}

tl::unexpected<Error> unknown_setting(const Given& given) {
    std::vector<std::string_view> known = {"config"};
    for (const Setting& setting : settings())
        known.push_back(setting.name);
    const std::string_view nearest = nearest_word(given.name, known);
    const std::string advice =
        nearest.empty() ? "'praxis-server --help' lists what there is"
                        : fmt::format("did you mean {}?", written_like(given.written, nearest));
    return failure(ErrorKind::InvalidInput,
                   fmt::format("unknown setting {}; {}", given.written, advice),
                   given.position);
}

Result<void> apply(ServerConfig& config, const Given& given) {
    const Setting* setting = find_setting(given.name);
    if (setting == nullptr)
        return unknown_setting(given);
    if (const Setting::Flaw flaw = setting->apply(config, given.value))
        return failure(ErrorKind::InvalidInput,
                       fmt::format("{} is '{}', but it {}", given.written, given.value, *flaw),
                       given.position);
    return {};
}

Result<std::vector<Given>> read_arguments(std::span<const std::string> arguments) {
    std::vector<Given> all;
    for (std::size_t at = 0; at < arguments.size(); ++at) {
        const std::string_view argument = arguments[at];
        if (!argument.starts_with("--"))
            return failure(ErrorKind::InvalidInput,
                           fmt::format("'{}' is not expected here; settings begin with --, such as "
                                       "--index DIR",
                                       argument));
        const std::size_t equals = std::min(argument.find('='), argument.size());
        Given given{std::string(argument.substr(2, equals - 2)),
                    {},
                    std::string(argument.substr(0, equals))};
        if (find_setting(given.name) == nullptr && given.name != "config")
            return unknown_setting(given);
        if (equals < argument.size())
            given.value = argument.substr(equals + 1);
        else if (++at < arguments.size())
            given.value = arguments[at];
        else
            return failure(ErrorKind::InvalidInput,
                           fmt::format("{} needs a value after it", argument));
        all.push_back(std::move(given));
    }
    return all;
}

std::vector<Given> read_environment(const Environment& environment) {
    std::vector<Given> all;
    for (const auto& [variable, value] : environment) {
        if (!variable.starts_with(environment_prefix))
            continue;
        std::string name =
            to_lower_ascii(std::string_view(variable).substr(environment_prefix.size()));
        std::ranges::replace(name, '_', '-');
        all.push_back({std::move(name), value, variable});
    }
    return all;
}

Result<std::vector<Given>> parse_config_file(const std::string& path, std::string_view text) {
    std::vector<Given> all;
    int number = 0;
    while (!text.empty()) {
        const std::size_t end = std::min(text.find('\n'), text.size());
        const std::string_view line = trim(text.substr(0, end));
        text.remove_prefix(std::min(end + 1, text.size()));
        const SourcePosition position{path, ++number, 0};
        if (line.empty() || line.starts_with('#'))
            continue;
        const std::size_t equals = line.find('=');
        if (equals == std::string_view::npos)
            return failure(ErrorKind::InvalidInput, "a line must be 'name = value'", position);
        const std::string name(trim(line.substr(0, equals)));
        all.push_back({name, std::string(trim(line.substr(equals + 1))), name, position});
    }
    return all;
}

Result<std::vector<Given>> read_config_file(const std::string& path) {
    const auto text = read_file(path, max_config_bytes);
    if (!text)
        return tl::unexpected(text.error());
    return parse_config_file(path, *text);
}

// Takes the settings of one name out; the last one counts.
std::optional<std::string> take(std::vector<Given>& all, std::string_view name) {
    std::optional<std::string> value;
    for (const Given& given : all)
        if (given.name == name)
            value = given.value;
    std::erase_if(all, [&](const Given& given) { return given.name == name; });
    return value;
}

} // namespace

bool asks_for(std::span<const std::string> arguments, std::string_view flag) {
    return std::ranges::find(arguments, flag) != arguments.end();
}

Result<ServerConfig> read_config(std::span<const std::string> arguments,
                                 const Environment& environment) {
    auto flags = read_arguments(arguments);
    if (!flags)
        return tl::unexpected(flags.error());
    std::vector<Given> variables = read_environment(environment);
    auto file = take(variables, "config");
    if (auto named = take(*flags, "config"))
        file = std::move(named);
    std::vector<Given> all;
    if (file) {
        auto lines = read_config_file(*file);
        if (!lines)
            return tl::unexpected(lines.error());
        all = std::move(*lines);
    }
    std::ranges::move(variables, std::back_inserter(all));
    std::ranges::move(*flags, std::back_inserter(all));
    ServerConfig config;
    config.site.running = 4 * std::max<std::size_t>(1, std::thread::hardware_concurrency());
    for (const Given& given : all)
        if (auto applied = apply(config, given); !applied)
            return tl::unexpected(applied.error());
    if (config.searcher.index.empty())
        return failure(ErrorKind::InvalidInput,
                       "which index? Say --index DIR; 'praxis-server --help' tells more");
    return config;
}

std::string help_text() {
    std::string text = R"(praxis-server --index DIR [settings]

Answers searches over an index that praxis-indexer keeps, as JSON and as pages.

  praxis-server --index /var/lib/praxis
  praxis-server --index /var/lib/praxis --listen 0.0.0.0:80 --connections 1000
  praxis-server --config /etc/praxis/server.conf
  curl 'http://127.0.0.1:8080/v1/search?q=fire+merger'

It follows the index by itself and never writes to it. SIGTERM lets running requests finish and
ends it; a second one ends it at once.

)";
    for (const Setting& setting : settings())
        text += fmt::format(
            "  {:<34}{}\n", fmt::format("--{} {}", setting.name, setting.takes), setting.meaning);
    text +=
        fmt::format("  {:<34}{}\n", "--config FILE", "lines of 'name = value'; # begins a comment");
    text += fmt::format("  {:<34}{}\n", "--version", "the version");
    text += R"(
Every setting can stand in the file as 'listen = 0.0.0.0:80', in the environment as
PRAXIS_SERVER_LISTEN=0.0.0.0:80, or here; the later of these wins.

Exit status: 0 stopped; 2 wrong usage or configuration; 3 no index there, or the address is taken;
4 the index is damaged or made by another analysis; 1 anything else.
)";
    return text;
}

} // namespace praxis::http
