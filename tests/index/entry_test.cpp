// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#include "base/utf8.h"
#include "schemas/publication_json.h"
#include "index/compression.h"
#include "index/entry.h"

#include <boost/test/unit_test.hpp>

#include "tests/index/tiny_library.h"

#include <algorithm>

using namespace praxis;
using namespace praxis::index;
using namespace praxis::tests;

namespace {

// Made of a library with the fields title and body.
Entry entry_of(const schemas::Publication& publication) {
    const schemas::Library library = tiny_library();
    return make_entry(publication, library, analyzers::AnalyzerSet(library));
}

schemas::Publication publication(const std::vector<std::string>& passages) {
    schemas::Publication made;
    made.id = "a";
    made.title = "Fire";
    for (const std::string& text : passages)
        made.passages.emplace_back().text = text;
    return made;
}

const IndexedField* field_of(const Entry& entry, std::string_view name) {
    const auto found = std::find_if(entry.fields.begin(),
                                    entry.fields.end(),
                                    [&](const IndexedField& field) { return field.name == name; });
    return found == entry.fields.end() ? nullptr : &*found;
}

std::string shown(const IndexedField& field) {
    std::string text;
    for (const IndexedToken& token : field.tokens)
        text += token.text + "@" + std::to_string(token.position) + " ";
    return text + "length " + std::to_string(field.length);
}

} // namespace

BOOST_AUTO_TEST_SUITE(entry_suite)

BOOST_AUTO_TEST_CASE(gives_each_value_positions_behind_a_gap) {
    const Entry entry = entry_of(publication({"fire districts", "", "merged"}));
    BOOST_TEST(shown(*field_of(entry, "title")) == "fire@0 length 1");
    BOOST_TEST(shown(*field_of(entry, "body")) == "fire@0 districts@1 merged@102 length 3");
}

BOOST_AUTO_TEST_CASE(counts_what_ranks_and_indexes_all_forms) {
    const Entry entry = entry_of(publication({"council-manager 2017-2020"}));
    const IndexedField& body = *field_of(entry, "body");
    BOOST_TEST(body.length < body.tokens.size());
    const auto ascends = [](const IndexedToken& a, const IndexedToken& b) {
        return a.position < b.position;
    };
    BOOST_TEST(std::is_sorted(body.tokens.begin(), body.tokens.end(), ascends));
}

BOOST_AUTO_TEST_CASE(leaves_out_fields_without_a_word) {
    const Entry entry = entry_of(publication({"...", " "}));
    BOOST_TEST(field_of(entry, "body") == nullptr);
}

BOOST_AUTO_TEST_CASE(keeps_terms_short_enough_for_the_index) {
    const Entry entry = entry_of(publication({std::string(20'000, 'x') + " end"}));
    for (const IndexedToken& token : field_of(entry, "body")->tokens)
        BOOST_TEST(count_code_points(token.text) <= 255U);
    BOOST_TEST(field_of(entry, "body")->tokens.back().text == "end");
}

BOOST_AUTO_TEST_CASE(stores_the_publication_and_its_fingerprint) {
    const schemas::Publication given = publication({"fire districts"});
    const Entry entry = entry_of(given);
    const auto json = decompress(entry.stored, 1 << 20);
    BOOST_TEST_REQUIRE(json.has_value());
    BOOST_TEST((schemas::publication_from_json(*json).value() == given));
    BOOST_TEST(entry.fingerprint == index::fingerprint_of(given));
    schemas::Publication other = given;
    other.title += "!";
    BOOST_TEST(entry.fingerprint != index::fingerprint_of(other));
}

BOOST_AUTO_TEST_SUITE_END()
