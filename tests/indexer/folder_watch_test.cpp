// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#include "indexer/folder_watch.h"

#include <boost/test/unit_test.hpp>

#include "tests/support/temp_dir.h"

#include <fstream>

using namespace praxis::indexer;
using praxis::tests::TempDir;
using namespace std::chrono_literals;

namespace fs = std::filesystem;

namespace {

// Waits for a change that has happened already; without it the wait would last ten minutes, and
// the program be stopped.
void wait_for_change(FolderWatch& folders) {
    folders.wait({.quiet = 20ms, .busy = 2s, .idle = 10min}, {});
}

void write(const fs::path& file, const std::string& text) {
    std::ofstream(file) << text;
}

} // namespace

BOOST_AUTO_TEST_SUITE(folder_watch_suite)

BOOST_AUTO_TEST_CASE(tells_of_files_written_moved_and_removed) {
    const TempDir folder;
    FolderWatch folders({folder.path()}, {});
    BOOST_TEST(folders.unwatched() == 0);
    write(folder.path() / "a.md", "one");
    wait_for_change(folders);
    fs::rename(folder.path() / "a.md", folder.path() / "b.md");
    wait_for_change(folders);
    fs::remove(folder.path() / "b.md");
    wait_for_change(folders);
    BOOST_TEST(folders.being_written().empty());
}

BOOST_AUTO_TEST_CASE(tells_of_folders_that_came_later) {
    const TempDir folder;
    FolderWatch folders({folder.path()}, {});
    fs::create_directories(folder.path() / "2026" / "11");
    wait_for_change(folders);
    write(folder.path() / "2026" / "11" / "a.md", "one");
    wait_for_change(folders);
}

BOOST_AUTO_TEST_CASE(knows_what_is_being_written) {
    const TempDir folder;
    const fs::path file = folder.path() / "long.md";
    FolderWatch folders({folder.path()}, {});
    std::ofstream out(file);
    out << "half" << std::flush;
    wait_for_change(folders);
    BOOST_TEST(folders.being_written().contains(file));
    out << " whole";
    out.close();
    wait_for_change(folders);
    BOOST_TEST(folders.being_written().empty());
}

BOOST_AUTO_TEST_CASE(a_single_file_and_its_replacement_are_watched) {
    const TempDir folder;
    const fs::path file = folder.path() / "library.xml";
    write(file, "old");
    FolderWatch folders({file}, {});
    write(folder.path() / "new", "new");
    wait_for_change(folders);
    fs::rename(folder.path() / "new", file);
    wait_for_change(folders);
}

BOOST_AUTO_TEST_CASE(a_folder_that_comes_back_is_watched_again) {
    const TempDir folder;
    const fs::path source = folder.path() / "source";
    fs::create_directories(source);
    FolderWatch folders({source}, {});
    fs::remove_all(source);
    wait_for_change(folders);
    fs::create_directories(source);
    folders.wait({.quiet = 20ms, .busy = 2s, .idle = 50ms}, {});
    write(source / "a.md", "one");
    wait_for_change(folders);
    BOOST_TEST(folders.unwatched() == 0);
}

BOOST_AUTO_TEST_CASE(the_index_and_hidden_names_say_nothing) {
    const TempDir folder;
    fs::create_directories(folder.path() / "index");
    FolderWatch folders({folder.path()}, folder.path() / "index");
    write(folder.path() / "index" / "CURRENT", "1");
    write(folder.path() / ".hidden", "x");
    std::stop_source stop;
    stop.request_stop();
    folders.wait({.quiet = 20ms, .busy = 2s, .idle = 10min}, stop.get_token());
    folders.wait({.quiet = 20ms, .busy = 2s, .idle = 200ms}, {});
    BOOST_TEST(folders.being_written().empty());
}

BOOST_AUTO_TEST_SUITE_END()
