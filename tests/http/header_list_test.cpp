// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#include "base/error.h"
#include "server/http/header_list.h"

#include <boost/test/unit_test.hpp>

namespace praxis::http {

BOOST_AUTO_TEST_SUITE(header_list_suite)

BOOST_AUTO_TEST_CASE(replaces_a_field_of_the_same_name) {
    HeaderList headers;
    headers.set("Vary", "Accept");
    headers.set("ETag", "x");
    headers.set("Vary", "Origin");
    BOOST_TEST(headers.all().size() == 2U);
    BOOST_TEST(headers.value("Vary") == "Origin");
    BOOST_TEST(headers.value("Location") == "");
}

BOOST_AUTO_TEST_CASE(refuses_what_would_write_another_line) {
    HeaderList headers;
    for (const std::string& value : {std::string("a\r\nX: 1"),
                                     std::string("a\nb"),
                                     std::string("a\rb"),
                                     std::string("a\0b", 3),
                                     std::string("\x7F")})
        BOOST_CHECK_THROW(headers.set("X", value), Error);
    for (const char* name : {"", "X Y", "X:", "X\r\n", "\xC3\xA9"})
        BOOST_CHECK_THROW(headers.set(name, "value"), Error);
    BOOST_TEST(headers.all().empty());
}

BOOST_AUTO_TEST_SUITE_END()

} // namespace praxis::http
