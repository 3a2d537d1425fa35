// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#include "index/folder/retention.h"

#include <boost/test/unit_test.hpp>

using namespace praxis::index;
using namespace std::chrono_literals;

namespace {

const std::chrono::sys_seconds noon =
    std::chrono::sys_days(std::chrono::year(2026) / 11 / 22) + std::chrono::hours(12);

using Numbers = std::set<std::uint64_t>;

// Generations published so long before noon, each in place until the next.
Numbers kept_of(const std::vector<std::chrono::seconds>& before_noon) {
    std::vector<Age> ages;
    for (const auto before : before_noon) {
        if (!ages.empty())
            ages.back().superseded = noon - before;
        ages.push_back({.number = ages.size() + 1, .published = noon - before, .superseded = noon});
    }
    return kept_for_age(ages, noon);
}

} // namespace

BOOST_AUTO_TEST_SUITE(retention_suite)

BOOST_AUTO_TEST_CASE(keeps_by_age) {
    struct Row {
        std::vector<std::chrono::seconds> before_noon;
        Numbers kept;
        const char* why;
    };

    const Row rows[] = {
        {{}, {}, "nothing to keep"},
        {{24h * 90}, {1}, "the last one is in place until now, however old"},
        {{24h * 90, 10min}, {1, 2}, "gone for 10 minutes only"},
        {{24h * 90, 20min}, {2}, "gone for 20 minutes, older than 30 days"},
        {{5min, 4min, 3min, 2min, 1min}, {1, 2, 3, 4, 5}, "every one for 15 minutes"},
        {{110min, 100min, 90min, 1min}, {3, 4}, "the last of an hour of today"},
        {{26h + 50min, 26h + 40min, 23h + 50min, 23h + 40min, 1min},
         {4, 5},
         "the last of an hour for a day; what is older only as the last of its day"},
        {{24h * 29 + 2h, 24h * 29 + 1h, 1min}, {2, 3}, "the last of a day for 30 days"},
        {{24h * 32, 24h * 31 + 13h, 20min}, {3}, "nothing beyond"},
    };
    for (const Row& row : rows)
        BOOST_TEST(kept_of(row.before_noon) == row.kept, row.why);
}

BOOST_AUTO_TEST_CASE(writes_and_reads_times) {
    BOOST_TEST(to_utc_text(noon) == "2026-11-22T12:00:00Z");
    BOOST_TEST(to_utc_text(noon + 61s) == "2026-11-22T12:01:01Z");
    BOOST_TEST((from_utc_text("2026-11-22T12:01:01Z") == noon + 61s));
    BOOST_TEST((from_utc_text("yesterday") == std::chrono::sys_seconds()));
}

BOOST_AUTO_TEST_SUITE_END()
