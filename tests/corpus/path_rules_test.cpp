// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#include "corpus/path_rules.h"

#include <boost/test/data/monomorphic.hpp>
#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>
#include <rapidcheck.h>

#include <ostream>

using namespace praxis;
using namespace praxis::corpus;

namespace {

struct Row {
    std::string glob;
    std::string path;
    bool matches;
};

std::ostream& operator<<(std::ostream& out, const Row& row) {
    return out << row.glob << " against " << row.path;
}

const Row rows[] = {
    {"a.md", "a.md", true},
    {"a.md", "b/a.md", false},
    {"*.md", "a.md", true},
    {"*.md", "b/a.md", false},
    {"**/*.md", "b/c/a.md", true},
    {"**/*.md", "a.md", true},
    {"drafts/**", "drafts/x/y.md", true},
    {"drafts/**", "drafts2/x.md", false},
    {"**/drafts/**", "drafts/x.md", true},
    {"**/drafts/**", "a/drafts/x.md", true},
    {"**/drafts/**", "a/mydrafts/x.md", false},
    {"a/**/b.md", "a/b.md", true},
    {"a/**/b.md", "a/x/y/b.md", true},
    {"a?.md", "ab.md", true},
    {"a?.md", "aé.md", true},
    {"a?b", "a/b", false},
    {"*", "", true},
    {"", "", true},
    {"", "a", false},
    {"A.md", "a.md", false},
};

// The glob by its definition, without care for speed.
bool naive(std::string_view glob, std::string_view path, bool at_level = true) {
    if (glob.empty())
        return path.empty();
    if (at_level && glob.starts_with("**/")) {
        if (naive(glob.substr(3), path))
            return true;
        for (std::size_t i = 0; i < path.size(); ++i)
            if (path[i] == '/' && naive(glob.substr(3), path.substr(i + 1)))
                return true;
        return false;
    }
    if (glob.starts_with("**") || glob.front() == '*') {
        const bool any = glob.starts_with("**");
        for (std::size_t i = 0; i <= path.size(); ++i) {
            if (naive(glob.substr(any ? 2 : 1), path.substr(i), false))
                return true;
            if (i < path.size() && !any && path[i] == '/')
                return false;
        }
        return false;
    }
    return !path.empty() && (glob[0] == path[0] || (glob[0] == '?' && path[0] != '/')) &&
           naive(glob.substr(1), path.substr(1), glob[0] == '/');
}

std::string pick(const std::vector<int>& choices, std::string_view pieces) {
    std::string text;
    for (const int choice : choices)
        text += pieces[static_cast<std::size_t>(choice) % pieces.size()];
    return text;
}

} // namespace

BOOST_AUTO_TEST_SUITE(path_rules_suite)

BOOST_DATA_TEST_CASE(matches_globs, rows) {
    BOOST_TEST(matches_glob(sample.glob, sample.path) == sample.matches);
}

BOOST_AUTO_TEST_CASE(agrees_with_the_definition) {
    rc::check([](const std::vector<unsigned char>& g, const std::vector<unsigned char>& p) {
        const std::string glob =
            pick({g.begin(), g.begin() + std::min<long>(10, long(g.size()))}, "ab/**?*");
        const std::string path =
            pick({p.begin(), p.begin() + std::min<long>(10, long(p.size()))}, "ab/a");
        RC_PRE(glob.find("***") == std::string::npos);
        RC_ASSERT(matches_glob(glob, path) == naive(glob, path));
    });
}

BOOST_AUTO_TEST_CASE(many_stars_take_no_time) {
    std::string glob;
    for (int i = 0; i < 200; ++i)
        glob += "*a";
    BOOST_TEST(!matches_glob(glob + "b", std::string(5000, 'a')));
}

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
