// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#include "index/image/length_code.h"

#include <boost/test/unit_test.hpp>

using praxis::index::decoded_length;
using praxis::index::length_code;

BOOST_AUTO_TEST_SUITE(length_code_suite)

BOOST_AUTO_TEST_CASE(short_lengths_are_kept) {
    for (int length = 0; length < 32; length += length < 16 ? 1 : 2)
        BOOST_TEST(decoded_length(length_code(length)) == length);
    BOOST_TEST(decoded_length(length_code(7.9)) == 7);
    BOOST_TEST(decoded_length(length_code(-1)) == 0);
}

BOOST_AUTO_TEST_CASE(long_lengths_lose_less_than_an_eighth) {
    for (double length = 16; length < 3.9e9; length *= 1.013) {
        const double decoded = decoded_length(length_code(length));
        BOOST_TEST(decoded <= length);
        BOOST_TEST(length - decoded < length / 8);
    }
}

BOOST_AUTO_TEST_CASE(codes_ascend_and_come_back) {
    const std::uint8_t last = length_code(1e18);
    for (int code = 0; code <= last; ++code) {
        const auto number = static_cast<std::uint8_t>(code);
        BOOST_TEST(static_cast<int>(length_code(decoded_length(number))) == code);
        if (code > 0)
            BOOST_TEST(decoded_length(number) >
                       decoded_length(static_cast<std::uint8_t>(code - 1)));
    }
}

BOOST_AUTO_TEST_SUITE_END()
