// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#include "tests/support/random_query.h"

#include "tests/support/random_publication.h"

#include <set>

namespace praxis::tests {

using namespace search;
using schemas::Facet;
using schemas::FacetShape;

namespace {

const std::vector<std::string>& compounds() {
    static const std::vector<std::string> words = {"e-mail",
                                                   "email",
                                                   "e mail",
                                                   "emails",
                                                   "council-manager",
                                                   "council manager",
                                                   "non-profit",
                                                   "nonprofit",
                                                   "FY 19",
                                                   "FY2019",
                                                   "fiscal year 2019",
                                                   "Section 508",
                                                   "U.S.",
                                                   "US",
                                                   "U. S.",
                                                   "2017-2020",
                                                   "2018",
                                                   "on-line",
                                                   "online",
                                                   "well-known",
                                                   "AT&T",
                                                   "city/county",
                                                   "data.gov",
                                                   "1,000",
                                                   "state-of-the-art"};
    return words;
}

// Words that stand in no text, or as typed by mistake.
const std::vector<std::string>& strangers() {
    static const std::vector<std::string> words = {"zeppelin",
                                                   "&",
                                                   "\u2013",
                                                   "\u2603",
                                                   "Fire's",
                                                   "CITIES",
                                                   "permitting",
                                                   "caf\u00e9s",
                                                   "manager"};
    return words;
}

} // namespace

std::vector<schemas::Publication> searchable_publications(std::uint64_t seed, std::size_t count) {
    std::mt19937_64 engine(seed);
    std::vector<schemas::Publication> publications = random_publications(seed, count);
    for (schemas::Publication& publication : publications) {
        for (schemas::Passage& passage : publication.passages)
            for (std::size_t left = engine() % 4; left > 0; --left)
                passage.text += " " + compounds()[engine() % compounds().size()] + " " +
                                random_words()[engine() % 12];
        if (engine() % 5 == 0)
            publication.title += " " + compounds()[engine() % compounds().size()];
    }
    return publications;
}

RandomRequests::RandomRequests(std::uint64_t seed,
                               const schemas::Library& library,
                               const std::vector<schemas::Publication>& publications)
    : engine_(seed), library_(library) {
    for (const Facet& facet : library.facets) {
        std::set<std::string> values{"no-such-value", "Other/value"};
        for (const schemas::Publication& publication : publications)
            for (const schemas::Term& term : schemas::facet_terms(publication, facet)) {
                values.insert(term.value);
                values.insert(term.value.substr(0, term.value.find('/')));
            }
        values_.emplace_back(values.begin(), values.end());
    }
}

std::string RandomRequests::word() {
    if (one_in(6))
        return one_of(compounds());
    if (one_in(20))
        return one_of(strangers());
    const std::vector<std::string>& words = random_words();
    return words[below(below(words.size()) + 1)];
}

std::string RandomRequests::words(std::size_t least, std::size_t most) {
    std::string text;
    for (std::size_t left = least + below(most - least + 1); left > 0; --left)
        text += (text.empty() ? "" : " ") + word();
    return text;
}

std::string RandomRequests::pattern() {
    const std::vector<std::string>& words = random_words();
    std::string text = words[below(words.size())].substr(0, 6);
    if (text.size() > 3 && one_in(2))
        text[2 + below(text.size() - 3)] = one_in(2) ? '*' : '?';
    return text + (one_in(3) ? "" : "*");
}

// With a letter swapped, dropped or doubled.
std::string RandomRequests::slip(std::string word) {
    for (std::size_t left = below(3); left > 0 && word.size() > 2; --left) {
        const std::size_t at = 1 + below(word.size() - 2);
        if (one_in(3))
            std::swap(word[at], word[at + 1]);
        else if (one_in(2))
            word.erase(at, 1);
        else
            word.insert(at, 1, word[at]);
    }
    return word;
}

std::string RandomRequests::in_field() {
    if (one_in(6))
        return one_of<std::string>({"year:2010..2016",
                                    "year:2019",
                                    "year:..2012",
                                    "award_year:2019",
                                    "date:2016..",
                                    "date:2012-05..2018-03",
                                    "date:2019-02-03"});
    if (one_in(3)) {
        const std::size_t facet = below(library_.facets.size());
        if (library_.facets[facet].shape != FacetShape::Range)
            return library_.facets[facet].name + ":" + value_of(library_.facets[facet]);
    }
    const std::string field = one_of<std::string>({"title",
                                                   "summary",
                                                   "body",
                                                   "heading",
                                                   "author",
                                                   "keyword",
                                                   "topic",
                                                   "organization",
                                                   "place"});
    const std::vector<std::string> labels = {"fire",
                                             "safety",
                                             "California",
                                             "oakland",
                                             "Garc\u00eda",
                                             "smith",
                                             "data",
                                             "office",
                                             "budgets",
                                             "public"};
    const std::string value = one_in(2) ? one_of(labels) : word();
    switch (below(5)) {
    case 0:
        return field + ":\"" + value + " " + word() + "\"";
    case 1:
        return field + ":(" + value + (one_in(2) ? " OR " : " ") + word() + ")";
    case 2:
        return field + ":" + value.substr(0, 3) + "*";
    case 3:
        return field + ":" + slip(value) + "~";
    default:
        return field + ":" + value;
    }
}

std::string RandomRequests::primary(std::size_t depth) {
    switch (below(14)) {
    case 0:
    case 1:
        return "\"" + words(1, 3) + "\"";
    case 2:
        return "\u201C" + words(2, 4) + "\u201D~" + std::to_string(below(30));
    case 3:
        return pattern();
    case 4:
        return slip(word()) + "~";
    case 5:
    case 6:
        return in_field();
    case 7:
        return depth < 3 ? "(" + clauses(depth + 1) + ")" : word();
    default:
        return word();
    }
}

std::string RandomRequests::clauses(std::size_t depth) {
    std::string text;
    for (std::size_t left = 1 + below(depth == 0 ? 5 : 3); left > 0; --left) {
        const std::string sign = one_in(9) ? "-" : one_in(12) ? "+" : one_in(20) ? "NOT " : "";
        text += sign + primary(depth);
        if (left > 1)
            text += one_in(7) ? " AND " : one_in(6) ? " OR " : " ";
    }
    if (one_in(40))
        text += one_of<std::string>({" AND", " (", " \"", " -", ")", " OR"});
    return text;
}

std::string RandomRequests::value_of(const Facet& facet) {
    const std::size_t place = static_cast<std::size_t>(&facet - library_.facets.data());
    return one_of(values_[place]);
}

void RandomRequests::add_filters(SearchRequest& request) {
    for (std::size_t left = below(4); left > 0; --left) {
        const Facet& facet = one_of(library_.facets);
        FacetFilter filter{facet.name, {}, {}, {}, one_in(8)};
        if (!one_in(4))
            filter.any.push_back(value_of(facet));
        if (one_in(3))
            filter.any.push_back(value_of(facet));
        if (one_in(5))
            filter.all.push_back(value_of(facet));
        if (one_in(6))
            filter.none.push_back(value_of(facet));
        request.filters.push_back(std::move(filter));
    }
}

void RandomRequests::add_range(SearchRequest& request) {
    const bool years = one_in(2);
    const bool award = one_in(5) && library_.facet("award_year") != nullptr;
    RangeFilter range{years ? (award ? "award_year" : "year") : "date", {}, {}};
    const int first = 2005 + static_cast<int>(below(18));
    range.from = Date{first, years || one_in(2) ? 0 : 1 + static_cast<int>(below(12)), 0};
    range.to =
        one_in(3) ? range.from : std::optional(Date{first + static_cast<int>(below(4)) + 1, 0, 0});
    if (one_in(4))
        range.to.reset();
    else if (one_in(4))
        range.from.reset();
    request.ranges.push_back(range);
}

SearchRequest RandomRequests::next() {
    SearchRequest request;
    if (!one_in(10))
        request.q = clauses(0);
    request.match = one_of<Match>({Match::Most, Match::Most, Match::All, Match::Any});
    if (one_in(2))
        add_filters(request);
    for (std::size_t left = one_in(4) ? 1 + below(2) : 0; left > 0; --left)
        add_range(request);
    if (one_in(3))
        request.facets = std::vector<std::string>{one_of(library_.facets).name, "topic"};
    if (request.facets && request.facets->front() == "topic")
        request.facets->pop_back();
    request.facet_size = one_in(2) ? 10 : 1 + below(6);
    if (one_in(3))
        request.sort = one_of<Sort>({Sort::DateDown, Sort::DateUp, Sort::Title});
    request.rank = Rank::Plain; // what the oracle knows
    request.page_size = 100;
    return request;
}

} // namespace praxis::tests
