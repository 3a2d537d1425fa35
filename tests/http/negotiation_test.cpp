// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#include "server/http/negotiation.h"

#include <boost/test/unit_test.hpp>
#include <rapidcheck.h>
#include <zlib.h>

namespace praxis::http {

namespace {

std::string unpacked(const std::string& packed) {
    z_stream stream{};
    BOOST_REQUIRE(::inflateInit2(&stream, 15 + 16) == Z_OK);
    std::string text(1'000'000, '\0');
    std::string input = packed;
    stream.next_in = reinterpret_cast<Bytef*>(input.data());
    stream.avail_in = static_cast<uInt>(input.size());
    stream.next_out = reinterpret_cast<Bytef*>(text.data());
    stream.avail_out = static_cast<uInt>(text.size());
    BOOST_REQUIRE(::inflate(&stream, Z_FINISH) == Z_STREAM_END);
    text.resize(stream.total_out);
    ::inflateEnd(&stream);
    return text;
}

} // namespace

BOOST_AUTO_TEST_SUITE(negotiation_suite)

BOOST_AUTO_TEST_CASE(lets_the_closest_range_decide) {
    const auto json = [](std::string_view accept) {
        return quality_of(accept, "application/json");
    };
    BOOST_TEST(json("") == 1);
    BOOST_TEST(json("*/*") == 1);
    BOOST_TEST(json("application/*;q=0.5") == 0.5);
    BOOST_TEST(json("text/html,application/xhtml+xml,*/*;q=0.8") == 0.8);
    BOOST_TEST(json("text/csv") == 0);
    BOOST_TEST(json("application/json;q=0, */*") == 0);
    BOOST_TEST(json("*/*, application/json;q=0") == 0);
    BOOST_TEST(json("APPLICATION/JSON") == 1);
    BOOST_TEST(json("application/json;charset=utf-8;q=0.2") == 0.2);
    BOOST_TEST(json("application/jsonx") == 0);
    BOOST_TEST(json("application/json;q=nonsense") == 0);
    BOOST_TEST(json("application/json;q=-1") == 0);
    BOOST_TEST(json(",,;q=,") == 0);
}

BOOST_AUTO_TEST_CASE(packs_only_for_clients_that_ask) {
    BOOST_TEST(takes_gzip("gzip"));
    BOOST_TEST(takes_gzip("br, GZIP;q=0.1"));
    BOOST_TEST(takes_gzip("*"));
    BOOST_TEST(!takes_gzip(""));
    BOOST_TEST(!takes_gzip("br"));
    BOOST_TEST(!takes_gzip("gzip;q=0"));
    BOOST_TEST(!takes_gzip("gzip;q=0.000, *"));
    BOOST_TEST(!takes_gzip("*;q=0"));
}

BOOST_AUTO_TEST_CASE(compares_entity_tags_weakly) {
    BOOST_TEST(names_tag("W/\"7-a\"", "W/\"7-a\""));
    BOOST_TEST(names_tag("\"7-a\"", "W/\"7-a\""));
    BOOST_TEST(names_tag("\"x\", W/\"7-a\"", "W/\"7-a\""));
    BOOST_TEST(!names_tag("\"7-b\"", "W/\"7-a\""));
    BOOST_TEST(!names_tag("*", "W/\"7-a\""));
    BOOST_TEST(!names_tag("", "W/\"7-a\""));
}

BOOST_AUTO_TEST_CASE(packs_so_that_zlib_unpacks_it) {
    rc::check("unpacked(gzip(text)) == text",
              [](const std::string& text) { RC_ASSERT(unpacked(gzip(text)) == text); });
    const std::string large(300'000, 'x');
    BOOST_TEST(unpacked(gzip(large)) == large);
    BOOST_TEST(gzip(large).size() < 5'000U);
}

BOOST_AUTO_TEST_SUITE_END()

} // namespace praxis::http
