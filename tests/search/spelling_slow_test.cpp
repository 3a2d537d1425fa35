// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

// Real slips against a real library: docs/spelling.md has the figures.

#include "server/search/query/query_parser.h"
#include "server/search/spelling/query_correction.h"

#include <boost/test/unit_test.hpp>

#include "tests/support/shared_material.h"
#include "tests/support/synced_library.h"

#include <algorithm>
#include <fstream>
#include <sstream>
#include <string>
#include <vector>

using namespace praxis;
using namespace praxis::search;
using namespace praxis::tests;

namespace {

constexpr std::size_t every = 5; // of the list, to keep the test short

struct Pair {
    std::string typed;
    std::vector<std::string> meant;
};

std::vector<Pair> misspellings() {
    std::ifstream file(shared_material("relevance/spelling-codespell-even/misspellings.tsv"));
    std::vector<Pair> pairs;
    for (std::string line; std::getline(file, line);) {
        std::istringstream columns(line);
        Pair pair;
        std::getline(columns, pair.typed, '\t');
        for (std::string meant; std::getline(columns, meant, '|');)
            pair.meant.push_back(meant);
        pairs.push_back(pair);
    }
    return pairs;
}

std::vector<std::string> corrections(const std::string& typed, const Snapshot& snapshot) {
    const auto parsed = parse_query(typed, Match::Most, snapshot.query_fields());
    return parsed ? correct_query(typed, parsed->query, snapshot) : std::vector<std::string>();
}

} // namespace

BOOST_AUTO_TEST_SUITE(spelling_slow_suite,
                      *needs_shared_material("corpus/digitalgov") *
                          needs_shared_material("relevance/spelling-codespell-even"))

BOOST_AUTO_TEST_CASE(corrects_most_slips_at_first_rank) {
    const SyncedLibrary library(shared_material("corpus/digitalgov"));
    const Dictionary& dictionary = library.snapshot().layers().front().dictionary();
    std::size_t asked = 0;
    std::size_t right = 0;
    const std::vector<Pair> pairs = misspellings();
    for (std::size_t i = 0; i < pairs.size(); i += every) {
        const Pair& pair = pairs[i];
        const bool usable =
            Speller::is_correctable(pair.typed) && !dictionary.find(pair.typed) &&
            std::any_of(pair.meant.begin(), pair.meant.end(), [&](const std::string& meant) {
                return dictionary.find(meant).has_value();
            });
        if (!usable)
            continue;
        ++asked;
        const auto found = corrections(pair.typed, library.snapshot());
        right += !found.empty() && std::count(pair.meant.begin(), pair.meant.end(), found.front());
    }
    const double share = static_cast<double>(right) / static_cast<double>(asked);
    BOOST_TEST_MESSAGE(asked << " slips, right at first rank: " << share);
    BOOST_TEST(asked > 1000U);
    BOOST_TEST(share >= 0.92);
}

BOOST_AUTO_TEST_CASE(touches_no_word_that_the_library_knows) {
    const SyncedLibrary library(shared_material("corpus/digitalgov"));
    const Dictionary& dictionary = library.snapshot().layers().front().dictionary();
    std::string touched;
    for (Form form = 0; form < dictionary.size(); ++form) {
        const std::string word(dictionary.text(form));
        if (library.snapshot().knows(word) && !corrections(word, library.snapshot()).empty())
            touched += word + " ";
    }
    BOOST_TEST(touched == "");
}

BOOST_AUTO_TEST_SUITE_END()
