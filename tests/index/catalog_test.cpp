// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#include "index/catalog.h"
#include "index/parts/catalog_text.h"

#include <boost/test/unit_test.hpp>
#include <rapidcheck.h>

#include <set>

using namespace praxis;
using namespace praxis::index;

namespace {

CataloguedFile
file(const std::string& source, const std::string& path, const std::vector<std::string>& ids) {
    CataloguedFile made;
    made.source = source;
    made.path = path;
    made.stamp = {.size = 1, .modified = -2, .changed = 3, .inode = 4};
    made.content = ~0ULL;
    made.reading = 7;
    for (const std::string& id : ids)
        made.publications.push_back({id, id.size(), "title of " + id});
    return made;
}

std::vector<std::string> chunks_of(const auto& catalog) {
    std::vector<std::string> chunks;
    const auto visited = visit_chunks(catalog, [&](std::string_view text) -> Result<void> {
        chunks.emplace_back(text);
        return {};
    });
    BOOST_REQUIRE(visited.has_value());
    return chunks;
}

Result<Catalog> parsed(const std::vector<std::string>& chunks) {
    CatalogParser parser(0);
    for (const std::string& chunk : chunks)
        if (auto read = parser.read(chunk); !read)
            return tl::unexpected(read.error());
    return parser.finish();
}

std::vector<CataloguedFile> files_of(const Catalog& catalog, std::string_view source = "") {
    std::vector<CataloguedFile> files;
    catalog.visit_files(source, [&](const CataloguedFile& seen) { files.push_back(seen); });
    return files;
}

// A catalog of `count` files, those of `changed` with another title.
Catalog big_catalog(int count, const std::set<int>& changed = {}) {
    Catalog catalog;
    for (int i = 0; i < count; ++i) {
        CataloguedFile made =
            file("s", std::to_string(1'000'000 + i) + ".md", {"s/" + std::to_string(i)});
        if (changed.contains(i))
            made.publications[0].title = "changed";
        BOOST_REQUIRE(catalog.put(std::move(made)).has_value());
    }
    return catalog;
}

} // namespace

BOOST_AUTO_TEST_SUITE(catalog_suite)

BOOST_AUTO_TEST_CASE(finds_files_and_publications) {
    Catalog catalog;
    BOOST_REQUIRE(catalog.put(file("b", "x.md", {"b/x"})).has_value());
    BOOST_REQUIRE(catalog.put(file("a", "y.md", {"a/y", "a/z"})).has_value());
    BOOST_REQUIRE(catalog.put(file("a", "empty.md", {})).has_value());
    BOOST_TEST(catalog.file_count() == 3U);
    BOOST_TEST(catalog.publication_count() == 3U);
    BOOST_TEST(catalog.file("a", "y.md")->publications.size() == 2U);
    BOOST_TEST(catalog.file("a", "x.md") == nullptr);
    BOOST_TEST(catalog.file_of("a/z")->path == "y.md");
    BOOST_TEST(catalog.publication("a/z")->title == "title of a/z");
    BOOST_TEST(catalog.publication("b/y") == nullptr);
    BOOST_TEST(files_of(catalog).front().path == "empty.md");
    BOOST_TEST(files_of(catalog, "b").size() == 1U);
    BOOST_TEST(files_of(catalog, "c").empty());
}

BOOST_AUTO_TEST_CASE(replaces_and_forgets_a_file_with_its_publications) {
    Catalog catalog;
    BOOST_REQUIRE(catalog.put(file("a", "x.md", {"1", "2"})).has_value());
    BOOST_REQUIRE(catalog.put(file("a", "x.md", {"2", "3"})).has_value());
    BOOST_TEST(catalog.publication("1") == nullptr);
    BOOST_TEST(catalog.publication("3") != nullptr);
    BOOST_TEST(catalog.publication_count() == 2U);
    BOOST_TEST(catalog.remove("a", "x.md"));
    BOOST_TEST(!catalog.remove("a", "x.md"));
    BOOST_TEST(catalog.publication_count() == 0U);
}

BOOST_AUTO_TEST_CASE(names_both_places_of_an_id) {
    Catalog catalog;
    BOOST_REQUIRE(catalog.put(file("a", "x.md", {"1"})).has_value());
    const auto collision = catalog.put(file("b", "y.md", {"2", "1"}));
    BOOST_TEST_REQUIRE(!collision.has_value());
    BOOST_TEST((collision.error().kind() == ErrorKind::Conflict));
    for (const char* part : {"x.md of source a", "y.md of source b"})
        BOOST_TEST(collision.error().message().find(part) != std::string::npos, part);
    BOOST_TEST(catalog.publication("2") == nullptr);
    BOOST_TEST(!catalog.put(file("b", "z.md", {"3", "3"})).has_value());
    BOOST_TEST(catalog.file("b", "z.md") == nullptr);
}

