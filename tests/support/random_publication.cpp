// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#include "tests/support/random_publication.h"

#include <algorithm>
#include <random>

namespace praxis::tests {

using namespace schemas;

namespace {

// std::mt19937_64 gives the same numbers everywhere; the standard distributions do not.
class Chance {
public:
    Chance(std::uint64_t seed, std::size_t number)
        : engine_(seed * 0x9E3779B97F4A7C15ULL + number) {}

    std::size_t below(std::size_t limit) { return static_cast<std::size_t>(engine_() % limit); }

    int between(int first, int last) {
        return first + static_cast<int>(below(static_cast<std::size_t>(last - first + 1)));
    }

    bool one_in(std::size_t count) { return below(count) == 0; }

    template <typename Value>
    const Value& one_of(const std::vector<Value>& values) {
        return values[below(values.size())];
    }

    // Prefers the first values: the n-th is about 1/n as likely as the first.
    template <typename Value>
    const Value& skewed(const std::vector<Value>& values) {
        return values[below(below(values.size()) + 1)];
    }

private:
    std::mt19937_64 engine_;
};

Term term(std::string value, std::vector<std::string> labels) {
    return {std::move(value), std::move(labels)};
}

const std::vector<Term>& places() {
    static const std::vector<Term> terms = {
        term("california", {"California"}),
        term("california/oakland", {"California", "Oakland"}),
        term("california/alameda-county/berkeley", {"California", "Alameda County", "Berkeley"}),
        term("texas", {"Texas"}),
        term("texas/el-paso", {"Texas", "El Paso"}),
    };
    return terms;
}

const std::vector<Term>& people() {
    static const std::vector<Term> terms = {
        term("maria-garcia", {"María García"}),
        term("john-obrien", {"John O'Brien"}),
        term("li-wei", {"Li Wei"}),
        term("ann-smith", {"Ann Smith"}),
    };
    return terms;
}

const std::vector<Term>& agencies() {
    static const std::vector<Term> terms = {
        term("city-of-oakland", {"City of Oakland"}),
        term("fire-department", {"Fire Department"}),
        term("office-of-budget", {"Office of Budget"}),
    };
    return terms;
}

const std::vector<Term>& keywords() {
    static const std::vector<Term> terms = {
        term("merger", {"Merger"}),
        term("open-data", {"open data"}),
        term("2017-2020", {"2017-2020"}),
        term("council-manager", {"council-manager"}),
    };
    return terms;
}

std::vector<Term> some_of(Chance& chance, const std::vector<Term>& terms, std::size_t limit) {
    std::vector<Term> chosen;
    for (std::size_t left = chance.below(limit + 1); left > 0; --left)
        if (const Term& next = chance.skewed(terms);
            std::find(chosen.begin(), chosen.end(), next) == chosen.end())
            chosen.push_back(next);
    return chosen;
}

std::string sentence(Chance& chance, std::size_t length) {
    std::string text;
    for (std::size_t i = 0; i < length; ++i) {
        if (i > 0)
            text += chance.one_in(12) ? (chance.one_in(3) ? ".\n" : ", ") : " ";
        text += chance.skewed(random_words());
    }
    return text;
}

Date random_date(Chance& chance) {
    Date date{chance.between(2005, 2024), 0, 0};
    if (chance.one_in(5))
        return date;
    date.month = chance.between(1, 12);
    if (!chance.one_in(5))
        date.day = chance.between(1, 28);
    return date;
}

void add_dates(Chance& chance, Publication& publication) {
    if (!chance.one_in(8))
        publication.date = DatedBy{
            random_date(chance),
            chance.one_of<DateOrigin>(
                {DateOrigin::Field, DateOrigin::FileName, DateOrigin::Text, DateOrigin::Parent})};
    if (chance.one_in(6))
        publication.updated = random_date(chance);
    if (chance.one_in(6)) {
        const Date begin = random_date(chance);
        publication.period = Period{begin, Date{begin.year + chance.between(0, 3), 12, 31}};
    }
}

void add_topics(Chance& chance, Publication& publication) {
    for (Term& chosen : some_of(chance, random_topics(), 3)) {
        Topic topic;
        topic.term = std::move(chosen);
        if (chance.one_in(4) && !publication.passages.empty() &&
            !publication.passages.front().text.empty()) {
            const std::string& text = publication.passages.front().text;
            const std::string quote = text.substr(0, text.find(' '));
            topic.by = TopicOrigin::Analyzer;
            topic.weight = 0.25;
            topic.evidence.push_back(
                {0, 0, static_cast<std::uint32_t>(quote.size()), quote, 1.0 / 3});
        }
        publication.topics.push_back(std::move(topic));
    }
}

void add_names(Chance& chance, Publication& publication) {
    publication.authors = some_of(chance, people(), 2);
    for (Term& agency : some_of(chance, agencies(), 2))
        publication.organizations.push_back(
            {std::move(agency), chance.one_of<std::string>({"publisher", "partner", ""})});
    publication.keywords = some_of(chance, keywords(), 2);
    publication.places = some_of(chance, places(), 2);
    if (chance.one_in(3))
        publication.audiences = {term("managers", {"Managers"})};
    if (chance.one_in(4))
        publication.series = term("trends-on-tuesday", {"Trends on Tuesday"});
    if (chance.one_in(5))
        publication.attributes["award_year"] = {term("2019", {"2019"})};
}

void add_passages(Chance& chance, Publication& publication) {
    const std::size_t count = chance.below(7);
    for (std::size_t i = 0; i < count; ++i) {
        Passage passage;
        if (i > 0 || chance.one_in(2)) {
            passage.heading = sentence(chance, 1 + chance.below(4));
            passage.level = chance.between(1, 3);
            passage.anchor = "part-" + std::to_string(i);
        }
        if (chance.one_in(6))
            passage.place = "p. " + std::to_string(i + 1);
        passage.text = sentence(chance, chance.below(61));
        publication.passages.push_back(std::move(passage));
    }
}

} // namespace

const std::vector<std::string>& random_words() {
    static const std::vector<std::string> words = {
        "the",       "of",      "city",     "and",       "fire",       "budget",    "merger",
        "police",    "report",  "open",     "data",      "council",    "water",     "housing",
        "county",    "street",  "cities",   "budgeting", "reports",    "merged",    "managers",
        "transit",   "park",    "climate",  "2016",      "2017-2020",  "staff",     "audit",
        "training",  "award",   "permit",   "permits",   "library",    "broadband", "election",
        "resident",  "survey",  "café",     "naïve",     "O'Brien's",  "U.S.",      "bond",
        "zoning",    "fiscal",  "recovery", "disaster",  "resilience", "equity",    "procurement",
        "telework",  "drought", "levee",    "sewer",     "asphalt",    "ombudsman", "Québec",
        "annexation"};
    return words;
}

const std::vector<Term>& random_topics() {
    static const std::vector<Term> topics = {
        term("public-safety", {"Public safety"}),
        term("public-safety/fire", {"Public safety", "Fire"}),
        term("public-safety/fire/mergers", {"Public safety", "Fire", "Mergers"}),
        term("public-safety/police", {"Public safety", "Police"}),
        term("finance", {"Finance"}),
        term("finance/budgeting", {"Finance", "Budgeting"}),
        term("environment/water", {"Environment", "Water"}),
        term("open-data", {"Open data"}),
    };
    return topics;
}

Publication random_publication(std::uint64_t seed, std::size_t number) {
    Chance chance(seed, number);
    Publication publication;
    publication.id = "random/" + std::to_string(number);
    publication.provenance = {.source = chance.one_of<std::string>({"samples", "feeds", "laws"}),
                              .source_id = chance.one_in(3) ? std::to_string(number) : "",
                              .path = "random/" + std::to_string(number) + ".md",
                              .anchor = {},
                              .format = "markdown"};
    publication.kind = chance.skewed<std::string>({"article", "case-study", "law", "question"});
    publication.title = sentence(chance, 1 + chance.below(7));
    if (!chance.one_in(3))
        publication.summary = sentence(chance, 5 + chance.below(20));
    publication.language = chance.one_in(10) ? "es" : "en";
    if (chance.one_in(3))
        publication.lens = chance.one_in(2) ? "research" : "practice";
    add_dates(chance, publication);
    add_passages(chance, publication);
    add_topics(chance, publication);
    add_names(chance, publication);
    if (number > 0 && chance.one_in(6)) {
        publication.parent = "random/" + std::to_string(chance.below(number));
        publication.relations.push_back({"part-of", publication.parent, "The issue"});
    }
    return publication;
}

std::vector<Publication> random_publications(std::uint64_t seed, std::size_t count) {
    std::vector<Publication> publications;
    publications.reserve(count);
    for (std::size_t number = 0; number < count; ++number)
        publications.push_back(random_publication(seed, number));
    return publications;
}

void relabel(schemas::Publication& publication) {
    for (auto* terms : {&publication.authors, &publication.keywords, &publication.places})
        for (schemas::Term& renamed : *terms)
            for (std::string& label : renamed.labels)
                label += " otherwise";
}

} // namespace praxis::tests
