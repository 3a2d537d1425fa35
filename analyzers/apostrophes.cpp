// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#include "analyzers/apostrophes.h"

#include "base/utf8.h"
#include "analyzers/embedded_text.h"

#include <array>
#include <set>
#include <string>

namespace praxis::analyzers {

namespace {

constexpr std::array<std::string_view, 6> clitics = {"'s", "'ll", "'re", "'ve", "'d", "'m"};

bool is_elision(std::string_view prefix) {
    static const std::set<std::string_view> elisions = [] {
        const auto lines = data_lines("data/elisions.txt");
        return std::set<std::string_view>(lines.begin(), lines.end());
    }();
    return count_code_points(prefix) <= 2 || elisions.contains(prefix);
}

} // namespace

std::size_t length_without_clitic(std::string_view word) {
    for (const std::string_view clitic : clitics)
        if (word.size() > clitic.size() && word.ends_with(clitic))
            return word.size() - clitic.size();
    return word.size();
}

void append_apostrophes(const Atom& word, std::vector<Atom>& atoms) {
    const std::size_t mark = word.text.find('\'');
    if (mark != std::string::npos && is_elision(std::string_view(word.text).substr(0, mark)) &&
        !word.text.ends_with("n't")) {
        atoms.push_back(slice(word, 0, mark, word.link));
        append_apostrophes(slice(word, mark + 1, word.text.size(), Link::Tight), atoms);
        return;
    }
    atoms.push_back(word);
    std::erase(atoms.back().text, '\'');
}

} // namespace praxis::analyzers
