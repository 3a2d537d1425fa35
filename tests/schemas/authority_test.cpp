// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#include "schemas/authority.h"
#include "schemas/verdicts.h"

#include <boost/test/data/monomorphic.hpp>
#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>

#include <ostream>

using namespace praxis;
using namespace praxis::schemas;

namespace {

std::string with(std::string_view inside) {
    return "<authority xmlns='urn:praxis:authority'>" + std::string(inside) + "</authority>";
}

constexpr std::string_view bodies = R"(
  <organization id="practice" name="Center for Practice" from="2014-07-01">
    <name until="2014-06-30">Methods Bureau</name><acronym>CP</acronym>
  </organization>
  <organization id="forms" name="Forms Society" into="practice"/>
  <organization id="water" name="Water Lab" part-of="forms"/>
  <person id="ada" name="Ada Hill"><name>A. Hill</name></person>)";

Authority authority() {
    Authority read;
    BOOST_TEST_REQUIRE(read.add(with(bodies), "a.xml").has_value());
    BOOST_TEST_REQUIRE(read.check("library.xml").has_value());
    return read;
}

struct Mistake {
    std::string inside;
    std::string message;
};

std::ostream& operator<<(std::ostream& out, const Mistake& row) {
    return out << row.inside;
}

const Mistake mistakes[] = {
    {"<organization id='a' name='A'/><organization id='a' name='B'/>", "is there already"},
    {"<organization id='a' name='A'/><organization id='b' name='a'/>", "another entry too"},
    {"<organization id='a' name='A' into='b'/>", "names \"b\", which is not there"},
    {"<organization id='a' name='A' into='b'/><organization id='b' name='B' into='a'/>",
     "goes into itself"},
    {"<organization id='a' name='A' part-of='a'/>", "a part of itself"},
    {"<organization id='a'/>", "name"},
};

std::string error_of(const std::string& inside) {
    Authority read;
    auto added = read.add(with(inside), "a.xml");
    if (added)
        added = read.check("library.xml");
    return added ? "" : added.error().what();
}

} // namespace

BOOST_AUTO_TEST_SUITE(authority_suite)

BOOST_AUTO_TEST_CASE(any_name_means_one_body) {
    const Authority read = authority();
    for (const std::string name :
         {"Center for Practice", "methods bureau", "CP", "practice", "Forms Society"}) {
        const AuthorityEntry* meant = read.match(AuthorityKind::Organization, name);
        BOOST_TEST_REQUIRE(meant != nullptr, name);
        BOOST_TEST(meant->id == "practice");
    }
    BOOST_TEST(read.match(AuthorityKind::Person, "A. Hill")->id == "ada");
    BOOST_TEST(read.match(AuthorityKind::Person, "Methods Bureau") == nullptr);
}

BOOST_AUTO_TEST_CASE(a_part_stands_below_its_whole) {
    const Authority read = authority();
    const Term term = read.term(*read.find("water"));
    BOOST_TEST(term.value == "practice/water");
    BOOST_TEST(term.labels.front() == "Center for Practice");
}

BOOST_AUTO_TEST_CASE(a_name_holds_for_its_days) {
    const Authority read = authority();
    const AuthorityEntry& entry = *read.find("practice");
    BOOST_TEST(read.name_on(entry, {2014, 6, 30}) == "Methods Bureau");
    BOOST_TEST(read.name_on(entry, {2014, 7, 1}) == "Center for Practice");
}

BOOST_AUTO_TEST_CASE(names_of_all_eras_are_one_group) {
    const auto groups = authority().name_groups();
    BOOST_TEST_REQUIRE(groups.size() == 2U);
    const NameGroup expected = {"Center for Practice", "Methods Bureau", "CP", "Forms Society"};
    BOOST_TEST(groups.front() == expected, boost::test_tools::per_element());
}

BOOST_DATA_TEST_CASE(says_what_is_wrong, mistakes) {
    BOOST_TEST(error_of(sample.inside).find(sample.message) != std::string::npos,
               error_of(sample.inside));
}

BOOST_AUTO_TEST_CASE(keeps_what_editors_said) {
    Verdicts verdicts;
    BOOST_TEST_REQUIRE(verdicts
                           .add("<verdicts xmlns='urn:praxis:verdicts'><publication id='s/a'>"
                                "<refused topic='fire' by='Ada'>no</refused>"
                                "<accepted topic='safety/police'/></publication></verdicts>",
                                "v.xml")
                           .has_value());
    BOOST_TEST((verdicts.of("s/a")->at("fire") == Verdict::Refused));
    BOOST_TEST((verdicts.of("s/a")->at("safety/police") == Verdict::Accepted));
    BOOST_TEST(verdicts.of("s/b") == nullptr);
    BOOST_TEST(!verdicts
                    .add("<verdicts xmlns='urn:praxis:verdicts'><publication id='s/a'>"
                         "<accepted topic='fire'/></publication></verdicts>",
                         "w.xml")
                    .has_value());
}

BOOST_AUTO_TEST_SUITE_END()
