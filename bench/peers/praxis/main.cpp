// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#include "base/utf8.h"
#include "bench/peers/engine.h"
#include "server/search/searcher.h"

#include <fmt/format.h>

#include <algorithm>
#include <cstdlib>
#include <memory>
#include <stdexcept>
#include <utility>

// Praxis as an engine of bench/compare: requests to a Searcher over a published index, answered in
// this process. It only serves; the index is made by praxis-indexer sync.
//
// Words are quoted, so that they match as they stand, as they do in the other engines.

namespace {

using namespace praxis;
using bench::Findings;
using bench::Question;

std::string quoted(const std::string& words) {
    return "\"" + words + "\"";
}

std::string query_of(const Question& question) {
    const std::vector<std::string>& words = question.words;
    switch (question.kind) {
    case Question::Kind::Prefix:
        return words.at(0) + "*";
    case Question::Kind::Phrase:
        return quoted(fmt::format("{}", fmt::join(words, " ")));
    case Question::Kind::Or:
        return quoted(fmt::format("{}", fmt::join(words, "\" OR \"")));
    default:
        return quoted(fmt::format("{}", fmt::join(words, "\" AND \"")));
    }
}

std::string slug(std::string label) {
    label = to_lower_ascii(label);
    std::replace(label.begin(), label.end(), ' ', '-');
    return label;
}

search::SearchRequest request_of(const Question& question) {
    search::SearchRequest request;
    request.q = query_of(question);
    request.match = search::Match::All;
    request.rank = search::Rank::Plain;
    request.highlight = search::Highlight::None;
    request.only_ids = true;
    request.facets = question.facets;
    if (question.filter)
        request.filters.push_back(
            {question.filter->first, {slug(question.filter->second)}, {}, {}, false});
    return request;
}

Findings findings_of(search::SearchAnswer answer) {
    Findings findings;
    findings.total = answer.total;
    for (const search::FacetCounts& facet : answer.facets)
        for (const search::FacetValue& value : facet.values)
            findings.facet_sum += value.count;
    findings.ids = std::move(answer.ids);
    return findings;
}

int serve(const bench::Command& command) {
    const auto searcher = search::Searcher::open({command.index, std::chrono::seconds(60)});
    if (!searcher)
        throw std::runtime_error(searcher.error().what());
    return bench::serve([&](const Question& question) {
        auto answer = (*searcher)->search(request_of(question));
        if (!answer)
            throw std::runtime_error(answer.error().errors.empty()
                                         ? answer.error().detail
                                         : answer.error().errors.front().reason);
        return findings_of(std::move(*answer));
    });
}

std::uint64_t refused(const bench::Command&) {
    throw std::runtime_error("praxis-indexer makes the index");
}

} // namespace

int main(int argc, char** argv) {
    ::setenv("LC_ALL", "C.UTF-8", 1); // Lucene++ refuses every file under a locale that is none
    return bench::run_engine(argc, argv, refused, refused, serve);
}
