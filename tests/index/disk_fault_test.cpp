// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#include "base/process.h"
#include "index/folder/disk.h"
#include "index/verify.h"

#include <boost/test/unit_test.hpp>
#include <sys/resource.h>

#include "tests/index/counted_faults.h"
#include "tests/index/tiny_index.h"

#include <csignal>
#include <stdexcept>

using namespace praxis;
using namespace praxis::index;
using namespace praxis::tests;

namespace {

using Contents = std::map<std::string, std::string>;

const Change change{.put = {{"a", "new"}, {"b", "new"}}, .removed = {"c"}};
const Contents before{{"a", "old"}, {"c", "old"}};
const Contents after{{"a", "new"}, {"b", "new"}};

// Runs one publish under the faults; returns its Error, or nothing when it was published.
std::optional<Error> failure_of_publish(TinyIndex& index, DiskFaults& faults) {
    StoreOptions options = index.options();
    options.disk.faults = &faults;
    auto store = GenerationStore::open(index.path(), options);
    if (!store)
        return store.error();
    const auto published = publish(*store, change);
    return published ? std::nullopt : std::optional(published.error());
}

} // namespace

BOOST_TEST_DONT_PRINT_LOG_VALUE(Contents)

BOOST_AUTO_TEST_SUITE(disk_fault_suite)

// Foundations B2: stock Lucene++ says OK here and loses publications. One fault at each call that a
// publish makes: the old generation stays, whole, and the next publish succeeds.
BOOST_AUTO_TEST_CASE(publishes_all_or_nothing_whichever_call_fails) {
    auto index = std::make_unique<TinyIndex>();
    index->publish({.put = before});
    int failed = 0;
    bool is_over = false;
    for (int nth = 1; !is_over; ++nth) {
        FailNth faults(nth, ENOSPC);
        const auto error = failure_of_publish(*index, faults);
        is_over = !faults.has_failed();
        failed += error ? 1 : 0;
        BOOST_TEST((!error || error->kind() == ErrorKind::NoSpace),
                   "call " << nth << " (" << faults.failed()
                           << "): " << (error ? error->what() : ""));
        BOOST_TEST(index->contents() == (error ? before : after), "call " << nth);
        if (error && nth % 8 != 0) // the next publish finds what this one left
            continue;
        index->publish(change);
        BOOST_TEST(index->contents() == after, "call " << nth);
        index = std::make_unique<TinyIndex>();
        index->publish({.put = before});
    }
    BOOST_TEST_MESSAGE(failed << " calls failed");
    BOOST_TEST(failed > 30); // else the hook is not asked
}

// Foundations B2, a real limit of the system instead of the hook.
BOOST_AUTO_TEST_CASE(says_that_there_is_no_space_when_files_may_not_grow) {
    TinyIndex index;
    index.publish({.put = before});
    const auto end = must(run_in_child([&]() -> std::string {
        ::signal(SIGXFSZ, SIG_IGN);
        const rlimit limit{.rlim_cur = 64 * 1024, .rlim_max = 64 * 1024};
        ::setrlimit(RLIMIT_FSIZE, &limit);
        auto store = index.store();
        Change big;
        for (int i = 0; i < 3000; ++i)
            big.put["p" + std::to_string(i)] = "title number " + std::to_string(i * i);
        const auto published = publish(store, big);
        return published ? "published" : std::string(name_of(published.error().kind()));
    }));
    BOOST_TEST(end.text == "no-space");
    BOOST_TEST(index.contents() == before);
    BOOST_TEST(verify(index.path()).sound());
    index.publish(change);
    BOOST_TEST(index.contents() == after);
}

BOOST_AUTO_TEST_CASE(writes_nothing_below_the_floor_of_free_space) {
    TinyIndex index;
    index.publish({.put = before});
    StoreOptions options = index.options();
    options.disk.free_space_floor = ~0ULL;
    auto store = must(GenerationStore::open(index.path(), options));
    const auto published = publish(store, change);
    BOOST_TEST_REQUIRE(!published.has_value());
    BOOST_TEST((published.error().kind() == ErrorKind::NoSpace));
    BOOST_TEST(published.error().message().find("make room") != std::string::npos);
    BOOST_TEST(index.contents() == before);
}

// Foundations A7: an exception that is not Lucene++'s, from inside addDocument or commit, leaves
// its writer deadlocked. Without `guarded` around our callbacks this child does not end in time.
BOOST_AUTO_TEST_CASE(survives_foreign_exceptions_inside_callbacks) {
    for (int nth = 1; nth < 60; nth += 3) {
        TinyIndex index;
        index.publish({.put = before});
        const auto end = must(run_in_child(
            [&]() -> std::string {
                ThrowAtNth faults(nth);
                const auto error = failure_of_publish(index, faults);
                index.publish(change); // the same process goes on
                return error ? "failed" : "published";
            },
            {.processor = std::chrono::seconds(30), .wall = std::chrono::seconds(60)}));
        BOOST_TEST((end.text == "failed" || end.text == "published" ||
                    (end.how == ChildEnd::How::Threw && end.text == "thrown by a test")),
                   "call " << nth << ": " << end.described());
        index.publish(change);
        BOOST_TEST(index.contents() == after);
    }
}

BOOST_AUTO_TEST_SUITE_END()
