// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#include "base/utf8.h"
#include "corpus/reader_registry.h"

#include <boost/test/unit_test.hpp>
#include <rapidcheck.h>

#include "tests/support/golden.h"
#include "tests/support/temp_dir.h"

#include <filesystem>
#include <set>
#include <string>
#include <vector>

using namespace praxis;
using namespace praxis::corpus;
using namespace praxis::tests;

namespace {

std::vector<std::filesystem::path> golden_inputs() {
    std::vector<std::filesystem::path> inputs;
    for (const auto& entry : std::filesystem::recursive_directory_iterator(golden_folder("corpus")))
        if (entry.path().stem() == "input")
            inputs.push_back(entry.path());
    std::sort(inputs.begin(), inputs.end());
    return inputs;
}

// The text with a piece cut out, written twice or overwritten: what breaks on its way to us.
std::string damaged(std::string text) {
    const auto begin = *rc::gen::inRange<std::size_t>(0, text.size() + 1);
    const auto length = *rc::gen::inRange<std::size_t>(0, 40);
    const std::string piece = text.substr(begin, length);
    switch (*rc::gen::inRange(0, 4)) {
    case 0:
        return text.erase(begin, piece.size());
    case 1:
        return text.insert(begin, piece);
    case 2:
        return text.replace(begin, piece.size(), *rc::gen::arbitrary<std::string>());
    default:
        return text.substr(0, begin);
    }
}

void check_record(const Record& record) {
    for (const KeyValue& value : record.values) {
        RC_ASSERT(!value.key.empty() && (!value.value.empty() || !value.path.empty()));
        RC_ASSERT(is_valid_utf8(value.key) && is_valid_utf8(value.value));
    }
    std::set<std::string> anchors;
    for (const schemas::Passage& passage : record.passages) {
        RC_ASSERT(!passage.heading.empty() || !passage.text.empty() || !passage.place.empty());
        RC_ASSERT(passage.heading.empty() || anchors.insert(passage.anchor).second);
        RC_ASSERT(is_valid_utf8(passage.heading) && is_valid_utf8(passage.text));
    }
}

} // namespace

BOOST_AUTO_TEST_SUITE(reader_property_suite)

BOOST_AUTO_TEST_CASE(damaged_sources_give_sound_records_or_an_error) {
    const TempDir folder;
    const ReaderRegistry registry;
    const std::vector<std::filesystem::path> inputs = golden_inputs();
    BOOST_TEST_REQUIRE(!inputs.empty());
    BOOST_TEST(rc::check([&] {
        const auto& input = *rc::gen::elementOf(inputs);
        const std::string name = input.filename().string();
        const auto file = folder.write(name, damaged(damaged(file_text(input))));
        const Choice choice = registry.choose({file, name});
        if (choice.treatment != Treatment::Read)
            return;
        choice.reader->read({file, name},
                            {.record = check_record, .diagnostic = [](const Diagnostic& remark) {
                                 RC_ASSERT(!remark.text.empty() && is_valid_utf8(remark.text));
                             }});
    }));
}

BOOST_AUTO_TEST_SUITE_END()
