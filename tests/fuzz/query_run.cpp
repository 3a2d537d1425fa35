// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#include "tests/fuzz/query_run.h"

#include "base/utf8.h"
#include "schemas/library.h"
#include "analyzers/analyzer_set.h"
#include "server/search/query/query_parser.h"
#include "server/search/query/query_settling.h"

#include <cstdlib>
#include <optional>

namespace praxis::fuzz {

using namespace search;

namespace {

void promise(bool kept) {
    if (!kept)
        std::abort();
}

const schemas::Library& fuzzed_library() {
    static const schemas::Library known = [] {
        schemas::Library library;
        library.languages = {"en"};
        for (const char* name : {"title", "author"})
            library.fields.emplace_back().name = name;
        for (const char* name : {"kind", "topic", "year"})
            library.facets.emplace_back().name = name;
        library.facets.back().shape = schemas::FacetShape::Range;
        return library;
    }();
    return known;
}

void check(const RequestProblem& problem, std::string_view text) {
    promise(!problem.errors.empty());
    for (const ParameterError& error : problem.errors)
        promise(error.position && *error.position <= text.size() && !error.reason.empty());
}

void check_understood(const Node& query) {
    const std::string text = understood(query);
    promise(!text.empty() && is_valid_utf8(text));
}

std::optional<ParsedQuery> parse(std::string_view bytes) {
    if (bytes.empty())
        return std::nullopt;
    static const QueryFields fields(fuzzed_library());
    const auto match = static_cast<Match>(static_cast<unsigned char>(bytes.front()) % 3);
    const std::string_view text = bytes.substr(1);
    auto parsed = parse_query(text, match, fields);
    if (!parsed) {
        check(parsed.error(), text);
        return std::nullopt;
    }
    check_understood(parsed->query);
    return std::move(*parsed);
}

} // namespace

void run_query_parser(std::string_view bytes) {
    parse(bytes);
}

void run_query_settling(std::string_view bytes) {
    static const analyzers::AnalyzerSet analyzers(fuzzed_library());
    if (auto parsed = parse(bytes))
        check_understood(settle_query(std::move(parsed->query), analyzers, parsed->notes));
}

} // namespace praxis::fuzz
