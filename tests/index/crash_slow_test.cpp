// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

// Counted loops of what happens once in a year: processes killed at any moment, disks failing at
// any call, memory running out. Seeds are printed; PRAXIS_SEED sets one, PRAXIS_ROUNDS the count.
// The counts that were obtained stand in docs/robustness.md.

#include "base/process.h"
#include "index/generation_store.h"
#include "index/history.h"
#include "index/lucene/text_index_writer.h"
#include "index/verify.h"

#include <boost/test/unit_test.hpp>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include "tests/index/counted_faults.h"
#include "tests/index/tiny_index.h"
#include "tests/support/random_run.h"

#include <atomic>
#include <cerrno>
#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <random>
#include <thread>

using namespace praxis;
using namespace praxis::index;
using namespace praxis::tests;

namespace {

std::mt19937 seeded() {
    return std::mt19937(static_cast<unsigned>(run_seed()));
}

int between(std::mt19937& random, int low, int high) {
    return std::uniform_int_distribution(low, high)(random);
}

// What publish `round` changes: all of it follows from the number, so that the contents of any
// generation can be told from its number of rounds.
Change change_of(std::uint64_t round) {
    Change change;
    for (std::uint64_t i = 0; i < 40; ++i)
        change.put["p" + std::to_string((round * 37 + i * 11) % 500)] =
            "round " + std::to_string(round) + " word" + std::to_string(i * round % 1000);
    change.removed.insert("p" + std::to_string(round * 7 % 500));
    for (const std::string& id : change.removed)
        change.put.erase(id);
    return change;
}

using Contents = std::map<std::string, std::string>;

Contents contents_after(std::uint64_t rounds) {
    Contents contents;
    for (std::uint64_t round = 1; round <= rounds; ++round) {
        const Change change = change_of(round);
        for (const auto& [id, title] : change.put)
            contents[id] = title;
        for (const std::string& id : change.removed)
            contents.erase(id);
    }
    return contents;
}

// The rounds that a generation holds: the publish of round r says `rejected` = r.
std::uint64_t round_of(const TinyIndex& index) {
    const auto current = Generation::current_number(index.path());
    return current ? index.open()->manifest().rejected : 0;
}

Result<Manifest> publish_round(GenerationStore& store, std::uint64_t round) {
    auto transaction = store.begin(tiny_library());
    if (!transaction)
        return tl::unexpected(transaction.error());
    if (auto applied = apply(*transaction, change_of(round)); !applied)
        return tl::unexpected(applied.error());
    return transaction->publish({.added = 0, .replaced = 0, .removed = 0, .rejected = round});
}

// Memory that parent and child share, to tell which publish was acknowledged.
class SharedCounter {
public:
    SharedCounter()
        : memory_(::mmap(nullptr,
                         sizeof(std::atomic<std::uint64_t>),
                         PROT_READ | PROT_WRITE,
                         MAP_SHARED | MAP_ANONYMOUS,
                         -1,
                         0)),
          value_(new (memory_) std::atomic<std::uint64_t>(0)) {}

    SharedCounter(const SharedCounter&) = delete;
    SharedCounter& operator=(const SharedCounter&) = delete;

    ~SharedCounter() { ::munmap(memory_, sizeof(std::atomic<std::uint64_t>)); }

    std::atomic<std::uint64_t>& value() { return *value_; }

private:
    void* memory_;
    std::atomic<std::uint64_t>* value_;
};

// Publishes round after round until it is killed; ends by itself only when something is wrong.
[[noreturn]] void publish_until_killed(TinyIndex& index,
                                       std::uint64_t round,
                                       std::atomic<std::uint64_t>& acknowledged) {
    ::prctl(PR_SET_PDEATHSIG, SIGKILL);
    auto store = GenerationStore::open(index.path(), index.options());
    auto published =
        store ? publish_round(*store, round) : Result<Manifest>(tl::unexpected(store.error()));
    for (; published; published = publish_round(*store, round)) {
        index.wait(std::chrono::minutes(7)); // so that generations expire too
        acknowledged = round++;
    }
    std::fprintf(stderr, "round %d: %s\n", static_cast<int>(round), published.error().what());
    ::_exit(1);
}

std::string error_of(const auto& result) {
    return result ? std::string("no error") : result.error().what();
}

} // namespace

BOOST_TEST_DONT_PRINT_LOG_VALUE(Contents)

BOOST_AUTO_TEST_SUITE(crash_slow_suite)

// After each kill the index holds the last acknowledged publish or the one in flight, whole.
BOOST_AUTO_TEST_CASE(survives_kills_at_any_moment) {
    std::mt19937 random = seeded();
    TinyIndex index;
    SharedCounter acknowledged;
    const int kills = static_cast<int>(run_rounds(100));
    int in_flight_won = 0;
    for (int kill = 0; kill < kills; ++kill) {
        const std::uint64_t start = round_of(index);
        acknowledged.value() = start;
        const pid_t child = ::fork();
        if (child == 0)
            publish_until_killed(index, start + 1, acknowledged.value());
        std::this_thread::sleep_for(std::chrono::milliseconds(between(random, 5, 400)));
        BOOST_REQUIRE(::kill(child, SIGKILL) == 0);
        int status = 0;
        ::waitpid(child, &status, 0);
        BOOST_REQUIRE(WIFSIGNALED(status)); // it did not give up by itself
        const std::uint64_t now = round_of(index);
        const std::uint64_t told = acknowledged.value();
        BOOST_REQUIRE_MESSAGE(now == told || now == told + 1,
                              "acknowledged " << told << ", found " << now);
        in_flight_won += now > told ? 1 : 0;
        if (now == 0)
            continue;
        BOOST_REQUIRE(index.contents() == contents_after(now));
        if (kill % 10 == 9)
            BOOST_REQUIRE(verify(index.path()).sound());
        index.wait(std::chrono::minutes(20));
    }
    BOOST_TEST_MESSAGE(kills << " kills survived, " << round_of(index) << " publishes, "
                             << in_flight_won << " kills between CURRENT and the acknowledgement");
    BOOST_TEST(verify(index.path()).sound());
}

