// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#include "index/compression.h"

#include <boost/test/unit_test.hpp>
#include <rapidcheck.h>

using namespace praxis;
using namespace praxis::index;

BOOST_AUTO_TEST_SUITE(compression_suite)

BOOST_AUTO_TEST_CASE(gives_back_any_bytes) {
    const bool gives_back = rc::check([](const std::string& bytes) {
        RC_ASSERT(decompress(compress(bytes, 1), bytes.size()).value() == bytes);
        RC_ASSERT(decompress(compress(bytes, 3), bytes.size()).value() == bytes);
    });
    BOOST_TEST(gives_back);
}

BOOST_AUTO_TEST_CASE(refuses_every_damaged_frame) {
    const std::string text = "fire districts and fire districts and fire";
    const std::string frame = compress(text, 3);
    for (std::size_t at = 0; at < frame.size(); ++at) {
        std::string damaged = frame;
        damaged[at] = static_cast<char>(static_cast<unsigned char>(damaged[at]) ^ 0x10U);
        const auto read = decompress(damaged, 1 << 20);
        BOOST_TEST((!read || *read == text), "byte " << at); // an unused bit of the header
        BOOST_TEST(!decompress(frame.substr(0, at), 1 << 20).has_value());
    }
}

BOOST_AUTO_TEST_CASE(refuses_what_is_longer_than_allowed) {
    const std::string bomb = compress(std::string(1 << 20, ' '), 3);
    BOOST_TEST(bomb.size() < 200U);
    BOOST_TEST(!decompress(bomb, (1 << 20) - 1).has_value());
    BOOST_TEST(decompress(bomb, 1 << 20).has_value());
    BOOST_TEST(!decompress("", 10).has_value());
}

BOOST_AUTO_TEST_SUITE_END()
