// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#include "indexer/progress.h"

#include <fmt/format.h>
#include <unistd.h>

#include <cstdio>

namespace praxis::indexer {

namespace {

constexpr std::chrono::milliseconds between_shows{200};

std::string time_left(double elapsed, std::uint64_t done, std::uint64_t total) {
    if (done == 0 || total == 0 || elapsed < 2)
        return {};
    const double left = elapsed * static_cast<double>(total - done) / static_cast<double>(done);
    return left < 90 ? fmt::format(", {:.0f} s left", left)
                     : fmt::format(", {:.0f} min left", left / 60);
}

} // namespace

Progress::Progress(Style style) : style_(style), terminal_(::isatty(STDERR_FILENO) == 1) {}

Progress::~Progress() {
    clear_line();
}

void Progress::clear_line() {
    if (line_open_)
        fmt::print(stderr, "\r\033[K");
    line_open_ = false;
}

void Progress::begin(std::string_view step, std::uint64_t total) {
    clear_line();
    step_ = step;
    total_ = total;
    begun_ = shown_ = Clock::now();
    if (!terminal_ && style_ == Style::Shown)
        fmt::print(stderr, "{}\n", step_);
}

void Progress::advance(std::uint64_t done, std::string_view detail) {
    const auto now = Clock::now();
    if (!terminal_ || style_ == Style::Silent || now - shown_ < between_shows)
        return;
    shown_ = now;
    const double elapsed = std::chrono::duration<double>(now - begun_).count();
    fmt::print(stderr,
               "\r\033[K{}: {}{}, {:.0f} a second{}",
               step_,
               total_ > 0 ? fmt::format("{} of {}", done, total_) : fmt::format("{}", done),
               detail.empty() ? std::string() : fmt::format(", {}", detail),
               static_cast<double>(done) / elapsed,
               time_left(elapsed, done, total_));
    std::fflush(stderr);
    line_open_ = true;
}

} // namespace praxis::indexer
