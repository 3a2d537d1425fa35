// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#include "schemas/xml.h"

#include <boost/test/data/monomorphic.hpp>
#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>

#include "tests/support/shared_material.h"
#include "tests/support/temp_dir.h"

using namespace praxis;
using namespace praxis::schemas;
using namespace praxis::tests;

namespace {

std::vector<std::filesystem::path> xml_files(std::string_view below) {
    std::vector<std::filesystem::path> files;
    for (const auto& entry : std::filesystem::recursive_directory_iterator(shared_material(below)))
        if (entry.path().extension() == ".xml" || entry.path().extension() == ".XML")
            files.push_back(entry.path());
    return files;
}

// Every file parses, and pulling its elements one by one gives the same number of them.
void check_files(std::string_view below) {
    const auto count_elements = [](const auto& self, const XmlNode& node) -> std::size_t {
        std::size_t count = node.is_text() ? 0 : 1;
        for (const XmlNode& child : node.children)
            count += self(self, child);
        return count;
    };
    for (const auto& file : xml_files(below)) {
        const auto root = parse_xml(file_text(file), file.string());
        BOOST_TEST_REQUIRE(root.has_value(), (root ? "" : root.error().what()));
        auto reader = XmlReader::open(file, file.string());
        BOOST_REQUIRE(reader.has_value());
        std::size_t count = 0;
        while (reader->next_element())
            ++count;
        BOOST_TEST(count == count_elements(count_elements, *root), file.string());
        BOOST_TEST(reader->remarks().empty(), file.string());
    }
}

} // namespace

BOOST_AUTO_TEST_SUITE(xml_shared_suite)

BOOST_AUTO_TEST_CASE(parses_journal_articles, *needs_shared_material("corpus/plos-jats")) {
    check_files("corpus/plos-jats");
}

BOOST_AUTO_TEST_CASE(parses_bills_and_laws, *needs_shared_material("corpus/usgpo-uslm-samples")) {
    check_files("corpus/usgpo-uslm-samples");
}

BOOST_AUTO_TEST_CASE(parses_local_laws, *needs_shared_material("corpus/dc-law-xml")) {
    check_files("corpus/dc-law-xml");
}

BOOST_AUTO_TEST_CASE(parses_a_daily_register, *needs_shared_material("corpus/usgpo-bulk-samples")) {
    check_files("corpus/usgpo-bulk-samples");
}

BOOST_AUTO_TEST_CASE(parses_an_exported_blog, *needs_shared_material("corpus/cc-labs-blog")) {
    check_files("corpus/cc-labs-blog");
}

BOOST_AUTO_TEST_SUITE_END()
