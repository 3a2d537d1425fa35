// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#include "server/http/process_metrics.h"

#include "server/http/metrics.h"

#include <fmt/format.h>
#include <sys/resource.h>
#include <unistd.h>

#include <chrono>
#include <cstdint>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <optional>

namespace praxis::http {

namespace {

std::optional<std::uint64_t> resident_bytes() {
    std::ifstream file("/proc/self/statm");
    std::uint64_t whole = 0;
    std::uint64_t resident = 0;
    if (!(file >> whole >> resident))
        return std::nullopt;
    return resident * static_cast<std::uint64_t>(::sysconf(_SC_PAGESIZE));
}

std::optional<std::uint64_t> open_files() {
    std::error_code error;
    std::filesystem::directory_iterator entries("/proc/self/fd", error);
    std::uint64_t number = 0;
    for (; !error && entries != std::filesystem::directory_iterator(); entries.increment(error))
        ++number;
    return error ? std::nullopt : std::optional(number);
}

double processor_seconds() {
    rusage usage{};
    ::getrusage(RUSAGE_SELF, &usage);
    const auto seconds = [](const timeval& time) {
        return static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_usec) / 1e6;
    };
    return seconds(usage.ru_utime) + seconds(usage.ru_stime);
}

// Close enough to when the process began: this is initialised before main.
const std::int64_t started = std::chrono::duration_cast<std::chrono::seconds>(
                                 std::chrono::system_clock::now().time_since_epoch())
                                 .count();

} // namespace

void write_process_metrics(std::string& text) {
    write_metric(text,
                 "gauge",
                 "process_start_time_seconds",
                 "When the process began, in seconds since 1970.",
                 static_cast<std::uint64_t>(started));
    if (const auto bytes = resident_bytes())
        write_metric(
            text, "gauge", "process_resident_memory_bytes", "Resident memory in bytes.", *bytes);
    if (const auto files = open_files())
        write_metric(text, "gauge", "process_open_fds", "Open file descriptors.", *files);
    text += "# HELP process_cpu_seconds_total Processor time in seconds.\n"
            "# TYPE process_cpu_seconds_total counter\n";
    fmt::format_to(
        std::back_inserter(text), "process_cpu_seconds_total {:.2f}\n", processor_seconds());
}

} // namespace praxis::http
