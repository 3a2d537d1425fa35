// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#include "analyzers/special_characters.h"

#include "analyzers/letters.h"

#include <array>
#include <cstddef>

namespace praxis::analyzers {

namespace {

constexpr std::array<std::string_view, 10> digits = {
    "0", "1", "2", "3", "4", "5", "6", "7", "8", "9"};

std::optional<std::size_t> superscript_value(char32_t c) {
    switch (c) {
    case U'\u00B9':
        return 1;
    case U'\u00B2':
        return 2;
    case U'\u00B3':
        return 3;
    default:
        if (c == U'\u2070' || (c >= U'\u2074' && c <= U'\u2079'))
            return c - U'\u2070';
        return std::nullopt;
    }
}

bool ends_in_unit(std::string_view folded) {
    std::size_t letters = 0;
    while (letters < folded.size() && is_letter(folded[folded.size() - 1 - letters]))
        ++letters;
    const bool whole = letters == folded.size() ||
                       !is_letter_or_digit(folded[folded.size() - 1 - letters]) ||
                       is_digit(folded[folded.size() - 1 - letters]);
    return whole && (letters == 1 || letters == 2);
}

std::string_view fold_superscript(std::size_t value, std::string_view folded) {
    return ends_in_unit(folded) ? digits[value] : " ";
}

// Zero-width space: a word boundary in scripts without blanks (Thai, Khmer, ..., all of three
// bytes a letter), a scrap of markup elsewhere.
std::string_view fold_zero_width_space(std::string_view folded) {
    const bool three_bytes =
        folded.size() >= 3 && static_cast<unsigned char>(folded[folded.size() - 3]) >= 0xE0;
    return three_bytes ? " " : "";
}

// Catalan writes col·legi; elsewhere the dot separates.
std::string_view fold_middle_dot(std::string_view folded) {
    return !folded.empty() && folded.back() == 'l' ? "" : " ";
}

} // namespace

std::optional<std::string_view> special_folding(char32_t c, std::string_view folded) {
    switch (c) {
    case U'\u2018': // curly quotes
    case U'\u2019':
    case U'\u201B':
    case U'\u00B4': // acute accent, typed for an apostrophe
    case U'\u02BB': // okina
    case U'\u02BC': // modifier apostrophe
        return "'";
    case U'\u2010': // hyphen, non-breaking hyphen, figure dash, en dash, minus
    case U'\u2011':
    case U'\u2012':
    case U'\u2013':
    case U'\u2212':
    case U'\uFE63':
    case U'\uFF0D':
        return "-";
    case U'\u2014': // em dash, horizontal bar
    case U'\u2015':
        return "--";
    case U'\u00A7':
        return " section ";
    case U'\u2116':
        return " no ";
    case U'\u2120': // service mark, trade mark
    case U'\u2122':
        return " ";
    case U'\u2044': // fraction slash
        return "/";
    case U'\u066B': // Arabic decimal and thousands separators
        return ".";
    case U'\u066C':
        return ",";
    case U'\u0640': // tatweel stretches an Arabic word and means nothing
        return "";
    case U'\u00B7':
        return fold_middle_dot(folded);
    case U'\u200B':
        return fold_zero_width_space(folded);
    default:
        break;
    }
    if (const auto value = superscript_value(c))
        return fold_superscript(*value, folded);
    return std::nullopt;
}

std::optional<std::string_view> ascii_for_latin(char32_t c) {
    switch (c) {
    case U'\u00E6':
        return "ae";
    case U'\u00F8':
        return "o";
    case U'\u00F0':
    case U'\u0111':
        return "d";
    case U'\u00FE':
        return "th";
    case U'\u0127':
        return "h";
    case U'\u0131':
        return "i";
    case U'\u0142':
        return "l";
    case U'\u014B':
        return "n";
    case U'\u0153':
        return "oe";
    case U'\u0167':
        return "t";
    default:
        return std::nullopt;
    }
}

} // namespace praxis::analyzers
