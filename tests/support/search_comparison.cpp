// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#include "tests/support/search_comparison.h"

#include "server/search/answering.h"
#include "server/search/query/query_parser.h"
#include "server/search/synonyms/query_names.h"

#include <fmt/format.h>

#include "tests/support/random_publication.h"
#include "tests/support/search_library.h"

#include <algorithm>
#include <cmath>
#include <random>
#include <utility>

namespace praxis::tests {

using namespace search;

namespace {

bool nearly_equal(double a, double b) {
    return std::abs(a - b) <= 1e-5 * std::max({1.0, std::abs(a), std::abs(b)});
}

std::string
hits_difference(const SearchAnswer& answer, const Oracle::Answer& expected, std::size_t page_size) {
    if (answer.total != expected.hits.size())
        return fmt::format("total {} instead of {}", answer.total, expected.hits.size());
    if (answer.hits.size() != std::min<std::size_t>(answer.total, page_size))
        return fmt::format("{} hits", answer.hits.size());
    for (std::size_t i = 0; i < answer.hits.size(); ++i) {
        const Hit& hit = answer.hits[i];
        const auto found =
            std::find_if(expected.hits.begin(), expected.hits.end(), [&](const Oracle::Hit& h) {
                return h.id == hit.publication.id;
            });
        if (found == expected.hits.end())
            return "a wrong hit: " + hit.publication.id;
        if (hit.score && !nearly_equal(*hit.score, found->score))
            return fmt::format("{} scores {} instead of {}", found->id, *hit.score, found->score);
        if (found->id != expected.hits[i].id &&
            !(hit.score && nearly_equal(found->score, expected.hits[i].score)))
            return fmt::format("hit {} is {} instead of {}", i, found->id, expected.hits[i].id);
    }
    return "";
}

std::string listed(const std::vector<FacetValue>& values) {
    std::string text;
    for (const FacetValue& value : values)
        text += fmt::format("{}{}({}){}[{}] ",
                            value.value,
                            value.selected ? "*" : "",
                            value.label,
                            value.count,
                            listed(value.children));
    return text;
}

std::string facets_difference(const std::vector<FacetCounts>& facets,
                              const std::vector<FacetCounts>& expected) {
    if (facets.size() != expected.size())
        return "another number of facets";
    for (std::size_t i = 0; i < facets.size(); ++i)
        if (facets[i] != expected[i])
            return fmt::format("facet {}:\n  {} more {}\ninstead of\n  {} more {}",
                               facets[i].field,
                               listed(facets[i].values),
                               facets[i].more,
                               listed(expected[i].values),
                               expected[i].more);
    return "";
}

// Rules of words that titles have, of one or two on each side.
Synonyms random_synonyms(std::uint64_t seed, const Snapshot& snapshot) {
    std::vector<std::string> titles;
    for (std::uint32_t document = 0; document < snapshot.document_count(); ++document)
        if (snapshot.lives(document))
            titles.push_back(snapshot.publication(document).title);
    if (titles.empty())
        return {};
    std::mt19937_64 engine(seed);
    const auto name = [&] {
        const auto tokens = snapshot.analyzers().analyze(titles[engine() % titles.size()]);
        std::string words = tokens.empty() ? "fire" : tokens[engine() % tokens.size()].text;
        if (engine() % 2 == 0 && !tokens.empty())
            words += " " + tokens[engine() % tokens.size()].text;
        return words;
    };
    std::vector<SynonymRule> rules;
    for (int i = 0; i < 12; ++i)
        if (i % 3 == 0)
            rules.push_back({{name()}, {name()}, i});
        else
            rules.push_back({{name(), name()}, {}, i});
    return {rules, snapshot.analyzers()};
}

} // namespace

MemoryGenerationParts random_generation(std::uint64_t seed, std::size_t count) {
    MemoryGenerationParts parts{search_library(), searchable_publications(seed, count)};
    std::mt19937_64 engine(seed);
    for (std::uint32_t document = 0; document < parts.publications.size(); ++document)
        if (engine() % 10 == 0)
            parts.deleted.insert(document);
    return parts;
}

ComparedLibrary::ComparedLibrary(std::uint64_t seed, std::size_t count) {
    MemoryGenerationParts parts = random_generation(seed, count);
    std::vector<schemas::Publication> live;
    for (std::uint32_t document = 0; document < parts.publications.size(); ++document)
        if (!parts.deleted.contains(document))
            live.push_back(parts.publications[document]);
    const auto snapshot = Snapshot::make(memory_generation(std::move(parts)));
    *this = ComparedLibrary(seed, snapshot.value(), live);
}

MemoryGenerationParts changed_library(std::uint64_t seed, std::size_t count, bool relabelled) {
    MemoryGenerationParts parts{search_library(), {}};
    parts.base = searchable_publications(seed, count);
    const std::vector<schemas::Publication> others = searchable_publications(seed + 7919, count);
    std::mt19937_64 engine(seed);
    for (std::size_t i = 0; i < count; ++i) {
        const std::uint64_t fate = engine() % 16;
        if (fate == 0)
            continue;
        schemas::Publication publication = fate < 3 ? others[i] : parts.base[i];
        publication.id = parts.base[i].id;
        if (relabelled && fate < 5)
            relabel(publication);
        parts.publications.push_back(std::move(publication));
        if (fate == 15) {
            parts.publications.push_back(others[i]);
            parts.publications.back().id = fmt::format("new/{}", i);
        }
    }
    return parts;
}

ComparedLibrary ComparedLibrary::with_delta(std::uint64_t seed, std::size_t count) {
    MemoryGenerationParts parts = changed_library(seed, count, false);
    const std::vector<schemas::Publication> live = parts.publications;
    return {seed, Snapshot::make(memory_generation(std::move(parts))).value(), live};
}

ComparedLibrary::ComparedLibrary(std::uint64_t seed,
                                 std::shared_ptr<const Snapshot> snapshot,
                                 const std::vector<schemas::Publication>& live)
    : snapshot_(std::move(snapshot)), oracle_(std::make_unique<Oracle>(snapshot_->library(), live)),
      requests_(std::make_unique<RandomRequests>(seed, snapshot_->library(), live)) {
    if (seed % 4 < 2) // with what is worked out beforehand, and without
        for (const Layer& layer : snapshot_->layers())
            layer.make_aids(1);
}

void ComparedLibrary::use_synonyms(std::uint64_t seed) {
    synonyms_ = random_synonyms(seed, *snapshot_);
}

Answered<SearchAnswer> ComparedLibrary::answer(const SearchRequest& request) const {
    const Deadline deadline(std::chrono::steady_clock::now() + std::chrono::minutes(10));
    return search::answer(request, std::nullopt, *snapshot_, deadline, synonyms_);
}

bool ComparedLibrary::is_expanded(const SearchRequest& request) const {
    const auto parsed = parse_query(request.q, request.match, snapshot_->query_fields());
    if (!parsed)
        return false;
    Node expanded = parsed->query;
    std::vector<Note> notes;
    expand_query(expanded, *snapshot_, synonyms_, notes);
    return expanded != parsed->query;
}

std::string ComparedLibrary::difference(const SearchRequest& request) const {
    auto parsed = parse_query(request.q, request.match, snapshot_->query_fields());
    const auto answered = answer(request);
    if (!parsed.has_value() || !answered.has_value())
        return parsed.has_value() == answered.has_value()
                   ? ""
                   : "refused: " + answered.error().errors.front().reason;
    std::vector<Note> notes;
    expand_query(parsed->query, *snapshot_, synonyms_, notes);
    const Oracle::Answer expected = oracle_->answer(request, parsed->query);
    const std::string hits = hits_difference(*answered, expected, request.page_size);
    return hits.empty() ? facets_difference(answered->facets, expected.facets) : hits;
}

std::string described(const SearchRequest& request) {
    std::string text = fmt::format("q={} match={} sort={} facet_size={}",
                                   request.q,
                                   static_cast<int>(request.match),
                                   request.sort ? static_cast<int>(*request.sort) : -1,
                                   request.facet_size);
    for (const FacetFilter& filter : request.filters) {
        text += fmt::format(" {}{}", filter.facet, filter.missing ? ".missing" : "");
        for (const std::string& value : filter.any)
            text += " any " + value;
        for (const std::string& value : filter.all)
            text += " all " + value;
        for (const std::string& value : filter.none)
            text += " not " + value;
    }
    for (const RangeFilter& range : request.ranges)
        text += fmt::format(" {}={}..{}",
                            range.field,
                            range.from ? range.from->to_string() : "",
                            range.to ? range.to->to_string() : "");
    return text;
}

} // namespace praxis::tests
