// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#include "bench/corpus/values.h"

#include "bench/corpus/words.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <string_view>

namespace praxis::bench {

namespace {

constexpr std::array<std::string_view, 8> kinds = {"article",
                                                   "case-study",
                                                   "research-report",
                                                   "newsletter-item",
                                                   "guide",
                                                   "leading-practice",
                                                   "question",
                                                   "webinar"};

constexpr std::array<std::string_view, 20> subjects = {
    "Housing",     "Budgeting",  "Fire and rescue", "Policing",        "Water",
    "Roads",       "Transit",    "Parks",           "Libraries",       "Elections",
    "Procurement", "Technology", "Human resources", "Public health",   "Land use",
    "Energy",      "Waste",      "Open government", "Emergency plans", "Economic development"};

constexpr std::array<std::string_view, 10> aspects = {"Costs",
                                                      "Staff",
                                                      "Law",
                                                      "Equity",
                                                      "Measures",
                                                      "Partnerships",
                                                      "Planning",
                                                      "Small places",
                                                      "Software",
                                                      "Training"};

constexpr std::array<std::string_view, 50> states = {
    "California",    "Texas",        "Florida",    "New York",       "Pennsylvania",
    "Illinois",      "Ohio",         "Georgia",    "North Carolina", "Michigan",
    "New Jersey",    "Virginia",     "Washington", "Arizona",        "Massachusetts",
    "Tennessee",     "Indiana",      "Missouri",   "Maryland",       "Wisconsin",
    "Colorado",      "Minnesota",    "Alabama",    "South Carolina", "Louisiana",
    "Kentucky",      "Oregon",       "Oklahoma",   "Connecticut",    "Utah",
    "Iowa",          "Nevada",       "Arkansas",   "Mississippi",    "Kansas",
    "New Mexico",    "Nebraska",     "Idaho",      "West Virginia",  "Hawaii",
    "New Hampshire", "Maine",        "Montana",    "Rhode Island",   "Delaware",
    "South Dakota",  "North Dakota", "Alaska",     "Vermont",        "Wyoming"};

constexpr std::array<std::string_view, 6> audiences = {
    "Managers", "Elected officials", "Analysts", "Engineers", "Residents", "Researchers"};

constexpr std::array<std::string_view, 24> given_names = {
    "Ada",  "Ben",   "Clara", "Daniel", "Elena", "Felix",  "Grace", "Hugo",
    "Iris", "Jonas", "Karen", "Luis",   "Maria", "Nadia",  "Omar",  "Paula",
    "Quin", "Rosa",  "Simon", "Tara",   "Uma",   "Victor", "Wendy", "Yusuf"};

constexpr int first_year = 1990;
constexpr std::uint64_t years = 37;

std::string capital(std::string word) {
    word.front() = static_cast<char>(word.front() - 'a' + 'A');
    return word;
}

template <std::size_t n>
std::string skewed_one_of(const std::array<std::string_view, n>& values, Dice& dice) {
    return std::string(values[dice.skewed_below(n)]);
}

std::vector<std::string> random_topics(std::uint64_t subject, Dice& dice) {
    std::vector<std::string> topics;
    const std::uint64_t count = 1 + dice.below(4);
    for (std::uint64_t i = 0; i < count; ++i) {
        const std::uint64_t near = dice.chance(0.6) ? subject : dice.skewed_below(subjects.size());
        std::string topic = fmt::format(
            "{}/{}", subjects[near % subjects.size()], aspects[dice.skewed_below(aspects.size())]);
        if (std::find(topics.begin(), topics.end(), topic) == topics.end())
            topics.push_back(std::move(topic));
    }
    return topics;
}

std::vector<std::string> random_authors(std::uint64_t publications, Dice& dice) {
    std::vector<std::string> authors;
    const std::uint64_t count = 1 + dice.skewed_below(4);
    for (std::uint64_t i = 0; i < count; ++i) {
        const std::uint64_t person = dice.skewed_below(publications / 3 + 30);
        std::string name = fmt::format("{} {}",
                                       given_names[person % given_names.size()],
                                       capital(invented_word(person * 7919)));
        if (std::find(authors.begin(), authors.end(), name) == authors.end())
            authors.push_back(std::move(name));
    }
    return authors;
}

// Later years have more.
std::string random_date(Dice& dice) {
    const std::uint64_t year =
        first_year + years - 1 - std::min(dice.below(years), dice.below(years));
    return fmt::format("{}-{:02}-{:02}", year, 1 + dice.below(12), 1 + dice.below(28));
}

} // namespace

Values random_values(std::uint64_t subject, std::uint64_t publications, Dice& dice) {
    Values values;
    values.kind = skewed_one_of(kinds, dice);
    values.topics = random_topics(subject, dice);
    values.organization = "Office of " + capital(invented_word(4000 + dice.skewed_below(30)));
    values.place = skewed_one_of(states, dice);
    values.date = random_date(dice);
    values.authors = random_authors(publications, dice);
    if (dice.chance(0.5))
        values.audience = skewed_one_of(audiences, dice);
    if (dice.chance(0.3))
        values.series = "Notes on " + std::string(subjects[dice.skewed_below(12)]);
    values.lens = dice.chance(0.3) ? "research" : "practice";
    return values;
}

} // namespace praxis::bench
