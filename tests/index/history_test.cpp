// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#include "index/history.h"

#include <boost/test/unit_test.hpp>

#include "tests/index/tiny_index.h"

#include <fstream>

using namespace praxis;
using namespace praxis::index;
using namespace praxis::tests;
using namespace std::chrono_literals;

namespace {

using Contents = std::map<std::string, std::string>;

ErrorKind kind_of(const auto& result) {
    BOOST_REQUIRE(!result.has_value());
    return result.error().kind();
}

std::vector<std::uint64_t> numbers(const TinyIndex& index) {
    std::vector<std::uint64_t> found;
    for (const auto& generation : must(history(index.path())).generations)
        found.push_back(generation.manifest.number);
    return found;
}

using Numbers = std::vector<std::uint64_t>;

} // namespace

BOOST_TEST_DONT_PRINT_LOG_VALUE(Contents)
BOOST_TEST_DONT_PRINT_LOG_VALUE(ErrorKind)

BOOST_AUTO_TEST_SUITE(history_suite)

BOOST_AUTO_TEST_CASE(tells_what_is_kept_current_pinned_and_leased) {
    TinyIndex index;
    index.publish({.put = {{"a", "x"}}});
    index.publish({.put = {{"b", "x"}}});
    must(pin(index.path(), 1, "budget hearing"));
    const auto leased = index.open(1);
    const History found = must(history(index.path()));
    BOOST_TEST_REQUIRE(found.generations.size() == 2U);
    BOOST_TEST(found.generations[0].pinned == "budget hearing");
    BOOST_TEST(found.generations[0].leased);
    BOOST_TEST(!found.generations[0].current);
    BOOST_TEST(found.generations[1].current);
    BOOST_TEST(!found.generations[1].leased);
    BOOST_TEST(found.held.empty());
}

BOOST_AUTO_TEST_CASE(goes_back_and_holds_until_resumed) {
    TinyIndex index;
    index.publish({.put = {{"a", "good"}}});
    index.publish({.put = {{"a", "bad"}}});
    must(roll_back(index.path(), 1));
    BOOST_TEST(index.contents() == (Contents{{"a", "good"}}));
    BOOST_TEST(!must(history(index.path())).held.empty());
    auto store = index.store();
    const auto refused = store.begin(tiny_library());
    BOOST_TEST(kind_of(refused) == ErrorKind::Conflict);
    BOOST_TEST(refused.error().message().find("--resume") != std::string::npos);
    must(resume(index.path()));
    BOOST_TEST(must(history(index.path())).held.empty());
    const Manifest next = must(publish(store, {.put = {{"b", "new"}}}));
    BOOST_TEST(next.number == 3U);
    BOOST_TEST(next.parent == 1U);
    BOOST_TEST(index.contents() == (Contents{{"a", "good"}, {"b", "new"}}));
}

// A watch that works while an administrator goes back must not undo it.
BOOST_AUTO_TEST_CASE(refuses_the_transaction_that_was_under_way) {
    TinyIndex index;
    index.publish({.put = {{"a", "good"}}});
    auto store = index.store();
    must(publish(store, {.put = {{"a", "bad"}}}));
    auto transaction = must(store.begin(tiny_library()));
    must(apply(transaction, {.put = {{"b", "on top of bad"}}}));
    must(roll_back(index.path(), 1));
    BOOST_TEST(kind_of(transaction.publish({})) == ErrorKind::Conflict);
    BOOST_TEST(index.contents() == (Contents{{"a", "good"}}));
    auto another = store.begin(tiny_library());
    BOOST_TEST(kind_of(another) == ErrorKind::Conflict);
    must(resume(index.path()));
    BOOST_TEST(must(publish(store, {})).number == 3U);
}

BOOST_AUTO_TEST_CASE(refuses_it_also_when_resumed_at_once) {
    TinyIndex index;
    index.publish({.put = {{"a", "good"}}});
    auto store = index.store();
    must(publish(store, {.put = {{"a", "bad"}}}));
    auto transaction = must(store.begin(tiny_library()));
    must(roll_back(index.path(), 1));
    must(resume(index.path()));
    const auto refused = transaction.publish({});
    BOOST_TEST(kind_of(refused) == ErrorKind::Conflict);
    BOOST_TEST(refused.error().message().find("rolled back") != std::string::npos);
}

// Lucene++ names deletions by a counter of the opened commit: in the same folder, the deletions of
// generation 3 would overwrite those of generation 2 (transaction.cpp, "Epochs"). Without the new
// epoch this shows generation 2 with "b" alive or "c" gone.
BOOST_AUTO_TEST_CASE(leaves_later_generations_whole_when_history_branches) {
    TinyIndex index;
    index.publish({.put = {{"a", "x"}, {"b", "x"}, {"c", "x"}}});
    index.publish({.put = {}, .removed = {"b"}});
    must(roll_back(index.path(), 1));
    must(resume(index.path()));
    const Manifest third = index.publish({.put = {}, .removed = {"c"}});
    BOOST_TEST(third.epoch == 2U);
    BOOST_TEST(index.contents(1) == (Contents{{"a", "x"}, {"b", "x"}, {"c", "x"}}));
    BOOST_TEST(index.contents(2) == (Contents{{"a", "x"}, {"c", "x"}}));
    BOOST_TEST(index.contents(3) == (Contents{{"a", "x"}, {"b", "x"}}));
    must(roll_back(index.path(), 2));
    BOOST_TEST(index.contents() == (Contents{{"a", "x"}, {"c", "x"}}));
    must(resume(index.path()));
    BOOST_TEST(index.publish({.put = {{"d", "x"}}}).number == 4U);
    BOOST_TEST(index.contents() == (Contents{{"a", "x"}, {"c", "x"}, {"d", "x"}}));
}

