// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#include "server/search/snapshot.h"

#include <boost/test/unit_test.hpp>

#include "tests/support/memory_generation.h"
#include "tests/support/search_library.h"
#include "tests/support/search_one.h"

#include <algorithm>
#include <stdexcept>
#include <string>
#include <vector>

using namespace praxis;
using namespace praxis::search;
using namespace praxis::tests;

namespace {

// The Innovation Groups became the Alliance for Innovation; the Forum went into it.
constexpr std::string_view bodies = R"(<authority xmlns="urn:praxis:authority">
  <organization id="alliance" name="Alliance for Innovation" from="2007-06-01">
    <name until="2007-05-31">Innovation Groups</name><acronym>AFI</acronym>
  </organization>
  <organization id="forum" name="Rural Forum" into="alliance"/>
  <person id="ada" name="Ada Hill"><name>Ada Marsh</name></person>
</authority>)";

std::shared_ptr<const Snapshot> town() {
    static const auto snapshot = [] {
        MemoryGenerationParts parts{search_library(),
                                    {
                                        written("a", "Then", {"The Innovation Groups met."}),
                                        written("b", "Now", {"The Alliance for Innovation met."}),
                                        written("c", "Short", {"AFI met."}),
                                        written("d", "Rural", {"The Rural Forum was small."}),
                                        written("e", "Apart", {"Groups, an alliance, innovation."}),
                                        written("f", "Person", {"Ada Marsh spoke."}),
                                    }};
        if (!parts.library.authority.add(bodies, "authority.xml") ||
            !parts.library.authority.check("library.xml"))
            throw std::runtime_error("the authority file is wrong");
        return Snapshot::make(memory_generation(std::move(parts))).value();
    }();
    return snapshot;
}

std::string found(const std::string& q) {
    std::string all = ids(answer_of(*town(), query(q)));
    std::erase(all, ' ');
    std::ranges::sort(all);
    return all;
}

} // namespace

BOOST_AUTO_TEST_SUITE(library_names_suite)

BOOST_AUTO_TEST_CASE(any_name_finds_all_eras) {
    struct Row {
        std::string query;
        std::string found;
        std::string why;
    };

    const std::vector<Row> rows = {
        {"innovation groups", "abcde", "an old name; the words themselves find e"},
        {"alliance for innovation", "abcde", "the name of today"},
        {"AFI", "abcd", "an acronym"},
        {"rural forum", "abcd", "of what went into it"},
        {"ada hill", "f", "a person"},
        {"\"innovation groups\"", "a", "quotes stay exact"},
        {"\"alliance for innovation\"", "b", "quotes stay exact"},
        {"afi AND small", "d", "AND keeps its meaning"},
        {"met NOT afi", "", "NOT leaves out all names"},
        {"met NOT \"afi\"", "ab", "but in quotes only the one"},
    };
    for (const Row& row : rows) {
        const std::string all = found(row.query);
        BOOST_TEST(all == row.found, row.query << ": " << row.why << ": " << all);
    }
}

BOOST_AUTO_TEST_SUITE_END()