BOOST_AUTO_TEST_CASE(writes_the_lines_that_the_format_page_shows) {
    Catalog catalog;
    CataloguedFile made = file("samples", "a b.md", {"samples/a-b"});
    made.content = 12;
    made.remarks.push_back({.severity = 1, .line = 3, .column = 0, .text = "a\ttab\nand \\n"});
    BOOST_REQUIRE(catalog.put(made).has_value());
    catalog.names.aliases = {{"old/id", "samples/a-b"}};
    catalog.names.tombstones = {{"gone", {"gone", "A title", "2026-11-22"}}};
    BOOST_TEST(chunks_of(catalog) ==
                   std::vector<std::string>{"F\tsamples\ta b.md\t1\t-2\t3\t4\t12\t7\n"
                                            "R\t1\t3\t0\ta\\ttab\\nand \\\\n\n"
                                            "P\tsamples/a-b\t11\ttitle of samples/a-b\n"},
               boost::test_tools::per_element());
    BOOST_TEST(chunks_of(catalog.names) ==
                   std::vector<std::string>{"A\told/id\tsamples/a-b\n"
                                            "T\tgone\tA title\t2026-11-22\n"},
               boost::test_tools::per_element());
    BOOST_TEST((files_of(parsed(chunks_of(catalog)).value()) == std::vector{made}));
    Names names;
    for (const std::string& chunk : chunks_of(catalog.names))
        BOOST_REQUIRE(read_names(chunk, names).has_value());
    BOOST_TEST((names == catalog.names));
}

BOOST_AUTO_TEST_CASE(reads_back_any_catalog) {
    const bool reads_back = rc::check([] {
        const auto texts =
            *rc::gen::container<std::vector<std::string>>(rc::gen::container<std::string>(
                rc::gen::element('a', '\t', '\n', '\\', 't', 'n', '\xC3')));
        Catalog catalog;
        for (std::size_t i = 0; i < texts.size(); ++i) {
            CataloguedFile made = file(texts[i], std::to_string(i), {texts[i] + std::to_string(i)});
            made.remarks.push_back({.severity = 2, .line = 1, .column = 2, .text = texts[i]});
            made.publications[0].title = texts[i];
            RC_PRE(catalog.put(std::move(made)).has_value());
        }
        RC_ASSERT(files_of(parsed(chunks_of(catalog)).value()) == files_of(catalog));
    });
    BOOST_TEST(reads_back);
}

BOOST_AUTO_TEST_CASE(shares_all_chunks_but_those_that_changed) {
    const auto before = chunks_of(big_catalog(100'000));
    const auto after = chunks_of(big_catalog(100'001, {5'000}));
    BOOST_TEST(before.size() > 2U);
    const std::set<std::string> known(before.begin(), before.end());
    int fresh = 0;
    for (const std::string& chunk : after)
        fresh += known.contains(chunk) ? 0 : 1;
    BOOST_TEST(fresh >= 1);
    BOOST_TEST(fresh <= 4); // the two changes, and a border that may move with each
    BOOST_TEST(parsed(after).value().publication_count() == 100'001U);
}

BOOST_AUTO_TEST_CASE(refuses_lines_that_are_none_of_ours) {
    for (const char* text :
         {"X\t1\n",
          "P\tid\t1\ttitle\n", // before any file
          "F\ts\tp\t1\t2\t3\t4\t5\n",
          "F\ts\tp\t1\t2\t3\t4\t5\t6\t7\n",
          "F\ts\tp\tx\t2\t3\t4\t5\t6\n",
          "F\ts\tp\t-1\t2\t3\t4\t5\t6\n",
          "F\ts\tp\t1\t2\t3\t4\t5\t6\nP\tid\t1\tt\nF\ts\tq\t1\t2\t3\t4\t5\t6\nP\tid\t1\tt\n",
          "\n"})
        BOOST_TEST(!parsed({text}).has_value(), text);
    Names names;
    BOOST_TEST(!read_names("A\tonly one\n", names).has_value());
    BOOST_TEST(!read_names("F\ts\tp\t1\t2\t3\t4\t5\t6\n", names).has_value());
}

BOOST_AUTO_TEST_SUITE_END()
