// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <chrono>
#include <cstdint>
#include <string>
#include <string_view>

namespace praxis::indexer {

// Tells on standard error how far a long work has come: one line that renews itself on a
// terminal, one line a step elsewhere.
//
// Threads:  Thread-compatible
class Progress {
public:
    enum class Style { Shown, Silent };

    explicit Progress(Style style = Style::Shown);
    ~Progress();
    Progress(const Progress&) = delete;
    Progress& operator=(const Progress&) = delete;

    // Begins a step: "reading 3,378 files". total 0: no end is known.
    void begin(std::string_view step, std::uint64_t total);

    // So many of the total are done; `detail` counts what came of them. Shown five times a second.
    void advance(std::uint64_t done, std::string_view detail);

private:
    using Clock = std::chrono::steady_clock;

    void clear_line();

    Style style_;
    bool terminal_;
    bool line_open_ = false;
    std::string step_;
    std::uint64_t total_ = 0;
    Clock::time_point begun_;
    Clock::time_point shown_;
};

} // namespace praxis::indexer
