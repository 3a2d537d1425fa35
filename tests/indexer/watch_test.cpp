// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#include "index/generation.h"
#include "indexer/watch.h"

#include <boost/test/unit_test.hpp>

#include "tests/support/temp_dir.h"

#include <condition_variable>
#include <deque>
#include <filesystem>
#include <fstream>
#include <mutex>
#include <thread>

using namespace praxis;
using namespace praxis::indexer;
using praxis::tests::TempDir;

namespace fs = std::filesystem;

namespace {

std::string page(const std::string& title) {
    return "---\ntitle: " + title + "\n---\n\nSome text.\n";
}

// A watch on a thread of its own; what it tells can be waited for.
class Watched {
public:
    Watched() {
        fs::create_directories(source());
        put("first.md", page("First"));
        options_.sync.sources = {source()};
        options_.sync.index = folder_.path() / "index";
    }

    ~Watched() { stop(); }

    fs::path source() const { return folder_.path() / "notes"; }

    void put(const std::string& path, const std::string& text) const {
        folder_.write("notes/" + path, text);
    }

    void start() {
        thread_ = std::jthread([this](const std::stop_token& stop) {
            ended_ = watch(
                options_,
                [this](const Result<SyncReport>& outcome, bool /*first*/) { take(outcome); },
                stop);
        });
    }

    // Waits for the next sync that published or failed.
    Result<SyncReport> next() {
        std::unique_lock lock(mutex_);
        told_.wait(lock, [this] { return !outcomes_.empty(); });
        Result<SyncReport> outcome = std::move(outcomes_.front());
        outcomes_.pop_front();
        return outcome;
    }

    Result<void> stop() {
        thread_.request_stop();
        if (thread_.joinable())
            thread_.join();
        return ended_;
    }

    std::uint64_t publications() const {
        return index::Generation::open(options_.sync.index).value()->manifest().publications;
    }

private:
    void take(const Result<SyncReport>& outcome) {
        if (outcome && !outcome->generation)
            return;
        const std::lock_guard lock(mutex_);
        outcomes_.push_back(outcome);
        told_.notify_all();
    }

    TempDir folder_;
    WatchOptions options_;
    std::mutex mutex_;
    std::condition_variable told_;
    std::deque<Result<SyncReport>> outcomes_;
    Result<void> ended_;
    std::jthread thread_;
};

} // namespace

BOOST_AUTO_TEST_SUITE(watch_suite)

BOOST_AUTO_TEST_CASE(publishes_what_lands_and_what_goes) {
    Watched watched;
    watched.start();
    BOOST_TEST(watched.next()->added == std::vector<std::string>{"notes/first"});
    watched.put("second.md", page("Second"));
    BOOST_TEST(watched.next()->added == std::vector<std::string>{"notes/second"});
    watched.put("2026/third.md", page("Third"));
    BOOST_TEST(watched.next()->added == std::vector<std::string>{"notes/2026/third"});
    fs::remove(watched.source() / "2026/third.md");
    const auto failed = watched.next();
    BOOST_REQUIRE(!failed);
    BOOST_TEST(failed.error().message().find("--allow-removals") != std::string::npos);
    watched.put("2026/third.md", page("Third"));
    watched.put("second.md", page("Second again"));
    BOOST_TEST(watched.next()->replaced == std::vector<std::string>{"notes/second"});
    BOOST_TEST(watched.publications() == 3);
    BOOST_TEST(watched.stop().has_value());
}

BOOST_AUTO_TEST_CASE(leaves_a_file_alone_while_it_is_written) {
    Watched watched;
    watched.start();
    BOOST_TEST(watched.next().has_value());
    std::ofstream slow(watched.source() / "slow.md");
    slow << "---\ntitle: Half" << std::flush;
    watched.put("quick.md", page("Quick"));
    BOOST_TEST(watched.next()->added == std::vector<std::string>{"notes/quick"});
    slow << " and whole\n---\n\nText.\n";
    slow.close();
    BOOST_TEST(watched.next()->added == std::vector<std::string>{"notes/slow"});
}

BOOST_AUTO_TEST_CASE(a_source_that_is_not_there_ends_it) {
    Watched watched;
    fs::remove_all(watched.source());
    watched.start();
    const auto ended = watched.stop();
    BOOST_REQUIRE(!ended);
    BOOST_TEST((ended.error().kind() == ErrorKind::Unavailable));
}

BOOST_AUTO_TEST_SUITE_END()
