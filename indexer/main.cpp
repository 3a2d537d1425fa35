// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#include "indexer/commands.h"
#include "indexer/options.h"

#include <fmt/format.h>
#include <pthread.h>

#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <exception>
#include <stop_token>
#include <thread>

namespace {

// Waits for Ctrl-C or SIGTERM on a thread of its own, so that no code runs inside a signal.
class Interruption {
public:
    Interruption() {
        sigemptyset(&signals_);
        sigaddset(&signals_, SIGINT);
        sigaddset(&signals_, SIGTERM);
        pthread_sigmask(SIG_BLOCK, &signals_, nullptr);
        waiter_ = std::jthread([this](const std::stop_token& ended) {
            const timespec moment{.tv_sec = 0, .tv_nsec = 100'000'000};
            while (!ended.stop_requested())
                if (sigtimedwait(&signals_, nullptr, &moment) > 0)
                    interrupted_.request_stop();
        });
    }

    std::stop_token token() const { return interrupted_.get_token(); }

private:
    sigset_t signals_{};
    std::stop_source interrupted_;
    std::jthread waiter_;
};

} // namespace

int main(int argc, char** argv) {
    // Lucene++ refuses every file under a locale that does not exist.
    ::setenv("LC_ALL", "C.UTF-8", 1);
    try {
        const std::vector<std::string> arguments(argv + 1, argv + argc);
        const auto command = praxis::indexer::parse_command_line(arguments);
        if (!command)
            return praxis::indexer::report_failure(command.error());
        const Interruption interruption;
        return praxis::indexer::run(*command, interruption.token());
    } catch (const praxis::Error& error) {
        return praxis::indexer::report_failure(error);
    } catch (const std::exception& error) {
        fmt::print(stderr, "praxis-indexer: a fault of ours: {}\n", error.what());
        return 70;
    }
}
