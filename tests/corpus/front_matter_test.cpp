// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#include "corpus/front_matter.h"

#include <boost/test/data/monomorphic.hpp>
#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>
#include <fmt/format.h>
#include <rapidcheck.h>

#include <ostream>

using namespace praxis::corpus;

namespace {

struct Row {
    std::string input;
    std::string values; // "key=value" of each, separated by '|'
    std::string why;
};

std::ostream& operator<<(std::ostream& out, const Row& row) {
    return out << row.why;
}

std::string shown(const std::vector<KeyValue>& values) {
    std::string text;
    for (const KeyValue& entry : values)
        text += fmt::format("{}{}={}", text.empty() ? "" : "|", entry.key, entry.value);
    return text;
}

const Row yaml_rows[] = {
    {"title: A plan", "title=A plan", "a plain value"},
    {"Title : A plan  ", "title=A plan", "blanks around key and value"},
    {"title: \"A \\\"plan\\\" \\u00e9\\ud83d\\ude00\"", "title=A \"plan\" é😀", "escapes"},
    {"title: 'The city''s plan'", "title=The city's plan", "a doubled quote"},
    {"a:\nb: ~\nc: null\nd: \"\"\ne: x", "e=x", "empty values"},
    {"# note\na: x # why\nb: x#y", "a=x|b=x#y", "comments"},
    {"url: http://a.b/c:d", "url=http://a.b/c:d", "colons inside a value"},
    {"title: Trends: the year", "title=Trends: the year", "a colon that strict YAML refuses"},
    {"title: \"A\" and \"B\"", "title=A\" and \"B", "quotes that do not match"},
    {"title: \"open\ndate: 2016", "title=open|date=2016", "an open quote swallows nothing"},
    {"a: &x one\nb: !!str two", "a=one|b=two", "anchors and tags"},
    {"title:A plan", "title=A plan", "no blank behind the colon"},
    // lists
    {"t:\n  - a\n  - \"b, c\"\n", "t=a|t=b, c", "a list, indented"},
    {"t:\n- a\n- b\nu: c", "t=a|t=b|u=c", "a list at the key's own indentation"},
    {"t: [a, 'b, c', \"d\"]", "t=a|t=b, c|t=d", "a list in brackets"},
    {"t: [a,\n  b,\n  c]\nu: d", "t=a|t=b|t=c|u=d", "brackets over several lines"},
    {"t: [a, b\nu: c", "t=a|t=b|u=c", "an open bracket swallows nothing"},
    {"t: []\nu: {}", "", "empty lists and maps"},
    {"t:\n  - a\n\n  # note\n  - b", "t=a|t=b", "blank lines and comments in a list"},
    {"t:\n  -\n    a", "t=a", "an item on the next line"},
    // maps
    {"a:\n  b: 1\n  c:\n    d: 2\ne: 3", "a.b=1|a.c.d=2|e=3", "nested maps"},
    {"a: {b: 1, c: [2, 3]}", "a.b=1|a.c=2|a.c=3", "a map in braces"},
    {"r:\n  - name: x\n    url: y\n  - name: z", "r.name=x|r.url=y|r.name=z", "a list of maps"},
    // text over several lines
    {"s: >\n  one\n  two\n\n  three\nt: x", "s=one two\nthree|t=x", "folded"},
    {"s: |-\n  one\n   two\nt: x", "s=one\n two|t=x", "literal, with its own indentation"},
    {"s: one\n  two: three\nt: x", "s=one two: three|t=x", "a plain value that goes on"},
    {"s: \"one\n  two\"\nt: x", "s=one two|t=x", "a quoted value that goes on"},
    {"s: one\ntwo\nt: x", "s=one two|t=x", "a value that goes on without indentation"},
    {"s: \"one\ntwo as follows: three\nfour\"\nt: x",
     "s=one two as follows: three four|t=x",
     "a colon in a quoted value that goes on"},
    {"t: a\nt: b", "t=a|t=b", "a duplicate key keeps both"},
};

const Row toml_rows[] = {
    {"title = \"A plan\" # note", "title=A plan", "a string"},
    {"date = 2016-05-02T10:00:00Z\ndraft = true", "date=2016-05-02T10:00:00Z|draft=true", "others"},
    {"tags = [\n \"a\",\n \"b\",\n]\n[menu]\nname = 'x'", "tags=a|tags=b|menu.name=x", "a table"},
    {"s = \"\"\"\none\ntwo\"\"\"\nt = {a = 1}", "s=one\ntwo|t.a=1", "long strings, inline tables"},
};

struct Fence {
    std::string input;
    std::string values;
    std::string body;
    int body_line;
    int remarks;
    std::string why;
};

std::ostream& operator<<(std::ostream& out, const Fence& row) {
    return out << row.why;
}

const Fence fences[] = {
    {"---\na: b\n---\nText", "a=b", "Text", 4, 0, "clean"},
    {"---  \na: b\n--- \nText", "a=b", "Text", 4, 0, "blanks behind the lines"},
    {"\n\n---\na: b\n---\nText", "a=b", "Text", 6, 1, "blank lines in front"},
    {"----\na: b\n-----\nText", "a=b", "Text", 4, 0, "too many hyphens"},
    {"---\na: b\n...\nText", "a=b", "Text", 4, 0, "closed by dots"},
    {"---\na: b\n\nText, long.", "a=b", "\nText, long.", 3, 1, "never closed"},
    {"---\na: b\n\nAll of it: text.", "a=b", "\nAll of it: text.", 3, 1, "prose with a colon"},
    {"---\na: b\n\nText.\n\n---\nMore", "a=b", "\nText.\n\n---\nMore", 3, 1, "a rule is no end"},
    {"---\na: \"b\n\nc\n\nd\"\n---\nText", "a=b c d", "Text", 8, 0, "blank lines in quotes"},
    {"---\n---\nText", "", "Text", 3, 0, "empty"},
    {"---\n\nA rule, no key.\n---\n", "", "---\n\nA rule, no key.\n---\n", 1, 0, "a rule on top"},
    {"Text\n---\na: b\n---", "", "Text\n---\na: b\n---", 1, 0, "none at the top"},
    {"+++\na = 1\n+++\nText", "a=1", "Text", 4, 0, "TOML"},
    {"{\"a\": [1, {\"b\": \"x\"}]}\nText", "a=1|a.b=x", "\nText", 1, 0, "JSON"},
    {"{{ tag }} text", "", "{{ tag }} text", 1, 0, "a template tag is no JSON"},
    {"", "", "", 1, 0, "an empty file"},
};

} // namespace

