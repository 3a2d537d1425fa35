// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#include "schemas/publication_json.h"
#include "corpus/file_reading.h"
#include "corpus/name_directory.h"
#include "corpus/source_walk.h"

#include <boost/test/data/monomorphic.hpp>
#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>
#include <fmt/format.h>

#include "tests/support/golden.h"
#include "tests/support/temp_dir.h"

using namespace praxis;
using namespace praxis::corpus;

namespace {

const schemas::Library& library() {
    static const schemas::Library loaded = schemas::default_library().value();
    return loaded;
}

std::string_view name_of(Severity severity) {
    return severity == Severity::Note      ? "note"
           : severity == Severity::Warning ? "warning"
                                           : "error";
}

// Everything that becomes of the files of a folder, as text.
std::string reading_of(const std::filesystem::path& folder) {
    const schemas::Source source{.name = "golden",
                                 .folder = {},
                                 .rules = {{"expected*", true, {}}},
                                 .defaults = {},
                                 .keys = {}};
    const ReaderRegistry registry;
    const auto walk = walk_source(folder, PathRules(library(), source), registry).value();
    const NameDirectory names(walk.files, library().lookups);
    const PublicationMaker maker(library(), source, names_of_directory(names));
    std::string publications;
    std::string diagnostics;
    for (const WalkedFile& file : walk.files) {
        const bool is_publication = read_publications(
            file.source,
            registry,
            maker,
            {.publication =
                 [&](schemas::Publication one) {
                     publications += schemas::publication_to_json(one, 2) + "\n";
                 },
             .diagnostic =
                 [&](Diagnostic one) {
                     diagnostics += fmt::format(
                         "{}:{}: {}: {}\n", one.path, one.line, name_of(one.severity), one.text);
                 }});
        if (!is_publication)
            diagnostics += fmt::format("{}: ignored\n", file.source.path);
    }
    return publications + diagnostics;
}

void check_area(std::string_view area) {
    for (const std::string& name : tests::golden_cases(area)) {
        const std::filesystem::path folder = tests::golden_folder(area) / name;
        tests::check_golden(folder / "expected.txt", reading_of(folder));
    }
}

} // namespace

BOOST_AUTO_TEST_SUITE(file_reading_suite)

BOOST_AUTO_TEST_CASE(reads_markdown) {
    check_area("publications/markdown");
}

BOOST_AUTO_TEST_CASE(reads_text) {
    check_area("publications/text");
}

BOOST_AUTO_TEST_CASE(reads_json_lines) {
    check_area("publications/jsonl");
}

BOOST_AUTO_TEST_CASE(a_format_that_is_not_read_is_an_error) {
    const tests::TempDir folder;
    folder.write("a.pdf", "%PDF");
    BOOST_TEST(reading_of(folder.path()) ==
               "a.pdf:0: error: PDF is not read by this version; publish its text as HTML, "
               "Markdown or text\n");
}

BOOST_AUTO_TEST_CASE(names_of_people_are_looked_up) {
    const tests::TempDir folder;
    folder.write("content/authors/ada/_index.md", "---\ndisplay_name: Ada Hill\n---\n");
    folder.write("content/authors/ben-ray.md", "---\ndisplay_name: Ben Q. Ray\n---\n");
    folder.write("content/a.md", "---\ntitle: A\nauthors: [ada, BEN-RAY, cy-lee]\n---\nText.\n");
    const std::string reading = reading_of(folder.path());
    for (const char* name : {"Ada Hill", "Ben Q. Ray", "Cy Lee"}) {
        const std::string labels = fmt::format("\"labels\": [\n        \"{}\"", name);
        BOOST_TEST(reading.find(labels) != std::string::npos, name);
    }
}

BOOST_AUTO_TEST_CASE(a_new_name_changes_the_fingerprint) {
    const tests::TempDir folder;
    const ReaderRegistry registry;
    const schemas::Source source;
    const auto fingerprint = [&] {
        const auto walk =
            walk_source(folder.path(), PathRules(library(), source), registry).value();
        return NameDirectory(walk.files, library().lookups).fingerprint();
    };
    folder.write("authors/ada.md", "---\ndisplay_name: Ada Hill\n---\n");
    const auto before = fingerprint();
    BOOST_TEST(before == fingerprint());
    folder.write("authors/ada.md", "---\ndisplay_name: Ada B. Hill\n---\n");
    BOOST_TEST(before != fingerprint());
}

BOOST_AUTO_TEST_SUITE_END()
