// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#include "base/process.h"
#include "index/folder/file_lock.h"

#include <boost/test/unit_test.hpp>
#include <sys/wait.h>
#include <unistd.h>

#include "tests/support/temp_dir.h"

#include <csignal>
#include <fstream>

using namespace praxis;
using namespace praxis::index;
using namespace praxis::tests;

BOOST_AUTO_TEST_SUITE(file_lock_suite)

BOOST_AUTO_TEST_CASE(holds_until_it_goes_away) {
    const TempDir folder;
    const auto file = folder.path() / "lock";
    {
        const auto held = FileLock::take(file, "writing");
        BOOST_REQUIRE(held.has_value());
        const auto second = FileLock::take(folder.path() / "." / "lock", "writing the index");
        BOOST_TEST_REQUIRE(!second.has_value());
        BOOST_TEST((second.error().kind() == ErrorKind::Conflict));
        BOOST_TEST(second.error().message().find("writing the index") != std::string::npos);
    }
    BOOST_TEST(FileLock::take(file, "writing").has_value());
}

BOOST_AUTO_TEST_CASE(moves_with_its_object) {
    const TempDir folder;
    const auto file = folder.path() / "lock";
    auto first = FileLock::take(file, "x");
    const FileLock second = std::move(*first);
    BOOST_TEST(!FileLock::take(file, "x").has_value());
}

// A stale file is no obstacle: the kernel frees the lock with the process.
BOOST_AUTO_TEST_CASE(is_free_again_after_its_holder_was_killed) {
    const TempDir folder;
    const auto file = folder.path() / "lock";
    const auto ready = folder.path() / "ready";
    const pid_t child = ::fork();
    if (child == 0) {
        const auto held = FileLock::take(file, "x");
        std::ofstream(ready.string()) << (held ? "yes" : "no");
        ::pause();
        ::_exit(0);
    }
    while (!std::filesystem::exists(ready) || file_text(ready).empty())
        ::usleep(1000);
    const auto refused = FileLock::take(file, "x");
    BOOST_TEST_REQUIRE(!refused.has_value());
    BOOST_TEST(refused.error().message().find(std::to_string(child)) != std::string::npos);
    ::kill(child, SIGKILL);
    ::waitpid(child, nullptr, 0);
    BOOST_TEST(FileLock::take(file, "x").has_value());
}

BOOST_AUTO_TEST_CASE(says_when_there_is_no_folder) {
    const TempDir folder;
    const auto lock = FileLock::take(folder.path() / "none" / "lock", "x");
    BOOST_TEST_REQUIRE(!lock.has_value());
    BOOST_TEST((lock.error().kind() == ErrorKind::NotFound));
}

BOOST_AUTO_TEST_SUITE_END()
