// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#include "base/utf8.h"
#include "index/lucene/wide_lucene.h"

#include <boost/test/unit_test.hpp>
#include <rapidcheck.h>

using namespace praxis;
using namespace praxis::index;

BOOST_AUTO_TEST_SUITE(wide_suite)

BOOST_AUTO_TEST_CASE(carries_text_there_and_back) {
    for (const char* text : {"", "fire", "Zürich", "図書館", "🚒 engine"})
        BOOST_TEST(to_utf8(to_wide(text)) == text);
    BOOST_TEST((to_wide("🚒") == Lucene::String(1, static_cast<wchar_t>(0x1F692))));
}

BOOST_AUTO_TEST_CASE(hands_over_nothing_that_lucene_cannot_bear) {
    const bool bears = rc::check([](const std::string& bytes) {
        const Lucene::String wide = to_wide(bytes);
        for (const wchar_t unit : wide)
            RC_ASSERT(is_bearable(static_cast<char32_t>(unit)));
        RC_ASSERT(to_utf8(wide) == repair_utf8(bytes));
    });
    BOOST_TEST(bears);
    BOOST_TEST(to_utf8(to_wide(std::string("a\0b", 3))) == "a\uFFFDb");
    BOOST_TEST(to_utf8(to_wide("\xED\xA0\x80")) == repair_utf8("\xED\xA0\x80"));
}

BOOST_AUTO_TEST_SUITE_END()
