// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#include "bench/queries/drawing.h"

#include "base/file.h"
#include "bench/corpus/dice.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>
#include <sstream>
#include <unordered_map>

namespace praxis::bench {

namespace {

constexpr std::size_t samples = 2'000;

struct Range {
    double least = 0;
    double most = 0;

    bool holds(double value) const { return value >= least && value <= most; }
};

std::vector<std::string> words_of(const std::string& text) {
    std::istringstream stream(text);
    std::vector<std::string> words;
    for (std::string word; stream >> word;)
        words.push_back(std::move(word));
    return words;
}

std::set<std::string> stop_words() {
    const auto text = read_file(PRAXIS_SOURCE_DIR "/analyzers/data/stop_words_en.txt", 1U << 20U);
    if (!text)
        throw text.error();
    std::istringstream stream(*text);
    std::set<std::string> words;
    for (std::string line; std::getline(stream, line);)
        for (std::string& word : words_of(line.substr(0, line.find('#'))))
            words.insert(std::move(word));
    return words;
}

class Drawing {
public:
    Drawing(Lines& lines, std::size_t count) : count_(count) {
        Line line;
        for (std::uint32_t number = 1; lines.next(line); ++number) {
            count_words(line, number);
            keep_sample(line);
            publications_ = number;
        }
    }

    std::vector<DrawnQuery> draw() {
        const double n = publications_;
        draw_terms("term_frequent", {0.12 * n, 0.6 * n});
        draw_terms("term_medium", {0.008 * n, 0.03 * n});
        draw_terms("term_rare", {10, 60});
        draw_together("and_2", "and", 2);
        draw_together("and_3", "and", 3);
        draw_together("or_2", "or", 2);
        draw_together("or_5", "or", 5);
        draw_phrases();
        draw_prefixes();
        return std::move(queries_);
    }

private:
    struct Count {
        std::uint32_t publications = 0;
        std::uint32_t last = 0;
    };

    void count_words(const Line& line, std::uint32_t number) {
        for (const std::string& word : words_of(line.text)) {
            Count& count = counts_[word];
            count.publications += count.last == number ? 0 : 1;
            count.last = number;
        }
    }

    // Each publication has the same chance to be among them.
    void keep_sample(const Line& line) {
        ++seen_;
        if (samples_.size() < samples)
            samples_.push_back(line);
        else if (const std::uint64_t place = dice_.below(seen_); place < samples)
            samples_[place] = line;
    }

    bool is_usable(const std::string& word, const Range& range) const {
        return word.size() >= 3 &&
               std::all_of(word.begin(), word.end(), [](char c) { return c >= 'a' && c <= 'z'; }) &&
               !stop_words_.contains(word) && range.holds(counts_.at(word).publications);
    }

    Range share(double least, double most) const {
        return {least * publications_, most * publications_};
    }

    const Line& random_sample() { return samples_[dice_.below(samples_.size())]; }

    std::string random_filter() {
        static const std::vector<std::string> facets = {"kind", "topic", "organization", "place"};
        const std::string& facet = facets[dice_.below(facets.size())];
        std::string value;
        for (const auto& [name, named] : random_sample().values)
            if (name == facet)
                value = named;
        return facet + "=" + value;
    }

    // Whether it is another one than those of the class so far.
    bool add(const std::string& name, const std::string& kind, const std::string& words) {
        if (!drawn_.insert(name + " " + words).second)
            return false;
        queries_.push_back({name, kind, words, random_filter()});
        return true;
    }

    void draw_terms(const std::string& name, const Range& range) {
        std::vector<std::string> candidates;
        for (const auto& [word, count] : counts_)
            if (is_usable(word, range))
                candidates.push_back(word);
        std::sort(candidates.begin(), candidates.end());
        for (std::size_t i = 0; i < count_ && !candidates.empty(); ++i) {
            const std::size_t at = dice_.below(candidates.size());
            add(name, "term", candidates[at]);
            candidates.erase(candidates.begin() + static_cast<std::ptrdiff_t>(at));
        }
    }

    void draw_together(const std::string& name, const std::string& kind, std::size_t words) {
        for (std::size_t drawn = 0; drawn < count_;) {
            std::set<std::string> usable;
            for (std::string& word : words_of(random_sample().body))
                if (is_usable(word, share(0.01, 0.6)))
                    usable.insert(std::move(word));
            if (usable.size() < 2 * words)
                continue;
            std::set<std::string> chosen;
            while (chosen.size() < words) {
                auto at = usable.begin();
                std::advance(at, static_cast<std::ptrdiff_t>(dice_.below(usable.size())));
                chosen.insert(*at);
            }
            drawn += add(name, kind, fmt::format("{}", fmt::join(chosen, " "))) ? 1 : 0;
        }
    }

    void draw_phrases() {
        for (std::size_t drawn = 0; drawn < count_;) {
            const std::vector<std::string> words = words_of(random_sample().body);
            const std::size_t length = 2 + drawn % 2;
            if (words.size() < 20)
                continue;
            const auto begin =
                words.begin() + static_cast<std::ptrdiff_t>(dice_.below(words.size() - length));
            const auto end = begin + static_cast<std::ptrdiff_t>(length);
            if (std::all_of(begin, end, [&](const std::string& word) {
                    return is_usable(word, share(0.005, 0.6));
                }))
                drawn +=
                    add("phrase", "phrase", fmt::format("{}", fmt::join(begin, end, " "))) ? 1 : 0;
        }
    }

    void draw_prefixes() {
        std::unordered_map<std::string, std::uint32_t> begun;
        for (const auto& [word, count] : counts_)
            ++begun[word.substr(0, 4)];
        std::vector<std::string> candidates;
        for (const auto& [word, count] : counts_)
            if (word.size() >= 4 && is_usable(word, share(0.01, 0.6)) &&
                begun[word.substr(0, 4)] <= 900)
                candidates.push_back(word.substr(0, 4));
        std::sort(candidates.begin(), candidates.end());
        for (std::size_t drawn = 0, tries = 0; drawn < count_ && tries < 10'000; ++tries)
            drawn += add("prefix", "prefix", candidates[dice_.below(candidates.size())]) ? 1 : 0;
    }

    std::size_t count_;
    std::unordered_map<std::string, Count> counts_;
    std::vector<Line> samples_;
    std::uint64_t seen_ = 0;
    std::uint32_t publications_ = 0;
    std::set<std::string> stop_words_ = stop_words();
    std::set<std::string> drawn_;
    std::vector<DrawnQuery> queries_;
    Dice dice_{2026};
};

} // namespace

std::vector<DrawnQuery> draw_queries(Lines& lines, std::size_t count) {
    return Drawing(lines, count).draw();
}

} // namespace praxis::bench
