// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <chrono>
#include <cstdint>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace praxis::index {

// Which generations are kept for their age: each for 15 minutes after another took its place, the
// last of each hour for a day, the last of each day for 30 days.
//
// The current one, pinned ones and leased ones are kept besides; that is not decided here.
//
// Units:    hours and days are UTC.
// Threads:  Immutable

struct Age {
    std::uint64_t number = 0;
    std::chrono::sys_seconds published;
    std::chrono::sys_seconds superseded; // when the next one was published; of the last one: now
};

// `ages` ascend by number.
std::set<std::uint64_t> kept_for_age(const std::vector<Age>& ages, std::chrono::sys_seconds now);

// "2026-11-22T09:00:00Z"
std::string to_utc_text(std::chrono::sys_seconds time);

// The same back; the epoch's begin for what is no such text.
std::chrono::sys_seconds from_utc_text(std::string_view text);

} // namespace praxis::index
