// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#include "index/folder/ledger.h"
#include "index/folder/seal.h"
#include "index/manifest.h"

#include <boost/test/unit_test.hpp>

using namespace praxis;
using namespace praxis::index;

namespace {

const Manifest manifest{.number = 17,
                        .parent = 15,
                        .published = "2026-11-22T09:00:00Z",
                        .publications = 3,
                        .added = 1,
                        .replaced = 2,
                        .removed = 4,
                        .rejected = 5,
                        .analysis = 0xFFFF'FFFF'FFFF'FFFF,
                        .reading = 1,
                        .epoch = 2,
                        .commit = "segments_9",
                        .files = {{"library/1.xml", 10, 11},
                                  {"catalog/2.zst", 20, 0xABCD'0000'0000'0001},
                                  {"epochs/2/lucene/_0.cfs", 1ULL << 40U, 31}},
                        .image = 41,
                        .images = {{"images/5.image", 50, 51}}};

const Ledger ledger{.last_number = 9,
                    .last_published = 8,
                    .hold = Hold{.to = 3, .from = 8, .since = "2026-11-22T09:00:00Z"},
                    .pins = {{3, "quarterly \"report\"\n"}, {5, "Müller"}}};

// Every text that differs from `text` in one bit is refused.
void check_every_flip_is_refused(std::string text, const auto& parse) {
    BOOST_REQUIRE(parse(text).has_value());
    for (std::size_t at = 0; at < text.size(); ++at)
        for (unsigned bit = 0; bit < 8; ++bit) {
            const char before = text[at];
            text[at] = static_cast<char>(static_cast<unsigned char>(before) ^ (1U << bit));
            BOOST_REQUIRE_MESSAGE(!parse(text).has_value(), "flip at " << at << " bit " << bit);
            text[at] = before;
        }
    for (std::size_t length = 0; length < text.size(); ++length)
        BOOST_REQUIRE(!parse(text.substr(0, length)).has_value());
    BOOST_TEST(!parse(text + " ").has_value());
}

} // namespace

BOOST_AUTO_TEST_SUITE(manifest_suite)

BOOST_AUTO_TEST_CASE(reads_back_what_was_written) {
    BOOST_TEST((manifest_from_json(manifest_to_json(manifest)).value() == manifest));
    BOOST_TEST((manifest_from_json(manifest_to_json({})).value() == Manifest{}));
    BOOST_TEST((ledger_from_json(ledger_to_json(ledger)).value() == ledger));
    BOOST_TEST((ledger_from_json(ledger_to_json({})).value() == Ledger{}));
}

BOOST_AUTO_TEST_CASE(reads_a_manifest_from_before_there_were_images) {
    Manifest older = manifest;
    older.image = 0;
    older.images.clear();
    std::string json = unseal(manifest_to_json(older)).value();
    const std::size_t members = json.find(",\n \"image\"");
    BOOST_TEST_REQUIRE(members != std::string::npos);
    json.replace(members, std::string::npos, "\n}");
    BOOST_TEST((manifest_from_json(seal(json)).value() == older));
}

BOOST_AUTO_TEST_CASE(refuses_every_damaged_text) {
    check_every_flip_is_refused(manifest_to_json(manifest), manifest_from_json);
    check_every_flip_is_refused(ledger_to_json(ledger), ledger_from_json);
}

BOOST_AUTO_TEST_CASE(finds_the_files_of_a_part) {
    BOOST_TEST((files_below(manifest, "catalog/") == std::vector{manifest.files[1]}));
    BOOST_TEST(files_below(manifest, "names/").empty());
}

BOOST_AUTO_TEST_SUITE_END()