BOOST_AUTO_TEST_CASE(goes_forward_again) {
    TinyIndex index;
    index.publish({.put = {{"a", "1"}}});
    index.publish({.put = {{"a", "2"}}});
    index.publish({.put = {{"a", "3"}}});
    must(roll_back(index.path(), 1));
    index.wait(24h * 40); // while held, nothing expires
    index.store();
    must(roll_back(index.path(), 3));
    BOOST_TEST(index.contents() == (Contents{{"a", "3"}}));
    must(resume(index.path()));
    BOOST_TEST(index.publish({}).number == 4U);
}

BOOST_AUTO_TEST_CASE(never_gives_a_number_twice) {
    TinyIndex index;
    index.publish({.put = {{"a", "1"}}});
    index.publish({.put = {{"a", "2"}}});
    index.publish({.put = {{"a", "3"}}});
    must(pin(index.path(), 1, "always there"));
    must(roll_back(index.path(), 1));
    must(resume(index.path()));
    index.wait(24h * 40);
    BOOST_TEST(index.publish({.put = {{"a", "4"}}}).number == 4U);
    must(roll_back(index.path(), 1));
    must(resume(index.path()));
    index.wait(24h * 40);
    index.publish({.put = {{"a", "5"}}});
    index.wait(24h * 40);
    index.store();
    BOOST_TEST(numbers(index) == (Numbers{1, 5}));
    BOOST_TEST(index.publish({.put = {{"a", "6"}}}).number == 6U);
}

// What was served for weeks after a roll-back must not vanish with the publish that replaces it.
BOOST_AUTO_TEST_CASE(keeps_what_was_served_until_now) {
    TinyIndex index;
    index.publish({.put = {{"a", "1"}}});
    index.publish({.put = {{"a", "2"}}});
    must(roll_back(index.path(), 1));
    must(resume(index.path()));
    index.wait(24h * 40);
    index.publish({.put = {{"a", "3"}}});
    index.wait(10min);
    index.publish({.put = {{"a", "4"}}});
    BOOST_TEST(index.contents(1) == (Contents{{"a", "1"}}));
}

BOOST_AUTO_TEST_CASE(keeps_what_is_pinned) {
    TinyIndex index;
    index.publish({.put = {{"a", "pinned"}}});
    must(pin(index.path(), 1, "first"));
    must(pin(index.path(), 1, "annual report"));
    index.wait(24h * 40);
    index.publish({.put = {{"a", "new"}}});
    index.wait(24h * 40);
    index.publish({.put = {{"a", "newer"}}});
    BOOST_TEST(index.contents(1) == (Contents{{"a", "pinned"}}));
    BOOST_TEST(must(history(index.path())).generations.front().pinned == "annual report");
    must(unpin(index.path(), 1));
    BOOST_TEST(kind_of(unpin(index.path(), 1)) == ErrorKind::NotFound);
    index.publish({});
    BOOST_TEST(kind_of(Generation::open(index.path(), 1)) == ErrorKind::NotFound);
}

BOOST_AUTO_TEST_CASE(names_what_can_be_gone_back_to) {
    TinyIndex index;
    BOOST_TEST(kind_of(roll_back(index.path(), 1)) == ErrorKind::NotFound);
    BOOST_TEST(kind_of(history(index.path())) == ErrorKind::NotFound);
    index.publish({});
    const auto refused = roll_back(index.path(), 7);
    BOOST_TEST(kind_of(refused) == ErrorKind::NotFound);
    BOOST_TEST(refused.error().message().find("kept: 1") != std::string::npos);
    BOOST_TEST(kind_of(pin(index.path(), 7, "x")) == ErrorKind::NotFound);
}

BOOST_AUTO_TEST_CASE(does_not_go_back_to_a_generation_with_a_file_missing) {
    TinyIndex index;
    const Manifest first = index.publish({.put = {{"a", "x"}}});
    index.publish({.put = {{"b", "x"}}});
    std::filesystem::remove(index.path() / first.files.back().name);
    BOOST_TEST(kind_of(roll_back(index.path(), 1)) == ErrorKind::Corrupt);
    BOOST_TEST(index.contents().size() == 2U);
    BOOST_TEST(must(history(index.path())).held.empty());
}

BOOST_AUTO_TEST_CASE(mends_a_damaged_current) {
    TinyIndex index;
    index.publish({.put = {{"a", "1"}}});
    index.publish({.put = {{"a", "2"}}});
    std::ofstream(index.path() / "CURRENT") << "2 0123456789abcdeX\n";
    BOOST_TEST(kind_of(Generation::open(index.path())) == ErrorKind::Corrupt);
    BOOST_TEST(kind_of(GenerationStore::open(index.path(), index.options())) == ErrorKind::Corrupt);
    must(roll_back(index.path(), 2));
    BOOST_TEST(index.contents() == (Contents{{"a", "2"}}));
    must(resume(index.path()));
    BOOST_TEST(index.publish({}).number == 3U);
}

BOOST_AUTO_TEST_SUITE_END()
