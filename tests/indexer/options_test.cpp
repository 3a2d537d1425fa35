// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#include "indexer/options.h"

#include <boost/test/data/monomorphic.hpp>
#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>

#include <ostream>
#include <sstream>

using namespace praxis;
using namespace praxis::indexer;

namespace {

std::vector<std::string> words(const std::string& line) {
    std::istringstream in(line);
    std::vector<std::string> all;
    for (std::string word; in >> word;)
        all.push_back(word);
    return all;
}

struct Mistake {
    std::string line;
    std::string message;
};

std::ostream& operator<<(std::ostream& out, const Mistake& row) {
    return out << row.line;
}

const Mistake mistakes[] = {
    {"", "which command? 'praxis-indexer --help' lists them"},
    {"snyc a", "there is no command snyc; did you mean sync? ('praxis-indexer --help' lists them)"},
    {"frobnicate", "there is no command frobnicate ('praxis-indexer --help' lists them)"},
    {"sync a", "sync needs --index DIR, the folder of the index"},
    {"sync a --index", "--index needs a value"},
    {"sync a --index d --dryrun",
     "sync knows no option --dryrun; did you mean --dry-run? ('praxis-indexer sync --help' lists "
     "them)"},
    {"history --index d --strict",
     "history knows no option --strict ('praxis-indexer history --help' lists them)"},
    {"rollback --index d", "rollback needs --to N, the generation to serve again"},
    {"rollback --index d --to 1x",
     "'1x' is no generation; give its number ('praxis-indexer history' lists them)"},
    {"rollback --index d --to 0",
     "'0' is no generation; give its number ('praxis-indexer history' lists them)"},
    {"pin --index d", "pin needs one generation: praxis-indexer pin N --label TEXT --index DIR"},
    {"library a b", "library explains one description at a time"},
};

} // namespace

BOOST_AUTO_TEST_SUITE(options_suite)

BOOST_DATA_TEST_CASE(meets_a_mistake_with_one_sentence, mistakes) {
    const auto command = parse_command_line(words(sample.line));
    BOOST_REQUIRE(!command);
    BOOST_TEST(command.error().message() == sample.message);
    BOOST_TEST(static_cast<int>(command.error().kind()) ==
               static_cast<int>(ErrorKind::InvalidInput));
}

BOOST_AUTO_TEST_CASE(reads_sources_and_options_in_any_order) {
    const auto command = parse_command_line(
        words("sync a --index=d --strict b --source news --report r.json -- -c"));
    BOOST_REQUIRE(command);
    const auto& sync = std::get<SyncOptions>(*command);
    BOOST_TEST((sync.sources == std::vector<std::filesystem::path>{"a", "b", "-c"}));
    BOOST_TEST(sync.index == "d");
    BOOST_TEST(sync.only_source == "news");
    BOOST_TEST(sync.report.value() == "r.json");
    BOOST_TEST(sync.strict);
    BOOST_TEST(!sync.dry_run);
}

BOOST_AUTO_TEST_CASE(explains_every_command) {
    for (const char* name : {"sync", "check", "history", "rollback", "pin", "verify", "library"}) {
        const auto command = parse_command_line(words(std::string(name) + " --help"));
        BOOST_REQUIRE(command);
        BOOST_TEST(std::get<HelpOptions>(*command).text.starts_with(std::string("praxis-indexer ") +
                                                                    name));
    }
}

BOOST_AUTO_TEST_SUITE_END()
