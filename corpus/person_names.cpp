// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#include "corpus/person_names.h"

#include "base/utf8.h"
#include "corpus/phrases.h"

#include <algorithm>

namespace praxis::corpus {

namespace {

constexpr std::string_view particles = "de|del|della|der|den|di|da|do|dos|la|le|van|von|bin|al|y";

constexpr std::string_view degrees =
    "phd|ph.d|ph.d.|mpa|m.p.a.|mba|jd|j.d.|md|m.d.|aicp|pe|p.e.|icma-cm|esq|esq.";

constexpr std::string_view generations = "jr|jr.|sr|sr.|ii|iii";

constexpr std::string_view roles =
    "staff writer|senior staff writer|senior writer|contributing writer|freelance writer|writer|"
    "staff reporter|reporter|senior reporter|correspondent|senior correspondent|columnist|editor|"
    "managing editor|associate editor|senior editor|contributing editor|news editor|"
    "editor in chief|editor-in-chief|contributor|guest contributor|guest columnist|staff";

bool is_capital(char c) {
    return (c >= 'A' && c <= 'Z') || static_cast<unsigned char>(c) >= 0x80;
}

bool is_name_sign(char c) {
    return is_capital(c) || (c >= 'a' && c <= 'z') || c == '.' || c == '-' || c == '\'';
}

bool is_name_word(std::string_view word) {
    return is_listed(word, particles) ||
           (is_capital(word.front()) && std::all_of(word.begin(), word.end(), is_name_sign));
}

bool is_name(std::string_view text, std::size_t fewest, std::size_t most) {
    const std::vector<std::string_view> words = words_of(text);
    return words.size() >= fewest && words.size() <= most && text.size() <= 60 &&
           is_capital(text.front()) && std::all_of(words.begin(), words.end(), is_name_word);
}

// Marks of footnotes and a full stop behind a name; the stop of an initial stays.
std::string_view without_marks(std::string_view name) {
    while (!name.empty() && (name.back() == '*' || name.back() == '.' || name.back() == ',')) {
        if (name.back() == '.' && name.size() > 1 && is_capital(name[name.size() - 2]))
            break;
        name = trim(name.substr(0, name.size() - 1));
    }
    return name;
}

} // namespace

std::vector<std::string> names_in(std::string_view list) {
    std::vector<std::string> names;
    for (std::string_view piece : split_at(list, {",", ";", " and ", " & ", " with ", "\n"})) {
        cut_front(piece, "and|by");
        const std::string lower = to_lower_ascii(piece);
        if (is_listed(lower, generations)) {
            if (!names.empty())
                names.back() += " " + std::string(piece);
            continue;
        }
        piece = without_marks(piece);
        if (!is_listed(lower, degrees) && !is_writer_role(piece) && !piece.empty() &&
            is_name(piece, 1, 6))
            names.emplace_back(piece);
    }
    return names;
}

bool is_person_name(std::string_view text) {
    text = trim(text);
    return !text.empty() && is_name(text, 2, 4) && !is_writer_role(text);
}

bool follows_a_name(std::string_view word) {
    const std::string lower = to_lower_ascii(word);
    return is_listed(lower, degrees) || is_listed(lower, generations);
}

const std::vector<std::string_view>& writer_roles() {
    static const std::vector<std::string_view> list = split_list(roles);
    return list;
}

bool is_writer_role(std::string_view text) {
    return is_listed(to_lower_ascii(trim(text)), roles);
}

} // namespace praxis::corpus
