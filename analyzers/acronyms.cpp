// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#include "analyzers/acronyms.h"

#include "base/utf8.h"
#include "analyzers/apostrophes.h"
#include "analyzers/letters.h"

#include <algorithm>
#include <array>
#include <cstddef>

namespace praxis::analyzers {

namespace {

std::vector<Atom> groups_of(const Atom& word) {
    std::vector<Atom> groups;
    Link link = word.link;
    for (std::size_t from = 0; from < word.text.size();) {
        const std::size_t to = std::min(word.text.find('.', from), word.text.size());
        groups.push_back(slice(word, from, to, link));
        link = Link::Tight;
        from = to + 1;
    }
    return groups;
}

bool is_initial(const Atom& group) {
    return all_letters(group.text) && count_code_points(group.text) == 1;
}

bool is_acronym(const std::vector<Atom>& groups) {
    return groups.size() > 1 && std::any_of(groups.begin(), groups.end(), is_initial) &&
           std::all_of(groups.begin(), groups.end(), [](const Atom& group) {
               return all_letters(group.text) && count_code_points(group.text) <= 2;
           });
}

void merge_into(Atom& first, const Atom& next) {
    first.text += next.text;
    first.end = next.end;
}

// u.s.code: initials in a row stay one word also in front of a longer group.
void append_groups(const std::vector<Atom>& groups, std::vector<Atom>& atoms) {
    bool after_initial = false;
    for (const Atom& group : groups) {
        const bool initial = is_initial(group);
        if (initial && after_initial)
            merge_into(atoms.back(), group);
        else
            append_apostrophes(group, atoms);
        after_initial = initial;
    }
}

} // namespace

void append_dotted(const Atom& word, char follows, std::vector<Atom>& atoms) {
    const std::vector<Atom> groups = groups_of(word);
    if (!is_acronym(groups)) {
        append_groups(groups, atoms);
        return;
    }
    Atom acronym = groups.front();
    std::for_each(
        groups.begin() + 1, groups.end(), [&](const Atom& group) { merge_into(acronym, group); });
    if (follows == '.')
        ++acronym.end;
    atoms.push_back(std::move(acronym));
}

bool is_spaced_acronym(std::string_view letters) {
    static constexpr std::array<std::string_view, 10> known = {
        "us", "usa", "usc", "uk", "un", "eu", "dc", "ny", "nyc", "phd"};
    return std::find(known.begin(), known.end(), letters) != known.end();
}

} // namespace praxis::analyzers
