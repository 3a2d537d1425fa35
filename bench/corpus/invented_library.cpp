// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#include "bench/corpus/invented_library.h"

#include "bench/corpus/values.h"
#include "bench/corpus/words.h"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <cmath>

namespace praxis::bench {

namespace {

constexpr std::size_t enough_words = 500'000; // to be put together anew
constexpr double median_length = 225;         // in words
constexpr double spread_of_length = 0.7;
constexpr double longest = 3'000;

// Words of the text, long enough to mean something.
std::vector<std::string> random_keywords(const std::string& text, Dice& dice) {
    std::vector<std::string> keywords;
    const std::uint64_t count = 2 + dice.below(5);
    for (int attempt = 0; attempt < 40 && keywords.size() < count; ++attempt) {
        const std::size_t begin = text.find(' ', dice.below(text.size()));
        const std::size_t end = text.find(' ', begin + 1);
        if (begin == std::string::npos || end == std::string::npos)
            continue;
        std::string word = plain_words(text.substr(begin + 1, end - begin - 1));
        if (word.size() >= 7 && word.find(' ') == std::string::npos &&
            std::find(keywords.begin(), keywords.end(), word) == keywords.end())
            keywords.push_back(std::move(word));
    }
    return keywords;
}

bool has_digit(std::string_view text) {
    return std::any_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

} // namespace

InventedLibrary::InventedLibrary(const Material& material, const CorpusOptions& options)
    : material_(material), options_(options) {
    if (material.words < enough_words)
        markov_ = std::make_unique<const MarkovProse>(material);
    std::uint64_t paragraphs = 0;
    for (const Subject& subject : material.subjects) {
        paragraphs_before_.push_back(paragraphs);
        paragraphs += subject.paragraphs.size();
    }
    paragraphs_before_.push_back(paragraphs);
}

std::uint64_t InventedLibrary::random_subject(Dice& dice) const {
    const std::uint64_t paragraph = dice.below(paragraphs_before_.back());
    const auto after =
        std::upper_bound(paragraphs_before_.begin(), paragraphs_before_.end(), paragraph);
    return static_cast<std::uint64_t>(after - paragraphs_before_.begin()) - 1;
}

// A year in a title may be read as the period that a plan is for: such titles are passed over.
std::string InventedLibrary::title(const Subject& subject, Dice& dice) const {
    for (int attempt = 0; attempt < 20; ++attempt) {
        const std::string& title = subject.titles[dice.below(subject.titles.size())];
        if (!has_digit(title) && !plain_words(title).empty())
            return finished(title, dice);
    }
    return finished(subject.paragraphs.front().substr(0, subject.paragraphs.front().find(' ', 40)),
                    dice);
}

std::string InventedLibrary::text(const Subject& subject, Dice& dice) const {
    const double wanted =
        std::min(median_length * std::exp(spread_of_length * dice.normal()), longest);
    std::string text;
    for (double words = 0; words < wanted;) {
        const std::string paragraph =
            finished(markov_ ? markov_->paragraph(dice)
                             : subject.paragraphs[dice.below(subject.paragraphs.size())],
                     dice);
        std::size_t end = 0;
        for (; end < paragraph.size() && words < wanted; ++words)
            end = std::min(paragraph.find(' ', end), paragraph.size() - 1) + 1;
        text.append(paragraph, 0, end);
        text += options_.plain_words ? " " : "\n\n";
    }
    return text;
}

std::string InventedLibrary::finished(std::string_view text, Dice& dice) const {
    std::string changed = with_rare_words(text, options_.rare_words, dice);
    return options_.plain_words ? plain_words(changed) : changed;
}

std::string InventedLibrary::publication(std::uint64_t number) const {
    // Which ones are revised is spread evenly over the library.
    const bool is_revised = number * 37 % 100 < options_.revised_percent;
    Dice dice(options_.seed * 0x9e3779b1 + number * 2 + (is_revised ? 1 : 0));
    const std::uint64_t at = random_subject(dice);
    const Subject& subject = material_.subjects[at];
    const Values values = random_values(at, options_.publications, dice);
    const std::string body = text(subject, dice);
    nlohmann::ordered_json line;
    line["id"] = fmt::format("p{:07}", number);
    line["title"] = title(subject, dice);
    line["text"] = body;
    line["kind"] = values.kind;
    line["topics"] = values.topics;
    line["organization"] = values.organization;
    line["place"] = values.place;
    line["date"] = values.date;
    line["authors"] = values.authors;
    line["keywords"] = random_keywords(body, dice);
    line["language"] = "en";
    line["lens"] = values.lens;
    if (!values.audience.empty())
        line["audience"] = values.audience;
    if (!values.series.empty())
        line["series"] = values.series;
    return line.dump(-1, ' ', false, nlohmann::ordered_json::error_handler_t::replace);
}

} // namespace praxis::bench
