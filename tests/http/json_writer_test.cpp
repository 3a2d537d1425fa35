// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#include "base/utf8.h"
#include "server/http/json/json_writer.h"

#include <boost/test/unit_test.hpp>
#include <nlohmann/json.hpp>
#include <rapidcheck.h>

#include <limits>

namespace praxis::http {

BOOST_AUTO_TEST_SUITE(json_writer_suite)

BOOST_AUTO_TEST_CASE(writes_members_in_the_order_they_come) {
    JsonWriter json;
    {
        const auto object = json.object();
        json.member("z", std::uint64_t{18'446'744'073'709'551'615U});
        json.member("a", "text");
        json.member("yes", true);
        json.member("half", 0.5);
        json.member("no number", std::numeric_limits<double>::infinity());
        {
            const auto list = json.key("list").array();
            json.value("one");
            const auto inner = json.object();
        }
        { const auto empty = json.key("empty").array(); }
        json.key("nothing").null();
    }
    BOOST_TEST(json.take() == R"({"z":18446744073709551615,"a":"text","yes":true,"half":0.5,)"
                              R"("no number":null,"list":["one",{}],"empty":[],"nothing":null})");
}

BOOST_AUTO_TEST_CASE(quotes_any_bytes_so_that_a_parser_reads_them_back) {
    rc::check("parse(write(text)) == repaired text", [](const std::string& text) {
        JsonWriter json;
        json.value(text);
        const std::string expected = is_valid_utf8(text) ? text : repair_utf8(text);
        RC_ASSERT(nlohmann::json::parse(json.take()).get<std::string>() == expected);
    });
}

BOOST_AUTO_TEST_SUITE_END()

} // namespace praxis::http
