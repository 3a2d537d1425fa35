// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#include "corpus/path_rules.h"

#include <boost/test/unit_test.hpp>

using namespace praxis;
using namespace praxis::corpus;

BOOST_AUTO_TEST_SUITE(path_rules_suite)

BOOST_AUTO_TEST_CASE(the_source_goes_before_the_library_and_rules_before_defaults) {
    schemas::Library library;
    library.rules = {{"plans/**", false, {{"kind", "plan"}, {"audience", "cio"}}},
                     {"drafts/**", true, {}}};
    schemas::Source source;
    source.rules = {{"plans/old/**", false, {{"kind", "archive"}}}};
    source.defaults = {{"kind", "article"}, {"licence", "CC0"}};
    const PathRules rules(library, source);
    BOOST_TEST(rules.default_of("plans/old/a.md", "kind") == "archive");
    BOOST_TEST(rules.default_of("plans/a.md", "kind") == "plan");
    BOOST_TEST(rules.default_of("a.md", "kind") == "article");
    BOOST_TEST(rules.default_of("a.md", "audience") == "");
    BOOST_TEST(rules.skips("drafts/a.md"));
    BOOST_TEST(!rules.skips("plans/a.md"));
    BOOST_TEST(rules.properties().size() == 3U);
}

BOOST_AUTO_TEST_SUITE_END()
