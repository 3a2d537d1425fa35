// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#include "corpus/identity.h"

#include <boost/test/data/monomorphic.hpp>
#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>
#include <rapidcheck.h>

#include <algorithm>
#include <ostream>

using namespace praxis::corpus;

namespace {

struct Row {
    Identity identity;
    std::string expected;
    std::string why;
};

std::ostream& operator<<(std::ostream& out, const Row& row) {
    return out << row.why;
}

const Row rows[] = {
    {{"samples", "case-studies/fire-merger.xml", "", ""},
     "samples/case-studies/fire-merger",
     "the path without its extension"},
    {{"Blog", "A b’s/C.d.md", "", ""}, "blog/a-bs/c-d", "slugs, dots become hyphens"},
    {{"s", "x/.hidden", "", ""}, "s/x/hidden", "a leading dot is no extension"},
    {{"s", "feed.xml", "item 3", ""}, "s/feed#item-3", "one of several in a file"},
    {{"s", "a.md", "", "10.1371/Journal.Pone.0042"},
     "10-1371/journal-pone-0042",
     "the source's own id, case folded"},
    {{"s", "a.md", "x", "42"}, "42", "an own id needs neither path nor anchor"},
    {{"s", "a.md", "", "http://a.org/?p=7"}, "http/a-org/p-7", "an address as id"},
    {{"s", "a.xml", "leaks", "issue-12#leaks"}, "issue-12#leaks", "an item of an issue with an id"},
    {{"s", "a.md", "", "///"}, "s/a", "an own id without a sign in it is none"},
};

} // namespace

BOOST_AUTO_TEST_SUITE(identity_suite)

BOOST_DATA_TEST_CASE(makes_ids, rows) {
    BOOST_TEST(id_of(sample.identity) == sample.expected);
}

BOOST_AUTO_TEST_CASE(cuts_long_ids_and_keeps_them_apart) {
    const std::string path = "a/" + std::string(60, 'b') + "/" + std::string(60, 'c');
    const std::string one = id_of({"s", path + "/1.md", "", ""});
    const std::string other = id_of({"s", path + "/2.md", "", ""});
    BOOST_TEST(one.size() == 96U);
    BOOST_TEST(one != other);
    BOOST_TEST(one.starts_with("s/a/bbb"));
}

BOOST_AUTO_TEST_CASE(keeps_its_shape_for_any_input) {
    rc::check([](const std::string& path, const std::string& anchor, const std::string& own) {
        const std::string id = id_of({"source", path, anchor, own});
        RC_ASSERT(!id.empty() && id.size() <= 96);
        RC_ASSERT(std::count(id.begin(), id.end(), '#') <= 1);
        RC_ASSERT(std::all_of(id.begin(), id.end(), [](char c) {
            return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-' || c == '/' ||
                   c == '#';
        }));
        RC_ASSERT(id.find("//") == std::string::npos);
        RC_ASSERT(id == id_of({"source", path, anchor, own}));
    });
}

BOOST_AUTO_TEST_SUITE_END()
