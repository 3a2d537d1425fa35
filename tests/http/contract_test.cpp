// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#include <boost/test/data/monomorphic.hpp>
#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>
#include <nlohmann/json.hpp>

#include "tests/http/served_site.h"
#include "tests/support/golden.h"
#include "tests/support/temp_dir.h"

#include <regex>
#include <set>
#include <sstream>

// Golden cases: tests/golden/http/<case>/request is sent as it stands (its line ends become CR LF),
// `expected` is the answer without what changes from run to run, JSON and HTML laid out for
// reading. A case may have `settings`, lines of
//
//   budget N     requests that a client may send
//   repeat N     the request is sent so often; the last answer counts
//   fill N       each "…" of the request stands for N letters
//   patience N   milliseconds until a request must have arrived
//   revalidate 1 what is recorded is the answer to the request with the ETag of a first one

namespace praxis::http {

namespace {

using tests::Answer;

std::string as_sent(const std::string& text, int fill) {
    const std::string filled =
        std::regex_replace(text, std::regex("…"), std::string(static_cast<std::size_t>(fill), 'x'));
    return std::regex_replace(filled, std::regex("\n"), "\r\n");
}

std::string readable_body(const Answer& answer) {
    if (answer.header("Content-Type").starts_with("text/html"))
        return std::regex_replace(answer.body, std::regex("><"), ">\n<") + "\n";
    const std::string type = answer.header("Content-Type");
    if (answer.body.empty() || type.find("json") == std::string::npos ||
        type == "application/jsonl")
        return answer.body;
    return nlohmann::ordered_json::parse(answer.body).dump(2) + "\n";
}

std::string lasting_text(const Answer& answer) {
    std::string text = answer.text.substr(0, answer.text.find("\r\n")) + "\n";
    for (const auto& [name, value] : answer.headers)
        if (name != "Date" && name != "Server-Timing")
            text += name + ": " + value + "\n";
    text += "\n" + readable_body(answer);
    text = std::regex_replace(text, std::regex("W/\"7-[0-9a-f]{16}\""), "W/\"7-…\"");
    text = std::regex_replace(text, std::regex("\\?v=[0-9a-f]{16}"), "?v=…");
    const std::string figures =
        std::regex_replace(text, std::regex("\n([a-z_]+(\\{.*\\})?) [0-9.]+(?=\n)"), "\n$1 …");
    if (figures != text) // so many digits, so many bytes
        text = std::regex_replace(figures, std::regex("(Content-Length): [0-9]+"), "$1: …");
    return std::regex_replace(text, std::regex("(equest.[Ii]d\"?: \"?)[0-9a-f]{16}"), "$1…");
}

struct Settings {
    Site::Options options;
    ConnectionLimits limits;
    int repeat = 1;
    int fill = 0;
    bool revalidate = false;
};

Settings settings_of(const std::filesystem::path& folder) {
    Settings settings;
    if (!std::filesystem::exists(folder / "settings"))
        return settings;
    std::istringstream lines(tests::file_text(folder / "settings"));
    std::string name;
    for (int value = 0; lines >> name >> value;) {
        if (name == "budget")
            settings.options.budget = static_cast<std::uint64_t>(value);
        else if (name == "repeat")
            settings.repeat = value;
        else if (name == "fill")
            settings.fill = value;
        else if (name == "revalidate")
            settings.revalidate = value != 0;
        else if (name == "patience")
            settings.limits.body_deadline = std::chrono::milliseconds(value);
        else
            BOOST_FAIL("unknown setting " + name);
    }
    return settings;
}

} // namespace

BOOST_AUTO_TEST_SUITE(contract_suite)

BOOST_DATA_TEST_CASE(answers_as_recorded, tests::golden_cases("http"), name) {
    const auto folder = tests::golden_folder("http") / name;
    const Settings settings = settings_of(folder);
    const tests::ServedSite site(settings.limits, settings.options);
    std::string request = as_sent(tests::file_text(folder / "request"), settings.fill);
    if (settings.revalidate)
        request.insert(request.rfind("\r\n"),
                       "If-None-Match: " + site.fetch(request).header("ETag") + "\r\n");
    Answer answer;
    for (int i = 0; i < settings.repeat; ++i)
        answer = site.fetch(request, !settings.revalidate && !request.starts_with("HEAD "));
    tests::check_golden(folder / "expected", lasting_text(answer));
}

BOOST_AUTO_TEST_CASE(records_every_problem_at_least_once) {
    std::set<std::string> shown;
    for (const std::string& name : tests::golden_cases("http")) {
        const std::string text = tests::file_text(tests::golden_folder("http") / name / "expected");
        std::smatch found;
        if (std::regex_search(text, found, std::regex("\"/problems/([a-z-]+)\"")))
            shown.insert(found[1]);
    }
    for (const ProblemKind& kind : problem_kinds())
        BOOST_TEST(shown.contains(std::string(kind.name)), kind.name);
}

BOOST_AUTO_TEST_SUITE_END()

} // namespace praxis::http
