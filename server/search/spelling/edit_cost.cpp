// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#include "server/search/spelling/edit_cost.h"

#include <algorithm>
#include <array>
#include <vector>

namespace praxis::search {

namespace {

constexpr double any_edit = 1.0;
constexpr double swapped = 0.6;
constexpr double doubled = 0.5;
constexpr double soft_letter = 0.8;
constexpr double other_vowel = 0.6;
constexpr double sounds_alike = 0.7;
constexpr double neighbouring_key = 0.8;
constexpr double other_first_letter = 0.3;

bool is_one_of(char c, std::string_view letters) {
    return letters.find(c) != std::string_view::npos;
}

bool stand_together(char a, char b, std::string_view rows) {
    const std::size_t at = rows.find(a);
    return at != std::string_view::npos &&
           ((at > 0 && rows[at - 1] == b) || (at + 1 < rows.size() && rows[at + 1] == b));
}

bool are_neighbouring_keys(char a, char b) {
    constexpr std::array<std::string_view, 3> rows = {"qwertyuiop", "asdfghjkl", "zxcvbnm"};
    for (std::size_t r = 0; r < rows.size(); ++r) {
        if (stand_together(a, b, rows[r]))
            return true;
        if (r + 1 == rows.size())
            continue;
        for (const auto& [upper, lower] : {std::pair(a, b), std::pair(b, a)}) {
            const std::size_t above = rows[r].find(upper);
            const std::size_t below = rows[r + 1].find(lower);
            if (above != std::string_view::npos && below != std::string_view::npos &&
                (below == above || below + 1 == above))
                return true;
        }
    }
    return false;
}

bool sound_alike(char a, char b) {
    constexpr std::array<std::string_view, 13> pairs = {
        "ck", "cs", "sz", "iy", "fv", "td", "gj", "mn", "bp", "kq", "kg", "uw", "xs"};
    return std::any_of(pairs.begin(), pairs.end(), [&](std::string_view pair) {
        return (pair[0] == a && pair[1] == b) || (pair[0] == b && pair[1] == a);
    });
}

double replacement_cost(char typed, char meant) {
    if (typed == meant)
        return 0;
    if (is_one_of(typed, "aeiou") && is_one_of(meant, "aeiou"))
        return other_vowel;
    if (sound_alike(typed, meant))
        return sounds_alike;
    return are_neighbouring_keys(typed, meant) ? neighbouring_key : any_edit;
}

// Of the letter at `at` that only one of the words has.
double lone_letter_cost(std::string_view word, std::size_t at) {
    const char letter = word[at];
    if ((at > 0 && word[at - 1] == letter) || (at + 1 < word.size() && word[at + 1] == letter))
        return doubled;
    return is_one_of(letter, "aeiouh") ? soft_letter : any_edit;
}

} // namespace

double edit_cost(std::string_view typed, std::string_view meant) {
    const std::size_t width = meant.size() + 1;
    std::vector<double> table((typed.size() + 1) * width, 0);
    const auto at = [&](std::size_t i, std::size_t j) -> double& {
        return table[i * width + j];
    };
    for (std::size_t j = 1; j < width; ++j)
        at(0, j) = at(0, j - 1) + lone_letter_cost(meant, j - 1);
    for (std::size_t i = 1; i <= typed.size(); ++i) {
        at(i, 0) = at(i - 1, 0) + lone_letter_cost(typed, i - 1);
        for (std::size_t j = 1; j < width; ++j) {
            double least = at(i - 1, j - 1) + replacement_cost(typed[i - 1], meant[j - 1]);
            least = std::min(least, at(i - 1, j) + lone_letter_cost(typed, i - 1));
            least = std::min(least, at(i, j - 1) + lone_letter_cost(meant, j - 1));
            if (i > 1 && j > 1 && typed[i - 1] == meant[j - 2] && typed[i - 2] == meant[j - 1] &&
                typed[i - 1] != typed[i - 2])
                least = std::min(least, at(i - 2, j - 2) + swapped);
            at(i, j) = least;
        }
    }
    const bool other_first = !typed.empty() && !meant.empty() && typed[0] != meant[0];
    return table.back() + (other_first ? other_first_letter : 0);
}

} // namespace praxis::search
