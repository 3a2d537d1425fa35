// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#include "server/search/sets/set_operations.h"

#include <boost/test/unit_test.hpp>
#include <rapidcheck.h>

#include <set>

using namespace praxis::search;

namespace {

using Plain = std::set<std::uint32_t>;

// Sets of every density, over limits on both sides of a word's and a rank's border.
std::uint32_t some_limit() {
    return *rc::gen::elementOf(std::vector<std::uint32_t>{1, 63, 64, 65, 511, 512, 513, 5000});
}

Plain some_set(std::uint32_t limit) {
    const auto one_in = *rc::gen::elementOf(std::vector<std::uint32_t>{1, 2, 7, 40, 900});
    const auto seed = *rc::gen::arbitrary<std::uint32_t>();
    Plain plain;
    for (std::uint32_t d = 0; d < limit; ++d)
        if (((seed + d) * 2654435761U >> 9U) % one_in == 0)
            plain.insert(d);
    return plain;
}

// One form of the set or the other, whichever would be chosen.
DocumentSet set_of(const Plain& plain, std::uint32_t limit) {
    const DocumentSet set = DocumentSet::of({plain.begin(), plain.end()}, limit);
    return *rc::gen::arbitrary<bool>() ? set : set.as_bitmap();
}

Plain plain_of(const DocumentSet& set) {
    Plain plain;
    set.for_each([&](std::uint32_t document) { plain.insert(document); });
    RC_ASSERT(plain.size() == set.size());
    return plain;
}

void check(const char* what, const std::function<void()>& property) {
    BOOST_TEST(rc::check(what, property));
}

} // namespace

BOOST_AUTO_TEST_SUITE(set_operations_suite)

BOOST_AUTO_TEST_CASE(a_set_has_what_it_was_made_of) {
    check("members", [] {
        const std::uint32_t limit = some_limit();
        const Plain plain = some_set(limit);
        const DocumentSet set = set_of(plain, limit);
        RC_ASSERT(plain_of(set) == plain);
        const auto begin = *rc::gen::inRange<std::uint32_t>(0, limit + 1);
        const auto end = *rc::gen::inRange<std::uint32_t>(begin, limit + 1);
        const auto first = plain.lower_bound(begin);
        RC_ASSERT(set.count(begin, end) ==
                  static_cast<std::size_t>(std::distance(first, plain.lower_bound(end))));
        RC_ASSERT(set.next(begin) == (first == plain.end() ? limit : *first));
        for (std::uint32_t d = 0; d < limit; ++d)
            RC_ASSERT(set.contains(d) == plain.contains(d));
    });
}

BOOST_AUTO_TEST_CASE(two_sets_combine_as_plain_sets_do) {
    check("pairs", [] {
        const std::uint32_t limit = some_limit();
        const Plain left = some_set(limit);
        const Plain right = some_set(limit);
        Plain both;
        Plain first;
        Plain rest;
        for (std::uint32_t d = 0; d < limit; ++d) {
            if (left.contains(d) && right.contains(d))
                both.insert(d);
            if (left.contains(d) && !right.contains(d))
                first.insert(d);
            if (!left.contains(d))
                rest.insert(d);
        }
        const DocumentSet l = set_of(left, limit);
        const DocumentSet r = set_of(right, limit);
        RC_ASSERT(plain_of(intersection(l, r)) == both);
        RC_ASSERT(common_count(l, r) == both.size());
        RC_ASSERT(plain_of(difference(l, r)) == first);
        RC_ASSERT(plain_of(complement(l)) == rest);
    });
}

BOOST_AUTO_TEST_CASE(any_number_of_any_sets_can_be_asked_for) {
    check("counts", [] {
        const std::uint32_t limit = some_limit();
        const auto count = *rc::gen::inRange<std::size_t>(0, 20);
        std::vector<Plain> plains;
        std::vector<DocumentSet> sets;
        for (std::size_t i = 0; i < count; ++i) {
            plains.push_back(some_set(limit));
            sets.push_back(set_of(plains.back(), limit));
        }
        const auto needed = *rc::gen::inRange<std::size_t>(0, count + 2);
        Plain expected;
        for (std::uint32_t d = 0; d < limit; ++d) {
            std::size_t found = 0;
            for (const Plain& plain : plains)
                found += plain.contains(d) ? 1 : 0;
            if (found >= needed)
                expected.insert(d);
        }
        RC_ASSERT(plain_of(at_least(needed, sets, limit)) == expected);
    });
}

BOOST_AUTO_TEST_SUITE_END()
