// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#include "server/http/target.h"

#include <boost/test/unit_test.hpp>
#include <rapidcheck.h>

namespace praxis::http {

namespace {

using Segments = std::vector<std::string>;

void check_path(std::string_view target, const Segments& expected) {
    const auto parsed = parse_target(target);
    BOOST_TEST_REQUIRE(parsed.has_value(), target);
    BOOST_TEST(parsed->path == expected, boost::test_tools::per_element());
}

void check_parameters(std::string_view target, const std::vector<Parameter>& expected) {
    const auto parsed = parse_target(target);
    BOOST_TEST_REQUIRE(parsed.has_value(), target);
    BOOST_TEST((parsed->parameters.all() == expected), target);
}

// The errors of a query as "parameter: reason @position".
std::string errors_of(std::string_view target) {
    const auto parsed = parse_target(target);
    std::string all;
    if (!parsed)
        for (const search::ParameterError& error : parsed.error().errors)
            all += error.parameter + ": " + error.reason +
                   (error.position ? " @" + std::to_string(*error.position) : "") + "; ";
    return all;
}

} // namespace

BOOST_AUTO_TEST_SUITE(target_suite)

BOOST_AUTO_TEST_CASE(splits_the_path_before_it_decodes) {
    check_path("/", {""});
    check_path("/v1/search", {"v1", "search"});
    check_path("/a%2Fb/c", {"a/b", "c"});
    check_path("/a%252Fb", {"a%2Fb"}); // once, not twice
    check_path("/a+b%23c", {"a+b#c"});
    check_path("//x/", {"", "x", ""});
    check_path("/../x", {"..", "x"});
    check_path("http://host:80/x/y?z", {"x", "y"});
    check_path("HTTPS://host", {""});
    check_path("http://host?q=x", {""});
    check_path("/http://x", {"http:", "", "x"});
    check_path("*", {"*"});
}

BOOST_AUTO_TEST_CASE(splits_the_query_before_it_decodes) {
    check_parameters("/?q=fire+merger&q=x", {{"q", "fire merger"}, {"q", "x"}});
    check_parameters("/?q=a%26b%3Dc", {{"q", "a&b=c"}});
    check_parameters("/?a=b=c&&d&=e&", {{"a", "b=c"}, {"d", ""}, {"", "e"}});
    check_parameters("/?q=%2B%2525", {{"q", "+%25"}});
    check_parameters("/?q=caf%C3%A9 \xC3\xA9", {{"q", "café é"}});
    check_parameters("/?a?b=c?d", {{"a?b", "c?d"}});
    check_parameters("/", {});
    check_parameters("/?", {});
}

BOOST_AUTO_TEST_CASE(reports_every_value_that_cannot_be_decoded) {
    BOOST_TEST(errors_of("/?q=a%zz&kind=%f") ==
               "q: has a % without two hex digits; kind: has a % without two hex digits; ");
    BOOST_TEST(errors_of("/?q=%C3%A9%FF") == "q: is not valid UTF-8 @1; ");
    BOOST_TEST(errors_of("/?q=%ED%A0%80") == "q: is not valid UTF-8 @0; ");
    BOOST_TEST(errors_of("/?q=a%00") == "q: contains a control character @1; ");
    BOOST_TEST(errors_of("/?q=ab%0D%0A") == "q: contains a control character @2; ");
    BOOST_TEST(errors_of("/?q=%C2%85") == "q: contains a control character @0; ");
    BOOST_TEST(errors_of("/?q=%EF%BF%BF") == "q: contains a control character @0; ");
    BOOST_TEST(errors_of("/?%FF=x") == "%FF: the parameter's name is not valid UTF-8 @0; ");
}

BOOST_AUTO_TEST_CASE(refuses_paths_that_cannot_be_decoded) {
    for (const std::string_view target :
         {"/a%", "/a%0", "/%zz", "/%00", "/%FF", "/a%0Ab", "x", "a:b"})
        BOOST_TEST(!parse_target(target).has_value(), target);
}

BOOST_AUTO_TEST_CASE(reads_back_the_queries_it_writes) {
    rc::check("parse(to_query(parameters)) == parameters", [] {
        const auto names = *rc::gen::container<std::vector<std::string>>(
            rc::gen::container<std::string>(rc::gen::inRange<char>(32, 127)));
        std::vector<Parameter> parameters;
        for (const std::string& name : names)
            parameters.push_back({name + "é&=+%", name + "/, ü#?"});
        const Parameters written(parameters);
        const auto read = parse_target("/" + written.to_query());
        RC_ASSERT(read.has_value());
        RC_ASSERT(read->parameters.all() == parameters);
    });
}

BOOST_AUTO_TEST_SUITE_END()

} // namespace praxis::http
