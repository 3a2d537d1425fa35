// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#include "base/process.h"

#include "base/file.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <poll.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <csignal>
#include <cstring>

namespace praxis {

namespace {

constexpr int status_of_exception = 3;

void limit(int resource, std::uint64_t soft) {
    const rlimit value{.rlim_cur = soft, .rlim_max = soft};
    ::setrlimit(static_cast<__rlimit_resource>(resource), &value);
}

// A handler of the parent's (a test runner's, a server's) would go on in the wrong process.
void take_default_signals() {
    for (const int signal : {SIGSEGV, SIGBUS, SIGFPE, SIGILL, SIGABRT, SIGXCPU, SIGTERM, SIGINT})
        ::signal(signal, SIG_DFL);
}

void apply(const ChildLimits& limits) {
    take_default_signals();
    ::prctl(PR_SET_PDEATHSIG, SIGKILL); // a child must not outlive us and keep our locks
    limit(RLIMIT_CORE, 0);
    limit(RLIMIT_CPU, static_cast<std::uint64_t>(limits.processor.count()));
    if (limits.memory_bytes != 0)
        limit(RLIMIT_AS, limits.memory_bytes);
}

// Closes every descriptor but the standard three and this one, whose new number is returned: the
// child must not hold the locks of a parent that was killed.
int keep_only(int descriptor) {
    constexpr int kept = STDERR_FILENO + 1;
    if (descriptor != kept)
        ::dup2(descriptor, kept);
    ::close_range(kept + 1, ~0U, 0);
    return kept;
}

void send(int pipe, std::string_view text) {
    while (!text.empty()) {
        const ssize_t sent = ::write(pipe, text.data(), text.size());
        if (sent < 0 && errno == EINTR)
            continue;
        if (sent < 0)
            return;
        text.remove_prefix(static_cast<std::size_t>(sent));
    }
}

// The child's whole life; nothing may unwind into the frames it inherited.
[[noreturn]] void live_as_child(int inherited_pipe,
                                const std::function<std::string()>& work,
                                const ChildLimits& limits) {
    const int pipe = keep_only(inherited_pipe);
    apply(limits);
    try {
        send(pipe, work());
        ::_exit(0);
    } catch (const std::exception& error) {
        send(pipe, error.what());
    }
    ::_exit(status_of_exception);
}

// Reads until the child closes its end; false when the time is over first.
bool receive(int pipe, std::string& text, std::chrono::steady_clock::time_point until) {
    std::array<char, 16 * 1024> buffer{};
    while (true) {
        const auto left = std::chrono::duration_cast<std::chrono::milliseconds>(
            until - std::chrono::steady_clock::now());
        if (left.count() <= 0)
            return false;
        pollfd waiting{.fd = pipe, .events = POLLIN, .revents = 0};
        if (::poll(&waiting, 1, static_cast<int>(std::min<std::int64_t>(left.count(), 60'000))) <=
            0)
            continue;
        const ssize_t got = ::read(pipe, buffer.data(), buffer.size());
        if (got == 0)
            return true;
        if (got > 0)
            text.append(buffer.data(), static_cast<std::size_t>(got));
    }
}

int wait_for(pid_t child) {
    int status = 0;
    while (::waitpid(child, &status, 0) < 0 && errno == EINTR) {
    }
    return status;
}

ChildEnd end_of(int status, bool in_time, std::string text) {
    if (!in_time)
        return {.how = ChildEnd::How::TimedOut, .text = std::move(text)};
    if (WIFSIGNALED(status))
        return {.how = ChildEnd::How::Killed, .signal = WTERMSIG(status), .text = std::move(text)};
    return {.how = WEXITSTATUS(status) == 0 ? ChildEnd::How::Returned : ChildEnd::How::Threw,
            .text = std::move(text)};
}

} // namespace

std::string ChildEnd::described() const {
    switch (how) {
    case How::Returned:
        return "returned";
    case How::Threw:
        return fmt::format("failed: {}", text);
    case How::Killed:
        return fmt::format("was killed by signal {} ({})", signal, ::strsignal(signal));
    case How::TimedOut:
        return "did not end in time";
    }
    return "ended";
}

Result<ChildEnd> run_in_child(const std::function<std::string()>& work, const ChildLimits& limits) {
    std::array<int, 2> pipe{};
    if (::pipe2(pipe.data(), O_CLOEXEC) != 0)
        return tl::unexpected(error_of_errno(errno, "make a pipe for", "a child process"));
    const pid_t child = ::fork();
    if (child == 0) {
        ::close(pipe[0]);
        live_as_child(pipe[1], work, limits);
    }
    const int why = errno;
    ::close(pipe[1]);
    if (child < 0) {
        ::close(pipe[0]);
        return tl::unexpected(error_of_errno(why, "start", "a child process"));
    }
    std::string text;
    const bool in_time = receive(pipe[0], text, std::chrono::steady_clock::now() + limits.wall);
    ::close(pipe[0]);
    if (!in_time)
        ::kill(child, SIGKILL);
    return end_of(wait_for(child), in_time, std::move(text));
}

} // namespace praxis
