// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#include "bench/corpus/markov_prose.h"

#include <algorithm>
#include <utility>

namespace praxis::bench {

namespace {

std::uint64_t pair_of(std::uint32_t first, std::uint32_t second) {
    return (std::uint64_t{first} << 32U) | second;
}

bool ends_sentence(std::string_view word) {
    return word.ends_with('.') || word.ends_with('?') || word.ends_with('!');
}

std::vector<std::string_view> split(std::string_view text) {
    std::vector<std::string_view> words;
    while (!text.empty()) {
        const std::size_t end = std::min(text.find(' '), text.size());
        if (end > 0)
            words.push_back(text.substr(0, end));
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    return words;
}

} // namespace

MarkovProse::MarkovProse(const Material& material) {
    for (const Subject& subject : material.subjects)
        for (const std::string& paragraph : subject.paragraphs)
            learn(paragraph);
}

MarkovProse::Word MarkovProse::number_of(std::string_view word) {
    const auto [at, is_new] =
        numbers_.try_emplace(std::string(word), static_cast<Word>(words_.size()));
    if (is_new)
        words_.emplace_back(word);
    return at->second;
}

void MarkovProse::learn(std::string_view paragraph) {
    std::vector<Word> numbers;
    bool begins = true;
    for (const std::string_view word : split(paragraph)) {
        numbers.push_back(number_of(word));
        const std::size_t n = numbers.size();
        if (n >= 3)
            followers_[pair_of(numbers[n - 3], numbers[n - 2])].push_back(numbers[n - 1]);
        if (n >= 2 && begins)
            beginnings_.push_back(pair_of(numbers[n - 2], numbers[n - 1]));
        begins = n >= 2 ? ends_sentence(words_[numbers[n - 2]]) : begins;
    }
}

std::vector<MarkovProse::Word> MarkovProse::followers(Word first, Word second, Dice& dice) const {
    const auto found = followers_.find(pair_of(first, second));
    if (found != followers_.end())
        return {found->second[dice.below(found->second.size())]};
    const std::uint64_t beginning = beginnings_[dice.below(beginnings_.size())];
    return {static_cast<Word>(beginning >> 32U), static_cast<Word>(beginning)};
}

std::string MarkovProse::paragraph(Dice& dice) const {
    const std::uint64_t beginning = beginnings_[dice.below(beginnings_.size())];
    auto first = static_cast<Word>(beginning >> 32U);
    auto second = static_cast<Word>(beginning);
    std::string text = words_[first] + " " + words_[second];
    std::uint64_t sentences = 3 + dice.below(6);
    for (int steps = 0; sentences > 0 && steps < 250; ++steps) {
        for (const Word next : followers(first, second, dice)) {
            text.append(" ").append(words_[next]);
            first = std::exchange(second, next);
        }
        sentences -= ends_sentence(words_[second]) ? 1 : 0;
    }
    return text;
}

} // namespace praxis::bench
