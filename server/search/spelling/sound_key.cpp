// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#include "server/search/spelling/sound_key.h"

#include <algorithm>
#include <array>
#include <utility>

namespace praxis::search {

namespace {

using Rule = std::pair<std::string_view, std::string_view>;

// Tried in this order at every letter; a rule's letters are replaced by its sounds.
constexpr std::array<Rule, 14> letter_groups = {{
    {"tion", "xn"},
    {"sion", "xn"},
    {"tch", "x"},
    {"ch", "x"},
    {"sh", "x"},
    {"ph", "f"},
    {"gh", ""},
    {"sce", "se"},
    {"sci", "si"},
    {"ck", "k"},
    {"qu", "k"},
    {"dge", "j"},
    {"dgi", "j"},
    {"cc", "k"},
}};

bool is_letter(char c) {
    return c >= 'a' && c <= 'z';
}

bool is_silent(char c) {
    return std::string_view("aeiouyhw").find(c) != std::string_view::npos;
}

bool is_soft_before(std::string_view rest) {
    return rest.size() > 1 && std::string_view("eiy").find(rest[1]) != std::string_view::npos;
}

char sound_of(std::string_view rest) {
    switch (rest.front()) {
    case 'c':
        return is_soft_before(rest) ? 's' : 'k';
    case 'g':
        return is_soft_before(rest) ? 'j' : 'g';
    case 'q':
    case 'x':
        return 'k';
    case 'z':
        return 's';
    case 'v':
        return 'f';
    case 'd':
        return 't';
    default:
        return rest.front();
    }
}

std::string sounds(std::string_view word) {
    std::string heard;
    while (!word.empty()) {
        const auto group =
            std::find_if(letter_groups.begin(), letter_groups.end(), [&](const Rule& rule) {
                return word.starts_with(rule.first);
            });
        if (group != letter_groups.end()) {
            heard += group->second;
            word.remove_prefix(group->first.size());
        } else {
            heard += sound_of(word);
            word.remove_prefix(1);
        }
    }
    return heard;
}

} // namespace

std::string sound_key(std::string_view word) {
    if (!std::all_of(word.begin(), word.end(), is_letter))
        return {};
    if (word.starts_with("kn") || word.starts_with("wr"))
        word.remove_prefix(1);
    std::string key;
    for (const char sound : sounds(word)) {
        if (key.empty())
            key += std::string_view("aeiouy").find(sound) == std::string_view::npos ? sound : 'a';
        else if (!is_silent(sound) && sound != key.back())
            key += sound;
    }
    return key;
}

} // namespace praxis::search
