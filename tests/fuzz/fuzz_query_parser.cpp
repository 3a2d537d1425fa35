// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0
// Any bytes give a query or a problem; what is understood is settled and read again.

#include "base/utf8.h"
#include "schemas/library.h"
#include "analyzers/analyzer_set.h"
#include "server/search/query/query_parser.h"
#include "server/search/query/query_settling.h"

#include <cstdint>
#include <cstdlib>
#include <string_view>

namespace {

using namespace praxis;
using namespace praxis::search;

schemas::Library fuzzed_library() {
    schemas::Library library;
    library.languages = {"en"};
    for (const char* name : {"title", "author"})
        library.fields.emplace_back().name = name;
    for (const char* name : {"kind", "topic", "year"})
        library.facets.emplace_back().name = name;
    library.facets.back().shape = schemas::FacetShape::Range;
    return library;
}

void require(bool condition) {
    if (!condition)
        std::abort();
}

void check(std::string_view text, Match match) {
    static const schemas::Library library = fuzzed_library();
    static const QueryFields fields(library);
    static const analyzers::AnalyzerSet analyzers(library);
    auto parsed = parse_query(text, match, fields);
    if (!parsed) {
        for (const ParameterError& error : parsed.error().errors)
            require(error.position && *error.position <= text.size() && !error.reason.empty());
        require(!parsed.error().errors.empty());
        return;
    }
    require(is_valid_utf8(understood(parsed->query)));
    const Node settled = settle_query(std::move(parsed->query), analyzers, parsed->notes);
    const std::string again = understood(settled);
    require(!again.empty() && is_valid_utf8(again));
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    if (size == 0)
        return 0;
    const std::string_view text(reinterpret_cast<const char*>(data) + 1, size - 1);
    check(text, static_cast<Match>(data[0] % 3));
    return 0;
}
