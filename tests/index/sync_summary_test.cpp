// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#include "index/sync_summary.h"

#include <boost/test/unit_test.hpp>

#include "tests/support/temp_dir.h"

using namespace praxis;
using namespace praxis::index;

namespace {

SyncSummary summary() {
    SyncSummary summary;
    summary.finished = "2026-11-22T09:00:00Z";
    summary.seconds = 1.25;
    summary.published = 17;
    summary.publications = 1;
    summary.added = 2;
    summary.replaced = 3;
    summary.removed = 4;
    summary.kept = 5;
    summary.files = 6;
    summary.unchanged_files = 7;
    summary.rejected_files = 8;
    summary.ignored_files = 9;
    summary.rejections = {{"s", "a \"quoted\" name.md", 3, 4, "no\ttitle"}, {"s", "b", 0, 0, ""}};
    summary.more_rejections = 10;
    return summary;
}

} // namespace

BOOST_AUTO_TEST_SUITE(sync_summary_suite)

BOOST_AUTO_TEST_CASE(reads_back_what_was_written) {
    const tests::TempDir folder;
    BOOST_TEST(!read_sync_summary(folder.path()).value());
    BOOST_REQUIRE(write_sync_summary(folder.path(), summary()));
    BOOST_TEST((read_sync_summary(folder.path()).value().value() == summary()));

    BOOST_REQUIRE(write_sync_summary(folder.path(), {}));
    BOOST_TEST((read_sync_summary(folder.path()).value().value() == SyncSummary{}));
}

BOOST_AUTO_TEST_CASE(refuses_what_was_damaged_and_names_the_file) {
    const tests::TempDir folder;
    std::string text = sync_summary_to_json(summary());
    text[text.find("\"added\": 2") + 9] = '7';
    folder.write("last_sync.json", text);
    const auto read = read_sync_summary(folder.path());
    BOOST_REQUIRE(!read);
    BOOST_CHECK(read.error().kind() == ErrorKind::Corrupt);
    BOOST_TEST(std::string(read.error().what()).find("last_sync.json is damaged") !=
               std::string::npos);
}

BOOST_AUTO_TEST_SUITE_END()
