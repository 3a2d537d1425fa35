// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#include "corpus/reader_registry.h"

#include <boost/test/data/monomorphic.hpp>
#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>

#include "tests/corpus/reading_text.h"
#include "tests/support/golden.h"

#include <algorithm>
#include <filesystem>
#include <string>
#include <vector>

// Every folder tests/golden/corpus/<format>/<case>/ holds a source as input.* and what its reader
// hands over as expected.txt. The text is invented; each case imitates one thing that real
// sources do.

using namespace praxis::corpus;
using namespace praxis::tests;

namespace {

std::vector<std::string> all_cases() {
    std::vector<std::string> cases;
    for (const std::string& format : golden_cases("corpus"))
        for (const std::string& name : golden_cases("corpus/" + format))
            cases.push_back(format + "/" + name);
    return cases;
}

// The input that a reader takes; its companion, if it has one, is read along.
SourceFile input_of(const std::filesystem::path& folder) {
    std::vector<std::filesystem::path> inputs;
    for (const auto& entry : std::filesystem::directory_iterator(folder))
        if (entry.path().stem() == "input")
            inputs.push_back(entry.path());
    std::sort(inputs.rbegin(), inputs.rend());
    BOOST_TEST_REQUIRE(!inputs.empty(), folder << " has no input");
    const auto& file = inputs.front();
    return {file, file.filename().string()};
}

} // namespace

BOOST_AUTO_TEST_SUITE(reader_golden_suite)

BOOST_DATA_TEST_CASE(hands_over_what_is_expected, all_cases()) {
    const auto folder = golden_folder("corpus/" + sample);
    const SourceFile source = input_of(folder);
    const ReaderRegistry registry;
    const Choice choice = registry.choose(source);
    ReadingText reading;
    if (choice.treatment == Treatment::Read)
        choice.reader->read(source, reading.sink());
    const std::string found =
        choice.treatment == Treatment::Read
            ? fmt::format("read as {}\n\n{}", choice.reader->format(), reading.text())
            : fmt::format("not read: {}\n", choice.reason);
    check_golden(folder / "expected.txt", found);
}

BOOST_AUTO_TEST_SUITE_END()
