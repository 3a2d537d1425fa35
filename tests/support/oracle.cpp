// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#include "tests/support/oracle.h"

#include "analyzers/collation.h"

#include <algorithm>
#include <cmath>
#include <functional>
#include <map>
#include <set>
#include <tuple>

namespace praxis::tests {

using namespace search;
using schemas::Facet;
using schemas::FacetShape;
using schemas::Publication;
using schemas::Term;

namespace {

std::set<std::string> values_of(const Publication& publication, const Facet& facet) {
    std::set<std::string> values;
    for (const Term& term : schemas::facet_terms(publication, facet)) {
        values.insert(term.value);
        for (std::size_t slash = term.value.find('/');
             facet.shape == FacetShape::Hierarchical && slash != std::string::npos;
             slash = term.value.find('/', slash + 1))
            values.insert(term.value.substr(0, slash));
    }
    return values;
}

bool in_range(const RangeFilter& range,
              const schemas::Library& library,
              const Publication& publication) {
    return OracleQuery::meets({range.field, range.from, range.to}, library, publication);
}

// A length of which only the four highest bits are known.
double four_bits_of(double length) {
    double unit = 1;
    while (length / unit >= 16)
        unit *= 2;
    return std::floor(length / unit) * unit;
}

std::string parent_of(const std::string& value) {
    const std::size_t slash = value.rfind('/');
    return slash == std::string::npos ? "" : value.substr(0, slash);
}

} // namespace

Oracle::Oracle(const schemas::Library& library, const std::vector<Publication>& publications)
    : library_(library), words_(library) {
    for (const Publication& publication : publications) {
        OraclePublication& known = publications_.emplace_back();
        known.publication = publication;
        for (const schemas::Field& field : library.fields) {
            std::vector<OracleText>& texts = known.fields.emplace_back();
            std::uint32_t length = 0;
            for (const std::string_view text : schemas::field_texts(publication, field)) {
                texts.push_back(words_.tokens(text));
                for (const analyzers::Token& token : texts.back())
                    if (token.kind == analyzers::TokenKind::Word ||
                        token.kind == analyzers::TokenKind::Part)
                        ++length;
            }
            if (field.weight > 0)
                known.length += field.weight * length;
        }
        known.length = four_bits_of(known.length);
        values_.emplace_back();
        for (const Facet& facet : library.facets)
            values_.back().push_back(values_of(publication, facet));
    }
}

Oracle::Asked Oracle::asked(const SearchRequest& request, const std::string& facet) {
    Asked asked;
    for (const FacetFilter& filter : request.filters)
        if (filter.facet == facet) {
            asked.any.insert(filter.any.begin(), filter.any.end());
            asked.all.insert(filter.all.begin(), filter.all.end());
            asked.none.insert(filter.none.begin(), filter.none.end());
            asked.missing = asked.missing || filter.missing;
        }
    for (const RangeFilter& range : request.ranges)
        if (range.field == facet)
            asked.ranges.push_back(range);
    return asked;
}

SearchRequest
Oracle::choosing(SearchRequest request, const std::string& facet, const std::string& value) {
    if (!asked(request, facet).all.empty()) {
        request.filters.push_back({facet, {}, {value}, {}, false});
        return request;
    }
    for (FacetFilter& filter : request.filters)
        if (filter.facet == facet) {
            filter.any.clear();
            filter.missing = false;
        }
    std::erase_if(request.ranges, [&](const RangeFilter& range) { return range.field == facet; });
    request.filters.push_back({facet, {value}, {}, {}, false});
    return request;
}

Oracle::Scores Oracle::scores(const Node& query) const {
    const OracleQuery bound(library_, words_, publications_, query);
    Scores scores;
    for (std::size_t p = 0; p < publications_.size(); ++p)
        scores.push_back(bound.score(p));
    return scores;
}

bool Oracle::passes(const Asked& asked, std::size_t facet, std::size_t publication) const {
    const std::set<std::string>& values = values_[publication][facet];
    const auto has = [&](const std::string& value) {
        return values.contains(value);
    };
    const auto meets = [&](const RangeFilter& range) {
        return in_range(range, library_, publications_[publication].publication);
    };
    if (!std::all_of(asked.all.begin(), asked.all.end(), has) ||
        std::any_of(asked.none.begin(), asked.none.end(), has))
        return false;
    if (asked.any.empty() && !asked.missing && asked.ranges.empty())
        return true;
    return std::any_of(asked.any.begin(), asked.any.end(), has) ||
           (asked.missing && values.empty()) ||
           std::any_of(asked.ranges.begin(), asked.ranges.end(), meets);
}

std::vector<bool> Oracle::passing(const SearchRequest& request) const {
    const Asked dates = asked(request, "date");
    std::vector<bool> passing;
    for (const OraclePublication& known : publications_)
        passing.push_back(
            dates.ranges.empty() ||
            std::any_of(dates.ranges.begin(), dates.ranges.end(), [&](const RangeFilter& range) {
                return in_range(range, library_, known.publication);
            }));
    for (std::size_t f = 0; f < library_.facets.size(); ++f) {
        const Asked facet = asked(request, library_.facets[f].name);
        for (std::size_t p = 0; p < publications_.size(); ++p)
            passing[p] = passing[p] && passes(facet, f, p);
    }
    return passing;
}

std::uint32_t Oracle::count(const SearchRequest& request, const Scores& scores) const {
    const std::vector<bool> filtered = passing(request);
    std::uint32_t found = 0;
    for (std::size_t p = 0; p < publications_.size(); ++p)
        found += scores[p] && filtered[p] ? 1 : 0;
    return found;
}

std::uint64_t Oracle::total(const SearchRequest& request, const Node& query) const {
    return count(request, scores(query));
}

FacetCounts
Oracle::facet(const SearchRequest& request, const Facet& facet, const Scores& scores) const {
    const bool paths = facet.shape == FacetShape::Hierarchical;
    const Asked chosen = asked(request, facet.name);
    std::set<std::string> selected = chosen.any;
    selected.insert(chosen.all.begin(), chosen.all.end());
    for (const RangeFilter& range : chosen.ranges)
        if (range.from && range.from == range.to)
            selected.insert(std::to_string(range.from->year));

    std::map<std::string, std::string> labels; // of every value that there is or that is chosen
    std::set<std::string> kept = selected;
    for (const std::string& value : selected)
        for (std::string path = value; !path.empty(); path = paths ? parent_of(path) : "") {
            kept.insert(path);
            labels[path] = paths ? path.substr(path.rfind('/') + 1) : path;
        }
    for (const OraclePublication& known : publications_)
        for (const Term& term : schemas::facet_terms(known.publication, facet)) {
            std::string path = term.value;
            for (std::size_t level = term.labels.size(); level-- > 0 && !path.empty();
                 path = paths ? parent_of(path) : "")
                labels[path] = term.labels[level];
        }

    bool more = false;
    const std::function<std::vector<FacetValue>(const std::string&)> below =
        [&](const std::string& parent) {
            std::vector<FacetValue> values;
            for (const auto& [value, label] : labels)
                if ((paths ? parent_of(value) : "") == parent)
                    if (const std::uint32_t total =
                            count(choosing(request, facet.name, value), scores);
                        total > 0 || kept.contains(value))
                        values.push_back({value, label, total, selected.contains(value), {}});
            std::sort(values.begin(), values.end(), [](const FacetValue& a, const FacetValue& b) {
                return std::tuple(!a.selected,
                                  -static_cast<std::int64_t>(a.count),
                                  analyzers::sort_key(a.label),
                                  a.value) < std::tuple(!b.selected,
                                                        -static_cast<std::int64_t>(b.count),
                                                        analyzers::sort_key(b.label),
                                                        b.value);
            });
            const auto keep = static_cast<std::size_t>(
                std::count_if(values.begin(), values.end(), [&](const FacetValue& value) {
                    return kept.contains(value.value);
                }));
            std::size_t room = request.facet_size > keep ? request.facet_size - keep : 0;
            std::vector<FacetValue> shown;
            for (FacetValue& value : values) {
                if (!kept.contains(value.value)) {
                    if (room == 0) {
                        more = true;
                        continue;
                    }
                    --room;
                } else if (paths) {
                    value.children = below(value.value);
                }
                shown.push_back(value);
            }
            return shown;
        };
    FacetCounts counts{facet.name, facet.label, below(""), false};
    counts.more = more;
    return counts;
}

Oracle::Answer Oracle::answer(const SearchRequest& request, const Node& query) const {
    const Scores matched = scores(query);
    const std::vector<bool> filtered = passing(request);
    std::vector<std::size_t> places;
    for (std::size_t p = 0; p < publications_.size(); ++p)
        if (matched[p] && filtered[p])
            places.push_back(p);

    const auto text = request.q.find_first_not_of(" \t\n");
    const Sort sort =
        request.sort.value_or(text == std::string::npos ? Sort::DateDown : Sort::Relevance);
    const auto key = [&](std::size_t p) {
        const Publication& publication = publications_[p].publication;
        const auto& date = publication.date;
        const int day =
            date ? date->date.year * 10000 + date->date.month * 100 + date->date.day : 0;
        return std::tuple(sort == Sort::Relevance ? -*matched[p] : 0,
                          sort == Sort::Title ? analyzers::sort_key(publication.title, true) : "",
                          !date.has_value(),
                          sort == Sort::DateUp ? day : -day,
                          publication.id);
    };
    std::sort(places.begin(), places.end(), [&](std::size_t a, std::size_t b) {
        return key(a) < key(b);
    });

    Answer answer;
    for (const std::size_t p : places)
        answer.hits.push_back({publications_[p].publication.id, *matched[p]});
    for (const Facet& listed : library_.facets)
        if (!request.facets && listed.listed)
            answer.facets.push_back(facet(request, listed, matched));
    if (request.facets)
        for (const std::string& name : *request.facets)
            answer.facets.push_back(facet(request, *library_.facet(name), matched));
    return answer;
}

} // namespace praxis::tests
