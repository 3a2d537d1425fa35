// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#include "analyzers/collation.h"

#include <boost/test/data/monomorphic.hpp>
#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>

#include <algorithm>
#include <ostream>
#include <string>
#include <vector>

using namespace praxis;
using analyzers::sort_key;

namespace {

struct OrderRow {
    std::string first;
    std::string second;
    std::string why;
};

std::ostream& operator<<(std::ostream& out, const OrderRow& row) {
    return out << row.why;
}

const OrderRow order_rows[] = {
    {"apfel", "Apfel", "small letters go before capitals"},
    {"Äpfel 9", "Apfel 10", "numbers count by their value, also behind an accent"},
    {"Apfel 9", "apfel 10", "numbers go before case"},
    {"Apfel", "Äpfel", "an accent goes behind its letter"},
    {"Äpfel", "Birne", "but before the next letter"},
    {"de luge", "deluge", "a blank goes before any letter"},
    {"10 ideas", "a", "digits go before letters"},
    {"zebra", "Ωmega", "Latin goes before Greek"},
    {"Ωmega", "Яблоко", "and Greek before Cyrillic"},
    {"", "a", "nothing goes first"},
};

const OrderRow title_rows[] = {
    {"The Apple", "Banana", "the article does not count"},
    {"An Apple", "The Banana", "nor do two articles"},
    {"A Plan", "Plans", "nor a single letter"},
    {"“The Apple”", "Banana", "quotes do not count"},
    {"(Re)thinking", "Reticence", "nor do brackets in front"},
    {"Anabaptists", "The Analysis", "the article is a whole word"},
    {"A", "Apple", "an article alone is a title"},
    {"Apple", "The", "also this one"},
    {"the apple", "the banana", "small articles too"},
    {"...", "Apple", "a title of marks goes first"},
};

// As unsigned bytes, which is how std::string compares.
bool goes_before(std::string_view first, std::string_view second, bool without_article = false) {
    return sort_key(first, without_article) < sort_key(second, without_article);
}

} // namespace

BOOST_AUTO_TEST_SUITE(collation_suite)

BOOST_DATA_TEST_CASE(orders_as_people_expect, order_rows) {
    BOOST_TEST(goes_before(sample.first, sample.second));
}

BOOST_DATA_TEST_CASE(orders_titles_without_their_article, title_rows) {
    BOOST_TEST(goes_before(sample.first, sample.second, true));
}

BOOST_AUTO_TEST_CASE(keeps_the_article_unless_told) {
    BOOST_TEST(goes_before("Banana", "The Apple"));
    BOOST_TEST((sort_key("The Apple", true) == sort_key("Apple", true)));
}

BOOST_AUTO_TEST_CASE(takes_texts_of_any_length_and_bytes) {
    BOOST_TEST(goes_before(std::string(5000, 'a'), std::string(5001, 'a')));
    BOOST_TEST((sort_key("\xFF") == sort_key("\uFFFD")));
}

BOOST_AUTO_TEST_SUITE_END()
