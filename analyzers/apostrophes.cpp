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
    std::size_t from = 0;
    Link link = word.link;
    if (!word.text.ends_with("n't"))
        for (std::size_t mark = 0; (mark = word.text.find('\'', from)) != std::string::npos;) {
            if (!is_elision(std::string_view(word.text).substr(from, mark - from)))
                break;
            atoms.push_back(slice(word, from, mark, link));
            link = Link::Tight;
            from = mark + 1;
        }
    atoms.push_back(slice(word, from, word.text.size(), link));
    std::erase(atoms.back().text, '\'');
}

} // namespace praxis::analyzers
