// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#include "base/file.h"

#include <boost/test/unit_test.hpp>

#include "tests/fuzz/query_run.h"
#include "tests/support/random_run.h"

#include <algorithm>
#include <filesystem>
#include <random>
#include <set>
#include <string>
#include <vector>

using namespace praxis;
using namespace praxis::tests;

namespace {

const std::filesystem::path fuzz_folder = PRAXIS_SOURCE_DIR "/tests/fuzz";

std::vector<std::string> seeds() {
    std::vector<std::string> texts;
    for (const auto& entry : std::filesystem::directory_iterator(fuzz_folder / "queries"))
        texts.push_back(read_file(entry.path(), 1U << 16U).value());
    std::sort(texts.begin(), texts.end());
    return texts;
}

// What libFuzzer does, without what it learns: pieces of seeds put together, bytes that are
// changed, taken out, doubled, words of the dictionary put in.
class Mutations {
public:
    explicit Mutations(std::uint64_t seed) : engine_(seed) {}

    std::string next() {
        std::string text = seeds_[below(seeds_.size())];
        for (std::size_t left = 1 + below(6); left > 0; --left)
            change(text);
        return text;
    }

private:
    std::size_t below(std::size_t limit) { return static_cast<std::size_t>(engine_() % limit); }

    void change(std::string& text) {
        const std::size_t at = below(text.size() + 1);
        const std::size_t length = below(std::min<std::size_t>(text.size() - at, 20) + 1);
        const std::string& other = seeds_[below(seeds_.size())];
        switch (below(5)) {
        case 0:
            text.erase(at, length);
            break;
        case 1:
            text.insert(at, text.substr(at, length));
            break;
        case 2:
            text.insert(at, other, below(other.size()), 1 + below(20));
            break;
        case 3:
            text.insert(at, marks_[below(marks_.size())]);
            break;
        default:
            text.insert(at, 1, static_cast<char>(below(256)));
        }
    }

    std::mt19937_64 engine_;
    std::vector<std::string> seeds_ = seeds();
    std::vector<std::string> marks_ = {" AND ",
                                       " OR ",
                                       "NOT ",
                                       "+",
                                       "-",
                                       "(",
                                       ")",
                                       "\"",
                                       "~",
                                       "~2",
                                       "*",
                                       "?",
                                       "..",
                                       "year:",
                                       "title:",
                                       "\u201C",
                                       "\u00BB",
                                       " "};
};

} // namespace

BOOST_AUTO_TEST_SUITE(query_fuzzing_suite)

BOOST_AUTO_TEST_CASE(every_seed_is_a_query_or_a_problem) {
    for (const std::string& text : seeds())
        fuzz::run_query_settling(text);
    BOOST_TEST(seeds().size() > 30);
}

// What is not as promised ends the program, and the seed that was printed finds it again.
BOOST_AUTO_TEST_CASE(any_bytes_are_a_query_or_a_problem) {
    Mutations mutations(run_seed());
    const std::uint64_t rounds = run_rounds(200'000);
    std::set<std::string> texts;
    for (std::uint64_t left = rounds; left > 0; --left) {
        const std::string text = mutations.next();
        fuzz::run_query_settling(text);
        texts.insert(text);
    }
    BOOST_TEST(texts.size() > rounds / 2);
}

BOOST_AUTO_TEST_SUITE_END()
