// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#include "bench/corpus/words.h"

#include <algorithm>
#include <array>

namespace praxis::bench {

namespace {

constexpr std::uint64_t invented_words = 20'000'000;

constexpr std::array<std::string_view, 32> onsets = {
    "b", "br", "c",  "ch", "d", "dr", "f",  "fl", "g",  "gr", "h",  "j",  "k", "kl", "l", "m",
    "n", "p",  "pl", "qu", "r", "s",  "sh", "sk", "st", "t",  "th", "tr", "v", "w",  "y", "z"};
constexpr std::array<std::string_view, 8> vowels = {"a", "e", "i", "o", "u", "ai", "ea", "oo"};

bool is_letter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

bool is_digit(char c) {
    return c >= '0' && c <= '9';
}

char lower(char c) {
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

} // namespace

std::string invented_word(std::uint64_t number) {
    std::string word;
    number += onsets.size() * vowels.size(); // two syllables at least
    for (; number > 0; number /= onsets.size() * vowels.size()) {
        word += onsets[number % onsets.size()];
        word += vowels[number / onsets.size() % vowels.size()];
    }
    return word + "x";
}

std::string with_rare_words(std::string_view text, double rate, Dice& dice) {
    std::string changed;
    changed.reserve(text.size() + 16);
    while (!text.empty()) {
        const std::size_t end = std::min(text.find(' '), text.size() - 1) + 1;
        const std::string_view word = text.substr(0, end);
        if (dice.chance(rate) && std::all_of(word.begin(), word.end() - 1, is_letter))
            changed.append(invented_word(dice.skewed_below(invented_words)))
                .append(is_letter(word.back()) ? "" : std::string(1, word.back()));
        else
            changed += word;
        text.remove_prefix(end);
    }
    return changed;
}

std::string plain_words(std::string_view text) {
    std::string words;
    words.reserve(text.size());
    char before = ' ';
    for (const char c : text) {
        const bool in_word = is_letter(c) || is_digit(c);
        if (in_word && !words.empty() && words.back() != ' ' && is_digit(before) != is_digit(c))
            words += ' ';
        if (in_word)
            words += lower(c);
        else if (!words.empty() && words.back() != ' ')
            words += ' ';
        before = c;
    }
    if (!words.empty() && words.back() == ' ')
        words.pop_back();
    return words;
}

} // namespace praxis::bench
