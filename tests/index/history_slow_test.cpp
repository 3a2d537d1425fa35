// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

// Random histories against a naive model: a map from number to contents that forgets nothing.
// Whatever an index still keeps must be what the model knows under that number.

#include "index/history.h"
#include "index/verify.h"

#include <boost/test/unit_test.hpp>

#include "tests/index/tiny_index.h"
#include "tests/support/random_run.h"

#include <random>

using namespace praxis;
using namespace praxis::index;
using namespace praxis::tests;

namespace {

using Contents = std::map<std::string, std::string>;

class Model {
public:
    explicit Model(unsigned seed) : random_(seed) {}

    void step();
    void check();

    int steps_of(const std::string& kind) const {
        const auto found = steps_.find(kind);
        return found == steps_.end() ? 0 : found->second;
    }

private:
    int between(int low, int high) { return std::uniform_int_distribution(low, high)(random_); }

    Change random_change();
    void publish();
    void abandon();
    void go_back();
    void change_analysis();

    std::vector<std::uint64_t> kept() const {
        std::vector<std::uint64_t> numbers;
        for (const auto& generation : must(history(index_.path())).generations)
            numbers.push_back(generation.manifest.number);
        return numbers;
    }

    TinyIndex index_;
    std::mt19937 random_;
    std::map<std::uint64_t, Contents> all_;
    std::uint64_t current_ = 0;
    bool held_ = false;
    std::vector<std::string> fields_ = {"title", "body"};
    std::map<std::string, int> steps_;
};

Change Model::random_change() {
    Change change;
    for (int i = between(0, 12); i > 0; --i)
        change.put["p" + std::to_string(between(0, 40))] = "t" + std::to_string(between(0, 9999));
    for (int i = between(0, 6); i > 0; --i) {
        const std::string id = "p" + std::to_string(between(0, 40));
        change.put.erase(id);
        change.removed.insert(id);
    }
    return change;
}

void Model::publish() {
    auto store = index_.store();
    auto transaction = store.begin(tiny_library(fields_));
    BOOST_REQUIRE(transaction.has_value() != held_);
    if (held_)
        return;
    const Change change = random_change();
    Contents expected = current_ == 0 ? Contents() : all_.at(current_);
    if (transaction->starts_empty()) // what the indexer does with files that did not change
        must(apply(*transaction, {.put = expected}));
    must(apply(*transaction, change));
    for (const auto& [id, title] : change.put)
        expected[id] = title;
    for (const std::string& id : change.removed)
        expected.erase(id);
    const Manifest manifest = must(transaction->publish({}));
    BOOST_REQUIRE(!all_.contains(manifest.number));
    BOOST_REQUIRE((all_.empty() || manifest.number > all_.rbegin()->first));
    BOOST_REQUIRE(manifest.parent == current_);
    current_ = manifest.number;
    all_[current_] = expected;
}

void Model::abandon() {
    auto store = index_.store();
    if (auto transaction = store.begin(tiny_library(fields_)))
        must(apply(*transaction, random_change()));
}

void Model::go_back() {
    const auto numbers = kept();
    const std::uint64_t target =
        numbers[static_cast<std::size_t>(between(0, static_cast<int>(numbers.size()) - 1))];
    must(roll_back(index_.path(), target));
    current_ = target;
    held_ = true;
}

void Model::change_analysis() {
    fields_ = fields_.size() == 2 ? std::vector<std::string>{"title"}
                                  : std::vector<std::string>{"title", "body"};
}

void Model::step() {
    const int dice = current_ == 0 ? 0 : between(0, 19);
    const char* kind = "publish";
    if (dice < 11) {
        publish();
    } else if (dice < 13) {
        kind = "abandon";
        abandon();
    } else if (dice < 15) {
        kind = "roll back";
        go_back();
    } else if (dice < 17) {
        kind = "resume";
        must(resume(index_.path()));
        held_ = false;
    } else if (dice < 18) {
        kind = "analysis";
        change_analysis();
    } else if (dice < 19) {
        kind = "pin";
        must(pin(index_.path(), kept().front(), "pinned"));
    } else {
        kind = "wait";
        index_.wait(std::chrono::hours(between(0, 100)));
    }
    ++steps_[kind];
    index_.wait(std::chrono::minutes(between(0, 20)));
}

void Model::check() {
    BOOST_REQUIRE(Generation::current_number(index_.path()).value() == current_);
    for (const std::uint64_t number : kept())
        BOOST_REQUIRE(index_.contents(number) == all_.at(number));
    BOOST_REQUIRE(verify(index_.path()).sound());
}

} // namespace

BOOST_TEST_DONT_PRINT_LOG_VALUE(Contents)

BOOST_AUTO_TEST_SUITE(history_slow_suite)

BOOST_AUTO_TEST_CASE(agrees_with_a_model_that_forgets_nothing) {
    const auto seed = static_cast<unsigned>(run_seed());
    int publishes = 0;
    int roll_backs = 0;
    for (unsigned run = 0; run < 8; ++run) {
        Model model(seed + run);
        for (int step = 0; step < 50; ++step) {
            model.step();
            model.check();
        }
        publishes += model.steps_of("publish");
        roll_backs += model.steps_of("roll back");
    }
    BOOST_TEST_MESSAGE(publishes << " publishes, " << roll_backs << " roll-backs");
    BOOST_TEST(roll_backs > 8);
}

BOOST_AUTO_TEST_SUITE_END()
