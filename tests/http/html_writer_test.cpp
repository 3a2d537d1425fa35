// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#include "server/http/pages/html_writer.h"

#include <boost/test/unit_test.hpp>
#include <rapidcheck.h>

namespace praxis::http {

BOOST_AUTO_TEST_SUITE(html_writer_suite)

BOOST_AUTO_TEST_CASE(writes_balanced_elements) {
    HtmlWriter html;
    html.doctype();
    {
        const auto list = html.in("ul", {{"class", "a b"}});
        html.element("li", {}, "1 < 2 & \"3\"");
        const auto item = html.in("li");
        html.empty("input", {{"checked", absent}, {"value", "it's"}});
        html.text("x");
    }
    BOOST_TEST(html.take() ==
               "<!doctype html>\n<ul class=\"a b\"><li>1 &lt; 2 &amp; &quot;3&quot;</li>"
               "<li><input value=\"it&#39;s\">x</li></ul>");
}

BOOST_AUTO_TEST_CASE(lets_no_text_end_what_it_stands_in) {
    rc::check("only our own brackets and quotes", [](const std::string& text) {
        HtmlWriter html;
        html.element("p", {{"title", text}}, text);
        const std::string written = html.take();
        RC_ASSERT(std::ranges::count(written, '<') == 2);
        RC_ASSERT(std::ranges::count(written, '>') == 2);
        RC_ASSERT(std::ranges::count(written, '"') == 2);
        RC_ASSERT(std::ranges::count(written, '\'') == 0);
        RC_ASSERT(written.find('\0') == std::string::npos);
    });
}

BOOST_AUTO_TEST_SUITE_END()

} // namespace praxis::http
