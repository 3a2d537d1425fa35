// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#include "schemas/library.h"

#include <algorithm>

namespace praxis::schemas {

namespace {

std::vector<Term> plain_term(const std::string& value) {
    if (value.empty())
        return {};
    return {Term{value, {value}}};
}

std::vector<Term> years(int first, int last) {
    constexpr int most_years = 200;
    last = std::min(last, first + most_years - 1);
    std::vector<Term> terms;
    for (int year = first; year <= last; ++year)
        terms.push_back({std::to_string(year), {std::to_string(year)}});
    return terms;
}

std::vector<Term> year_terms(const Publication& publication) {
    if (publication.period) {
        std::vector<Term> terms =
            years(publication.period->begin.year, publication.period->end.year);
        if (!terms.empty())
            return terms;
    }
    if (!publication.date)
        return {};
    return years(publication.date->date.year, publication.date->date.year);
}

std::vector<Term> topic_origins(const Publication& publication) {
    std::vector<Term> terms;
    for (const Topic& topic : publication.topics)
        terms.push_back(
            plain_term(topic.by == TopicOrigin::Editor ? "editor" : "analyzer").front());
    return terms;
}

template <typename Holders>
std::vector<Term> terms_in(const Holders& holders) {
    std::vector<Term> terms;
    terms.reserve(holders.size());
    for (const auto& holder : holders)
        terms.push_back(holder.term);
    return terms;
}

std::vector<Term> property_terms(const Publication& publication, const Property& property) {
    if (property == "kind")
        return plain_term(publication.kind);
    if (property == "topic")
        return terms_in(publication.topics);
    if (property == "topic-by")
        return topic_origins(publication);
    if (property == "keyword")
        return publication.keywords;
    if (property == "organization")
        return terms_in(publication.organizations);
    if (property == "place")
        return publication.places;
    if (property == "audience")
        return publication.audiences;
    if (property == "author")
        return publication.authors;
    if (property == "series")
        return publication.series ? std::vector<Term>{*publication.series} : std::vector<Term>{};
    if (property == "language")
        return plain_term(publication.language);
    if (property == "year")
        return year_terms(publication);
    if (property == "lens")
        return plain_term(publication.lens);
    if (property == "source")
        return plain_term(publication.provenance.source);
    if (property == "licence")
        return plain_term(publication.licence);
    const auto found = publication.attributes.find(property);
    return found == publication.attributes.end() ? std::vector<Term>{} : found->second;
}

// Gives each level the label that the library has for it, if any.
void apply_labels(Term& term, const std::map<std::string, std::string>& labels) {
    std::size_t end = 0;
    for (std::string& label : term.labels) {
        end = std::min(term.value.find('/', end), term.value.size());
        if (const auto known = labels.find(term.value.substr(0, end)); known != labels.end())
            label = known->second;
        ++end;
    }
}

void drop_repetitions(std::vector<Term>& terms) {
    std::vector<Term> kept;
    for (Term& term : terms)
        if (std::none_of(kept.begin(), kept.end(), [&](const Term& earlier) {
                return earlier.value == term.value;
            }))
            kept.push_back(std::move(term));
    terms = std::move(kept);
}

} // namespace

std::vector<Term> facet_terms(const Publication& publication, const Facet& facet) {
    std::vector<Term> terms = property_terms(publication, facet.property);
    if (facet.property != "year")
        drop_repetitions(terms);
    if (!facet.labels.empty())
        for (Term& term : terms)
            apply_labels(term, facet.labels);
    return terms;
}

} // namespace praxis::schemas