BOOST_AUTO_TEST_SUITE(front_matter_suite)

BOOST_DATA_TEST_CASE(reads_what_people_write_as_yaml, yaml_rows) {
    BOOST_TEST(shown(split_front_matter("---\n" + sample.input + "\n---\n").values) ==
               sample.values);
}

BOOST_DATA_TEST_CASE(reads_toml, toml_rows) {
    BOOST_TEST(shown(split_front_matter("+++\n" + sample.input + "\n+++\n").values) ==
               sample.values);
}

BOOST_DATA_TEST_CASE(finds_where_the_body_begins, fences) {
    const FrontMatter front = split_front_matter(sample.input);
    BOOST_TEST(shown(front.values) == sample.values);
    BOOST_TEST(front.body == sample.body);
    BOOST_TEST(front.body_line == sample.body_line);
    BOOST_TEST(front.remarks.size() == static_cast<std::size_t>(sample.remarks));
}

BOOST_AUTO_TEST_CASE(remarks_say_the_line) {
    const FrontMatter front = split_front_matter("---\na: b\nc: \"d\" e\"f\na: x\n---\n");
    BOOST_REQUIRE(front.remarks.size() == 2U);
    BOOST_TEST(front.remarks[0].line == 3);
    BOOST_TEST(front.remarks[0].text == "front matter: the quotes of \"c\" do not match");
    BOOST_TEST(front.remarks[1].line == 4);
    BOOST_TEST(front.values.at(1).line == 3);
}

BOOST_AUTO_TEST_CASE(ends_for_any_text) {
    rc::check([](const std::vector<std::string>& words) {
        static const std::vector<std::string> pieces = {"a: ",
                                                        "- ",
                                                        "\n",
                                                        "  ",
                                                        "[",
                                                        "]",
                                                        "{",
                                                        "}",
                                                        "\"",
                                                        "'",
                                                        "|",
                                                        ">",
                                                        ":",
                                                        ",",
                                                        "#",
                                                        "---\n"};
        std::string text = "---\na: b\n";
        for (const std::string& word : words)
            text +=
                word.empty() ? "x" : pieces[static_cast<unsigned char>(word[0]) % pieces.size()];
        const FrontMatter front = split_front_matter(text);
        RC_ASSERT(!front.values.empty());
        RC_ASSERT(text.ends_with(front.body));
    });
}

BOOST_AUTO_TEST_CASE(bears_any_depth) {
    const std::string open(100'000, '[');
    BOOST_TEST(!split_front_matter("---\na: " + open + "\n---\n").values.empty());
    std::string deep = "---\n";
    for (std::size_t i = 0; i < 2'000; ++i)
        deep += std::string(i, ' ') + "a:\n";
    BOOST_TEST(split_front_matter(deep + "---\nText").body == "Text");
}

BOOST_AUTO_TEST_SUITE_END()
