// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#include "base/log.h"
#include "server/config.h"
#include "server/http/http_server.h"
#include "server/http/refresher.h"
#include "server/http/site.h"
#include "server/http/version.h"

#include <fmt/format.h>
#include <sys/resource.h>
#include <unistd.h>

#include <csignal>
#include <cstdio>
#include <cstdlib>

namespace praxis::http {

namespace {

int exit_status_of(ErrorKind kind) {
    switch (kind) {
    case ErrorKind::InvalidInput:
        return 2;
    case ErrorKind::NotFound:
    case ErrorKind::Unavailable:
        return 3;
    case ErrorKind::Corrupt:
        return 4;
    default:
        return 1;
    }
}

int complain(const Error& error, int status) {
    fmt::print(stderr, "praxis-server: {}\n", error.what());
    return status;
}

Environment environment() {
    Environment all;
    for (char** entry = environ; *entry != nullptr; ++entry) {
        const std::string_view text = *entry;
        const std::size_t equals = std::min(text.find('='), text.size());
        all.emplace_back(text.substr(0, equals), text.substr(std::min(equals + 1, text.size())));
    }
    return all;
}

// Each connection needs a descriptor, and each generation some.
void allow_many_descriptors() {
    rlimit limit{};
    if (::getrlimit(RLIMIT_NOFILE, &limit) == 0) {
        limit.rlim_cur = limit.rlim_max;
        ::setrlimit(RLIMIT_NOFILE, &limit);
    }
}

// Called before any thread starts, so that every thread leaves these signals to sigwait.
sigset_t block_stop_signals() {
    sigset_t signals;
    ::sigemptyset(&signals);
    for (const int signal : {SIGTERM, SIGINT, SIGQUIT})
        ::sigaddset(&signals, signal);
    ::pthread_sigmask(SIG_BLOCK, &signals, nullptr);
    ::signal(SIGPIPE, SIG_IGN);
    return signals;
}

void announce(const HttpServer::Options& options, std::uint16_t port) {
    const bool v6 = options.host.find(':') != std::string::npos;
    fmt::print("praxis-server listens on http://{}{}{}:{}\n",
               v6 ? "[" : "",
               options.host,
               v6 ? "]" : "",
               port);
    std::fflush(stdout);
}

int serve(const ServerConfig& config) {
    const sigset_t signals = block_stop_signals();
    const auto searcher = search::Searcher::open(config.searcher);
    if (!searcher)
        return complain(searcher.error(),
                        searcher.error().kind() == ErrorKind::Conflict
                            ? 4 // made by another analysis
                            : exit_status_of(searcher.error().kind()));
    Site site(**searcher, config.site);
    const auto server = HttpServer::listen(config.http, site);
    if (!server)
        return complain(server.error(), 3);
    site.watch_connections([&] { return (*server)->connections(); });
    const Refresher refresher(**searcher, config.refresh_interval);
    (*server)->start();
    announce(config.http, (*server)->port());

    int signal = 0;
    ::sigwait(&signals, &signal);
    ::pthread_sigmask(SIG_UNBLOCK, &signals, nullptr); // a second one ends the program at once
    log_event(LogLevel::Info, "draining", {});
    site.stop_being_ready();
    if (!(*server)->stop()) {
        log_event(LogLevel::Warning, "stopped-with-requests-running", {});
        std::_Exit(EXIT_SUCCESS);
    }
    log_event(LogLevel::Info, "stopped", {});
    return EXIT_SUCCESS;
}

int run(std::span<const std::string> arguments) {
    if (asks_for(arguments, "--help") || asks_for(arguments, "-h")) {
        fmt::print("{}", help_text());
        return EXIT_SUCCESS;
    }
    if (asks_for(arguments, "--version")) {
        fmt::print("praxis-server {}\n", program_version());
        return EXIT_SUCCESS;
    }
    const auto config = read_config(arguments, environment());
    if (!config)
        return complain(config.error(), 2);
    allow_many_descriptors();
    return serve(*config);
}

} // namespace

} // namespace praxis::http

int main(int count, char** arguments) {
    ::setenv("LC_ALL", "C.UTF-8", 1); // before any library looks at it
    try {
        const std::vector<std::string> rest(arguments + std::min(count, 1), arguments + count);
        return praxis::http::run(rest);
    } catch (const std::exception& error) {
        fmt::print(stderr, "praxis-server: {}\n", error.what());
        return EXIT_FAILURE;
    }
}
