// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#include "schemas/glob.h"

#include <boost/test/data/monomorphic.hpp>
#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>

#include <ostream>
#include <string>

using namespace praxis::schemas;

namespace {

struct Row {
    std::string glob;
    std::string path;
    bool expected;
    std::string why;
};

std::ostream& operator<<(std::ostream& out, const Row& row) {
    return out << row.glob << " on " << row.path << ": " << row.why;
}

const Row rows[] = {
    {"a.md", "a.md", true, "itself"},
    {"a.md", "b/a.md", false, "not at another level"},
    {"*.md", "a.md", true, "a star is any run"},
    {"*.md", ".md", true, "also an empty one"},
    {"*.md", "b/a.md", false, "a star stays in its level"},
    {"a*b*c", "axxbxxbxc", true, "two stars"},
    {"a*b*c", "axxbxx", false, "two stars and no end"},
    {"?.md", "\u00E9.md", true, "one character of two bytes"},
    {"?.md", "ab.md", false, "one character, not two"},
    {"a?b", "a/b", false, "a slash is no character"},
    {"**/news/**", "news/a.md", true, "no level in front"},
    {"**/news/**", "x/y/news/2016/05/a.md", true, "many levels"},
    {"**/news/**", "x/newsroom/a.md", false, "another name"},
    {"**/news/**", "x/news", true, "no level behind"},
    {"**/a/**/b/*.md", "a/x/a/b/y/b/c.md", true, "the first a and b are not the last"},
    {"**/a/**/b/*.md", "a/x/b/y/c.md", false, "no b at the end"},
    {"a/**", "a/b/c", true, "everything below"},
    {"a/**/b", "a/b", true, "no level between"},
    {"**/.*", "a/.git", true, "a dot file"},
    {"**/.*/**", "a/.git/b/c", true, "below a dot folder"},
    {"**/.*", "a/b.md", false, "a dot inside a name"},
    {"**", "a/b", true, "everything"},
    {"", "", true, "nothing matches nothing"},
    {"", "a", false, "and nothing else"},
    {"**/faq*", "Help/FAQ.md", true, "letters match without case"},
    {"**/x**y/*", "a/xzzy/b", true, "two stars inside a level are one"},
};

} // namespace

BOOST_AUTO_TEST_SUITE(glob_suite)

BOOST_DATA_TEST_CASE(matches_by_levels, rows) {
    BOOST_TEST(matches_glob(sample.glob, sample.path) == sample.expected);
}

BOOST_AUTO_TEST_CASE(does_not_take_long_for_many_stars) {
    std::string glob;
    std::string path;
    for (int i = 0; i < 200; ++i) {
        glob += "**/*a*/";
        path += "aaaaaaaaaaaaaaaaaaaa/";
    }
    BOOST_TEST(!matches_glob(glob + "b", path));
}

BOOST_AUTO_TEST_CASE(matches_values_with_slashes) {
    BOOST_TEST(matches_wildcards("*noindex*", "follow/NoIndex, nofollow"));
    BOOST_TEST(matches_wildcards("*", ""));
    BOOST_TEST(!matches_wildcards("true", "untrue"));
}

BOOST_AUTO_TEST_SUITE_END()
