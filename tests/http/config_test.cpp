// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#include "server/config.h"

#include <boost/test/unit_test.hpp>

#include "tests/support/temp_dir.h"

namespace praxis::http {

namespace {

using namespace std::chrono_literals;

Result<ServerConfig> configured(std::vector<std::string> arguments,
                                const Environment& environment = {}) {
    arguments.insert(arguments.begin(), {"--index", "/i"});
    return read_config(arguments, environment);
}

void check_error(const std::vector<std::string>& arguments, const std::string& expected) {
    const auto config = configured(arguments);
    BOOST_REQUIRE(!config.has_value());
    BOOST_TEST(std::string(config.error().what()) == expected);
}

} // namespace

BOOST_AUTO_TEST_SUITE(config_suite)

BOOST_AUTO_TEST_CASE(has_defaults_for_everything_but_the_index) {
    const auto config = configured({});
    BOOST_REQUIRE(config.has_value());
    BOOST_TEST(config->searcher.index == "/i");
    BOOST_TEST(config->http.host == "127.0.0.1");
    BOOST_TEST(config->http.port == 8080);
    BOOST_TEST(config->site.running >= 4U);
    BOOST_TEST(!config->site.log_queries);
    BOOST_TEST(!read_config({}, {}).has_value());
}

BOOST_AUTO_TEST_CASE(puts_flags_over_environment_over_file) {
    const tests::TempDir folder;
    const std::string file =
        folder.write("server.conf", "# one\n\nlisten = a:1\nconnections=11\n searches = 3 \n");
    const Environment environment = {{"PRAXIS_SERVER_LISTEN", "b:2"},
                                     {"PRAXIS_SERVER_CONNECTIONS", "12"},
                                     {"PATH", "/bin"},
                                     {"PRAXIS_PORT", "1"}};
    const auto config = configured({"--config", file, "--listen=c:3"}, environment);
    BOOST_REQUIRE(config.has_value());
    BOOST_TEST(config->http.host == "c");
    BOOST_TEST(config->http.port == 3);
    BOOST_TEST(config->http.limits.connections == 12U);
    BOOST_TEST(config->site.running == 3U);
}

BOOST_AUTO_TEST_CASE(takes_the_file_from_the_environment) {
    const tests::TempDir folder;
    const std::string file = folder.write("server.conf", "listen = a:1\n");
    const auto config = configured({}, {{"PRAXIS_SERVER_CONFIG", file}});
    BOOST_REQUIRE(config.has_value());
    BOOST_TEST(config->http.host == "a");
}

BOOST_AUTO_TEST_CASE(reads_values_of_every_kind) {
    const auto config = configured({"--listen",
                                    "[::1]:0",
                                    "--idle-deadline",
                                    "1.5",
                                    "--log-queries",
                                    "yes",
                                    "--origins",
                                    "https://a.example https://b.example",
                                    "--refresh-interval=0.05"});
    BOOST_REQUIRE(config.has_value());
    BOOST_TEST(config->http.host == "::1");
    BOOST_TEST((config->http.limits.idle_deadline == 1500ms));
    BOOST_TEST(config->site.log_queries);
    BOOST_TEST(config->site.origins.size() == 2U);
    BOOST_TEST((config->refresh_interval == 50ms));
    BOOST_TEST(configured({"--origins", "none"})->site.origins.empty());
}

BOOST_AUTO_TEST_CASE(says_what_is_wrong_in_one_sentence) {
    check_error({"--listne", "a:1"}, "unknown setting --listne; did you mean --listen?");
    check_error({"--listne"}, "unknown setting --listne; did you mean --listen?");
    check_error({"--quux=1"}, "unknown setting --quux; 'praxis-server --help' lists what there is");
    check_error({"--listen"}, "--listen needs a value after it");
    check_error({"--listen", "8080"},
                "--listen is '8080', but it must be HOST:PORT, such as 127.0.0.1:8080");
    check_error(
        {"--listen", "::1:80"},
        "--listen is '::1:80', but it must be HOST:PORT; an IPv6 address stands in brackets");
    check_error({"--listen", "a:70000"},
                "--listen is 'a:70000', but it must be HOST:PORT, such as 127.0.0.1:8080");
    check_error({"--searches", "0"},
                "--searches is '0', but it must be a whole number from 1 to 10000");
    check_error({"--idle-deadline", "nan"},
                "--idle-deadline is 'nan', but it must be seconds, from 0.01 to 86400");
    check_error({"--log-queries", "true"}, "--log-queries is 'true', but it must be yes or no");
    check_error({"index"},
                "'index' is not expected here; settings begin with --, such as --index DIR");
}

BOOST_AUTO_TEST_CASE(says_where_in_the_file_and_which_variable) {
    const tests::TempDir folder;
    const std::string file = folder.write("server.conf", "listen = a:1\nserches = 3\n");
    BOOST_TEST(std::string(configured({"--config", file}).error().what()) ==
               file + ":2: unknown setting serches; did you mean searches?");
    const std::string broken = folder.write("broken.conf", "listen\n");
    BOOST_TEST(std::string(configured({"--config", broken}).error().what()) ==
               broken + ":1: a line must be 'name = value'");
    BOOST_TEST(std::string(configured({}, {{"PRAXIS_SERVER_SERCHES", "3"}}).error().what()) ==
               "unknown setting PRAXIS_SERVER_SERCHES; did you mean PRAXIS_SERVER_SEARCHES?");
    BOOST_TEST((configured({"--config", file + "x"}).error().kind() == ErrorKind::NotFound));
}

BOOST_AUTO_TEST_CASE(teaches_every_setting) {
    const std::string help = help_text();
    for (const char* name : {"--index DIR",
                             "--listen HOST:PORT",
                             "--config FILE",
                             "--log-queries yes|no",
                             "PRAXIS_SERVER_LISTEN",
                             "Exit status"})
        BOOST_TEST(help.find(name) != std::string::npos, name);
}

BOOST_AUTO_TEST_SUITE_END()

} // namespace praxis::http
