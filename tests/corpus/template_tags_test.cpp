// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#include "corpus/template_tags.h"

#include <boost/test/data/monomorphic.hpp>
#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>
#include <rapidcheck.h>

#include <ostream>

using namespace praxis::corpus;

namespace {

struct Row {
    std::string input;
    std::string expected;
    std::string why;
};

std::ostream& operator<<(std::ostream& out, const Row& row) {
    return out << row.why;
}

const Row rows[] = {
    {"no { tags } here", "no { tags } here", "braces of the text stay"},
    // Hugo
    {R"({{< img src="a.png" alt="A map" caption="" >}})", "A map", "an image's description"},
    {R"({{< img src=a alt="A map" caption="By Ada" >}})", "A map By Ada", "and its caption"},
    {R"({{< img alt="A map" caption="A map" >}})", "A map", "the same twice is said once"},
    {R"({{< img src="a.png" alt="600-x-374-logo\_5a" >}})", "", "a file's name describes nothing"},
    {R"({{< file path="a.pptx" label="View the slides" >}})", "View the slides", "a label"},
    {R"({{< quote text="Be plain." cite="Ada Hill, City of Yuma" >}})",
     "Be plain. Ada Hill, City of Yuma",
     "a quotation"},
    {R"({{< youtube "dQw4w9" >}}{{< tweet user="Ada Hill" id="6" >}})", "", "ids and users"},
    {"{{< note variant=\"alert\" >}}\nText\n{{< /note >}}",
     "\nText\n",
     "what stands between stays"},
    {R"(see [this]({{< ref "2014-11-a b.md" >}} "Title"))", R"(see [this](# "Title"))", "a link"},
    {R"([this]({{< ref "a.md" >}}"Title"))", R"([this](# "Title"))", "a link without a blank"},
    {R"(<a href="{{< ref "a.md" >}}">A</a>)", R"(<a href="#">A</a>)", "an address in HTML"},
    {R"(see {{< ref "/topics/a.md" >}} now)", "see  now", "an address in the text"},
    {"{{< highlight html >}}\n<b>\n{{< /highlight >}}", "\n```\n\n<b>\n\n```\n", "code"},
    // Liquid and Nunjucks
    {R"({% image "a/b.jpg" "Ada at her desk" %})", "Ada at her desk", "the second string"},
    {R"({% pic "a.jpg" "wide" "The "new" office" %})", "The \"new\" office", "quotes in quotes"},
    {"{% include \"quote.html\",\n  size: \"md\",\n  quote: \"It works.\"\n%}",
     "It works.\n\n\n",
     "arguments over several lines"},
    {"{% if page.title == \"some words\" %}a{% endif %}", "a", "logic"},
    {"a{% comment %}b{% endcomment %}c", "ac", "a comment goes"},
    {"{% comment %}a", "a", "a comment without end"},
    {"{# a note #}b", "b", "Nunjucks' comment"},
    {"{% raw %}{{ x }}{% endraw %}", "{{ x }}", "raw text"},
    {"[a]({{ site.baseurl }}{% link _pages/a.md %})", "[a](##)", "an address of two tags"},
    {"[ref]: {{ site.url }}/a", "[ref]: #/a", "the address of a reference"},
    {"{{ page.title }} and {{\"x\" | url}}", " and ", "expressions"},
    {"a {{ b", "a {{ b", "an open tag is text"},
    {"{{ a\n}}b", "\nb", "line ends stay"},
    {"```\n{{ x }} {% y %}\n```\n{{ z }}", "```\n{{ x }} {% y %}\n```\n", "code fences"},
    // attribute lists
    {"Text\n{: .table .wide}", "Text\n", "of a block"},
    {"![A](a.png){.left .wide}", "![A](a.png)", "of an image"},
    {"## Aims {#aims}", "## Aims {#aims}", "a heading's id stays"},
    {"## Aims {: #aims .x}", "## Aims {#aims}", "a heading's id, written otherwise"},
    {"{::nomarkdown}a{:/}", "a", "switches"},
};

} // namespace

BOOST_AUTO_TEST_SUITE(template_tags_suite)

BOOST_DATA_TEST_CASE(keeps_the_text_that_tags_carry, rows) {
    BOOST_TEST(replace_template_tags(sample.input) == sample.expected);
}

BOOST_AUTO_TEST_CASE(bears_any_text) {
    rc::check([](const std::vector<unsigned char>& choices) {
        static const std::vector<std::string> pieces = {
            "{{", "}}", "{%", "%}",  "{{<",    ">}}",     "{#", "#}",  "{:",    "}",  "\"",
            "'",  " ",  "\n", "raw", "endraw", "comment", "](", "<a ", "```\n", "a=", "|"};
        std::string text;
        for (const unsigned char choice : choices)
            text += pieces[choice % pieces.size()];
        replace_template_tags(text);
    });
}

BOOST_AUTO_TEST_CASE(takes_no_longer_for_many_open_tags) {
    for (const char* piece : {"{{", "{%", "{", "{% raw %}", "{% comment %}", "{{< x \"", "]("}) {
        std::string text;
        for (int i = 0; i < 100'000; ++i)
            text += piece;
        BOOST_TEST(replace_template_tags(text).size() <= text.size() * 8);
    }
}

BOOST_AUTO_TEST_SUITE_END()