// Any call may fail, once or from then on, with any of the codes a disk has.
BOOST_AUTO_TEST_CASE(survives_faults_at_any_call) {
    std::mt19937 random = seeded();
    const int codes[] = {ENOSPC, EIO, EDQUOT, EFBIG, EROFS};
    TinyIndex index;
    const int rounds = static_cast<int>(run_rounds(300));
    std::uint64_t published = 0;
    int failed = 0;
    for (int round = 0; round < rounds; ++round) {
        FailNth faults(
            between(random, 1, 150), codes[between(random, 0, 4)], between(random, 0, 1) == 1);
        StoreOptions options = index.options();
        options.disk.faults = &faults;
        auto store = GenerationStore::open(index.path(), options);
        const auto done = store ? publish_round(*store, published + 1)
                                : Result<Manifest>(tl::unexpected(store.error()));
        published += done ? 1 : 0;
        failed += done ? 0 : 1;
        BOOST_TEST((done || done.error().kind() == ErrorKind::NoSpace ||
                    done.error().kind() == ErrorKind::Unavailable),
                   faults.failed() << ": " << error_of(done));
        BOOST_REQUIRE_MESSAGE(round_of(index) == published,
                              "fault at " << faults.failed() << ", found " << round_of(index)
                                          << ", published " << published);
        if (round % 10 == 0 && published > 0)
            BOOST_REQUIRE(index.contents() == contents_after(published));
        index.wait(std::chrono::minutes(7));
    }
    BOOST_TEST_MESSAGE(failed << " faults injected, " << published << " publishes");
    BOOST_TEST(verify(index.path()).sound());
    BOOST_TEST(failed > rounds / 3);
}

// Readers open, read and close while another process publishes, merges and expires.
BOOST_AUTO_TEST_CASE(reads_while_another_process_publishes) {
    TinyIndex index;
    SharedCounter acknowledged;
    index.publish({.put = {{"p", "x"}}});
    const pid_t child = ::fork();
    if (child == 0)
        publish_until_killed(index, 1, acknowledged.value());
    const auto generations = run_rounds(300) / 3;
    std::uint64_t last = 0;
    int opens = 0;
    for (; acknowledged.value() < generations; ++opens) {
        BOOST_REQUIRE(::waitpid(child, nullptr, WNOHANG) == 0);
        const auto generation = Generation::open(index.path());
        BOOST_REQUIRE_MESSAGE(generation.has_value(), error_of(generation));
        BOOST_TEST((*generation)->manifest().number >= last);
        last = (*generation)->manifest().number;
        BOOST_TEST(contents(**generation).size() == (*generation)->manifest().publications);
    }
    ::kill(child, SIGKILL);
    ::waitpid(child, nullptr, 0);
    BOOST_TEST_MESSAGE(opens << " opens while " << generations << " generations appeared");
    BOOST_TEST(last > generations / 2);
}

// Foundations A7: bad_alloc inside addDocument deadlocks Lucene++'s writer. Here it ends in an
// Error or in WriterLost, and the process can still end; never in a wait.
BOOST_AUTO_TEST_CASE(ends_when_memory_runs_out) {
#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
    BOOST_TEST_MESSAGE("skipped: the sanitizers need all address space");
#else
    TinyIndex index;
    index.publish({.put = {{"a", "old"}}});
    std::map<std::string, int> ends;
    for (int megabytes = 1; megabytes <= 40; megabytes += 3) {
        const auto end = must(run_in_child(
            [&]() -> std::string {
                auto store = index.store();
                auto transaction = must(store.begin(tiny_library()));
                std::vector<Entry> entries;
                for (int i = 0; i < 200; ++i) {
                    std::string body;
                    for (int word = 0; word < 1000; ++word)
                        body += "w" + std::to_string(i * 1000 + word) + " ";
                    entries.push_back(tiny_entry("p" + std::to_string(i), "x", body));
                }
                rlimit limit{};
                ::getrlimit(RLIMIT_DATA, &limit);
                std::ifstream pages("/proc/self/statm");
                std::uint64_t data = 0; // the sixth number: what may be written, reserves not
                for (int i = 0; i < 6; ++i)
                    pages >> data;
                limit.rlim_cur = data * 4096 + static_cast<rlim_t>(megabytes) * 1024 * 1024;
                ::setrlimit(RLIMIT_DATA, &limit);
                for (const Entry& entry : entries)
                    if (const auto replaced = transaction.replace(entry); !replaced) {
                        ::_exit(7); // what the indexer does
                    }
                return "enough memory";
            },
            {.processor = std::chrono::seconds(60), .wall = std::chrono::seconds(60)}));
        BOOST_TEST((end.how != ChildEnd::How::TimedOut), megabytes << " MB");
        ++ends[end.returned() ? end.text : end.how == ChildEnd::How::Threw ? "ended" : "killed"];
        BOOST_REQUIRE(index.contents() == (Contents{{"a", "old"}}));
    }
    for (const auto& [how, count] : ends)
        BOOST_TEST_MESSAGE(how << ": " << count);
    BOOST_TEST(ends["ended"] > 0);
#endif
}

BOOST_AUTO_TEST_SUITE_END()
