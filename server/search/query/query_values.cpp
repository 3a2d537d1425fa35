// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#include "server/search/query/query_values.h"

#include "base/utf8.h"
#include "server/search/query/query_characters.h"
#include "server/search/query/query_parser.h"

#include <fmt/format.h>

#include <algorithm>
#include <string_view>
#include <utility>

namespace praxis::search {

namespace {

ReadValue refused(std::string problem) {
    return {std::nullopt, std::move(problem)};
}

template <typename Leaf>
ReadValue leaf(Leaf value) {
    return {Node{std::move(value)}, {}};
}

std::size_t count_words(std::string_view text) {
    std::size_t count = 0;
    bool inside = false;
    for (std::size_t at = 0; at < text.size();) {
        const bool blank = is_blank(next_code_point(text, at));
        count += !blank && !inside ? 1 : 0;
        inside = !blank;
    }
    return count;
}

ReadValue read_quoted(const Lexeme& lexeme, const std::string& field) {
    const std::size_t words = count_words(lexeme.text);
    if (words > max_phrase_words)
        return refused(
            fmt::format("A phrase may have {} words; this one has {}.", max_phrase_words, words));
    if (lexeme.slop && words + *lexeme.slop > max_window_words)
        return refused(fmt::format("The words of a phrase and the number behind ~ may come to {}.",
                                   max_window_words));
    return leaf(Phrase{{field, collapse_whitespace(lexeme.text), lexeme.position}, lexeme.slop});
}

bool is_wildcard(char32_t c) {
    return c == '*' || c == '?';
}

struct WildcardShape {
    bool any = false;        // there is a wildcard
    bool star = false;       // there is a '*'
    bool only = true;        // there is nothing else
    bool plain = true;       // all else may stand in a word
    std::size_t leading = 0; // word characters before the first wildcard
};

WildcardShape shape_of(std::string_view text) {
    WildcardShape shape;
    for (std::size_t at = 0; at < text.size();) {
        const char32_t c = next_code_point(text, at);
        if (is_wildcard(c)) {
            shape.any = true;
            shape.star |= c == '*';
            continue;
        }
        shape.only = false;
        if (is_word_character(c))
            shape.leading += shape.any ? 0 : 1;
        else if (c != '-' && c != '\'' && c != 0x2019 && c != '.')
            shape.plain = false;
    }
    return shape;
}

struct Tilde {
    std::string_view word; // what stands before it
    std::string_view bound;
};

// The tilde behind a word, with a number or nothing behind it.
std::optional<Tilde> tilde_of(std::string_view text) {
    const std::size_t at = text.rfind('~');
    if (at == std::string_view::npos || at == 0)
        return std::nullopt;
    const std::string_view bound = text.substr(at + 1);
    const bool digits = std::all_of(bound.begin(), bound.end(), [](char c) {
        return is_digit(static_cast<unsigned char>(c)) || c == '.';
    });
    if (!digits)
        return std::nullopt;
    return Tilde{text.substr(0, at), bound};
}

std::uint32_t max_edits(std::string_view bound) {
    if (bound.size() == 1 && bound[0] < '2')
        return static_cast<std::uint32_t>(bound[0] - '0');
    return 2;
}

ReadValue read_word(std::string_view text, const Lexeme& lexeme, const std::string& field) {
    const WildcardShape shape = shape_of(text);
    if (!shape.any || !shape.plain || (shape.only && !shape.star))
        return leaf(Word{{field, std::string(text), lexeme.position}});
    if (shape.only)
        return field.empty() ? ReadValue{} : refused("At least two letters must stand before *.");
    if (shape.leading < 2)
        return refused(fmt::format("At least two letters must stand before * or ? in “{}”.", text));
    return leaf(Pattern{{field, std::string(text), lexeme.position}});
}

ReadValue read_words(const Lexeme& lexeme, const std::string& field, std::vector<Note>& notes) {
    const auto tilde = tilde_of(lexeme.text);
    const std::string_view text = tilde ? tilde->word : std::string_view(lexeme.text);
    ReadValue read = read_word(text, lexeme, field);
    if (!read.node && read.problem.empty())
        note_dropped(notes, lexeme.text);
    if (!tilde || !read.node)
        return read;
    if (const Word* word = std::get_if<Word>(&read.node->value)) {
        const Clause& clause = *word;
        if (const std::uint32_t edits = max_edits(tilde->bound); edits > 0)
            return leaf(Fuzzy{clause, edits});
    } else {
        note_dropped(notes, "~");
    }
    return read;
}

std::optional<Date> read_date(std::string_view text, FieldKind kind) {
    const std::optional<Date> date = parse_iso_date(text);
    return date && kind == FieldKind::Years && date->month != 0 ? std::nullopt : date;
}

ReadValue read_range(const Lexeme& lexeme, const std::string& field, FieldKind kind) {
    const std::string_view text = trim(lexeme.text);
    const std::size_t dots = text.find("..");
    const bool open = dots != std::string_view::npos;
    const std::string_view from = text.substr(0, open ? dots : text.size());
    const std::string_view to = open ? text.substr(dots + 2) : from;
    Range range{field, read_date(from, kind), read_date(to, kind)};
    if ((!range.from && !from.empty()) || (!range.to && !to.empty()) ||
        (from.empty() && to.empty()))
        return refused(
            kind == FieldKind::Years
                ? fmt::format("“{}” is no year: write 2016, 2010..2016 or 2010...", text)
                : fmt::format("“{}” is no date: write 2016-05 or 2016-01..2016-06.", text));
    if (range.from && range.to && range.to->last_day() < range.from->first_day())
        return refused(fmt::format("“{}” ends before it begins.", text));
    return leaf(std::move(range));
}

} // namespace

ReadValue read_value(const Lexeme& lexeme,
                     const std::string& field,
                     FieldKind kind,
                     std::vector<Note>& notes) {
    if (kind != FieldKind::Words)
        return read_range(lexeme, field, kind);
    if (lexeme.kind == LexemeKind::Quoted)
        return read_quoted(lexeme, field);
    return read_words(lexeme, field, notes);
}

} // namespace praxis::search
