// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#include "analyzers/long_forms.h"

#include "analyzers/letters.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <optional>

namespace praxis::analyzers {

namespace {

constexpr std::size_t shortest_acronym = 2;
constexpr std::size_t longest_acronym = 10;
constexpr std::size_t most_small_letters = 1;
constexpr std::size_t fewest_words = 2;
constexpr std::size_t longest_abbreviation = 3; // a word with a dot that ends no sentence: "Co."
constexpr std::string_view quotes = "\"'*_";

bool is_capital(char c) {
    return c >= 'A' && c <= 'Z';
}

// Texts are not folded here: capitals are letters, too.
bool is_word_byte(char c) {
    return is_capital(c) || is_letter_or_digit(c);
}

char lower(char c) {
    return is_capital(c) ? static_cast<char>(c - 'A' + 'a') : c;
}

std::size_t count_letters(std::string_view text) {
    return static_cast<std::size_t>(std::ranges::count_if(text, is_word_byte));
}

std::string_view without_ends(std::string_view text, std::string_view ends) {
    const std::size_t first = text.find_first_not_of(ends);
    if (first == std::string_view::npos)
        return {};
    return text.substr(first, text.find_last_not_of(ends) + 1 - first);
}

// "“CIP”" is CIP: quotation marks are letters of more than one byte.
std::string_view without_quotes(std::string_view text) {
    constexpr std::array<std::string_view, 4> curly = {"“", "”", "‘", "’"};
    for (const std::string_view mark : curly) {
        if (text.starts_with(mark))
            text.remove_prefix(mark.size());
        if (text.ends_with(mark))
            text.remove_suffix(mark.size());
    }
    return without_ends(text, quotes);
}

// What the word is as an acronym, if it is one.
std::optional<std::string_view> acronym_in(std::string_view word) {
    word = without_quotes(word);
    if (word.size() > shortest_acronym && word.back() == 's' && is_capital(word[word.size() - 2]))
        word.remove_suffix(1);
    if (word.size() < shortest_acronym || word.size() > longest_acronym ||
        !is_word_byte(word.front()) || !is_word_byte(word.back()))
        return std::nullopt;
    const bool is_plain = std::ranges::all_of(word, [](char c) {
        return (is_word_byte(c) && static_cast<unsigned char>(c) < 0x80) || c == '&' || c == '-' ||
               c == '/' || c == '.';
    });
    if (!is_plain || std::ranges::count_if(word, is_capital) < 2 ||
        static_cast<std::size_t>(std::ranges::count_if(word, is_ascii_letter)) > most_small_letters)
        return std::nullopt;
    return word;
}

// "Federal Student Aid’s" is Federal Student Aid.
std::string_view without_possessive(std::string_view text) {
    for (const std::string_view ending : {"’s", "'s"})
        if (text.ends_with(ending))
            text.remove_suffix(ending.size());
    return without_ends(text, " ");
}

std::size_t most_words(std::string_view acronym) {
    const std::size_t letters = count_letters(acronym);
    return std::min(letters + 5, 2 * letters);
}

bool ends_a_sentence(std::string_view word) {
    constexpr std::string_view ends = ".!?:;";
    return !word.empty() && ends.find(word.back()) != std::string_view::npos &&
           (word.back() != '.' || count_letters(word) > longest_abbreviation);
}

// Where the last `most` words of a text begin that no sentence, line or parenthesis ends.
std::size_t begin_of_words(std::string_view text, std::size_t most) {
    std::size_t begin = text.size();
    for (std::size_t words = 0; words < most && begin > 0; ++words) {
        const std::size_t end = text.find_last_not_of(' ', begin - 1);
        if (end == std::string_view::npos)
            break;
        const std::size_t before = text.find_last_of(" \n()", end);
        const std::size_t first = before == std::string_view::npos ? 0 : before + 1;
        if (words > 0 && ends_a_sentence(text.substr(first, end + 1 - first)))
            break;
        if (first > end)
            break;
        begin = first;
        if (before != std::string_view::npos && text[before] != ' ')
            break;
    }
    return begin;
}

bool is_small_word(std::string_view word) {
    constexpr std::array<std::string_view, 11> small = {
        "of", "and", "the", "for", "in", "on", "to", "a", "an", "with", "&"};
    return std::ranges::find(small, word) != small.end();
}

std::vector<std::string_view> words_of(std::string_view text) {
    std::vector<std::string_view> words;
    for (std::size_t begin = 0; begin < text.size();) {
        const std::size_t end = std::min(text.find(' ', begin), text.size());
        if (end > begin)
            words.push_back(text.substr(begin, end - begin));
        begin = end + 1;
    }
    return words;
}

// Whether the initials of the words are the acronym's letters, with or without small words.
bool are_initials(std::string_view acronym, const std::vector<std::string_view>& words) {
    const auto initials_of = [&](bool all) {
        std::string initials;
        for (const std::string_view word : words)
            if (all || !is_small_word(word))
                initials += lower(word.front());
        return initials;
    };
    std::string letters;
    for (const char c : acronym)
        if (is_word_byte(c))
            letters += lower(c);
    return letters == initials_of(true) || letters == initials_of(false);
}

// Whether a word begins there; quotation marks and the like (U+2000 to U+203F) are no letters.
bool begins_a_word(std::string_view text, std::size_t place) {
    return place == 0 || !is_word_byte(text[place - 1]) ||
           (place >= 3 && text.substr(place - 3, 2) == "\xE2\x80");
}

// Where the last words begin whose initials are the acronym's letters.
std::optional<std::size_t> match_initials(std::string_view acronym, std::string_view text) {
    const auto all = words_of(text);
    for (std::size_t count = fewest_words; count <= all.size(); ++count) {
        const std::vector<std::string_view> words(all.end() - static_cast<std::ptrdiff_t>(count),
                                                  all.end());
        if (!is_small_word(words.front()) && are_initials(acronym, words))
            return static_cast<std::size_t>(words.front().data() - text.data());
    }
    return std::nullopt;
}

// Where the long form begins whose letters are matched from the last to the first.
std::optional<std::size_t> match_backwards(std::string_view acronym, std::string_view words) {
    std::size_t at = words.size();
    for (std::size_t i = acronym.size(); i-- > 0;) {
        if (!is_word_byte(acronym[i]))
            continue;
        const auto fits = [&](std::size_t place) {
            return lower(words[place]) == lower(acronym[i]) &&
                   (i > 0 || begins_a_word(words, place));
        };
        do {
            if (at == 0)
                return std::nullopt;
            --at;
        } while (!fits(at));
    }
    return at;
}

class Finder {
public:
    explicit Finder(std::string_view text) : text_(text) {}

    std::vector<LongForm> find() {
        for (std::size_t open = text_.find('('); open != std::string_view::npos;
             open = text_.find('(', open + 1)) {
            const std::size_t close = text_.find_first_of("()\n", open + 1);
            if (close == std::string_view::npos || text_[close] != ')')
                continue;
            const std::string_view inside = text_.substr(open + 1, close - open - 1);
            if (!add_acronym_behind(open, inside))
                add_acronym_before(open, inside);
        }
        return std::move(found_);
    }

private:
    // "Long Form (LF)", "Long Form (LF, as it is called)".
    bool add_acronym_behind(std::size_t open, std::string_view inside) {
        const auto acronym = acronym_in(inside.substr(0, inside.find_first_of(",;")));
        if (!acronym)
            return false;
        std::string_view before = text_.substr(0, open);
        const std::size_t begin = begin_of_words(before, most_words(*acronym));
        const std::string_view words = before.substr(begin);
        auto first = match_initials(*acronym, words);
        if (!first)
            first = match_backwards(*acronym, words);
        if (first)
            add(*acronym,
                without_possessive(without_quotes(without_ends(words.substr(*first), " ,"))));
        return first.has_value();
    }

    // "LF (Long Form)".
    void add_acronym_before(std::size_t open, std::string_view inside) {
        const std::size_t end = text_.substr(0, open).find_last_not_of(' ');
        if (end == std::string_view::npos)
            return;
        const std::size_t before = text_.substr(0, end + 1).find_last_of(" \n(/");
        const std::size_t first = before == std::string_view::npos ? 0 : before + 1;
        const auto acronym = acronym_in(text_.substr(first, end + 1 - first));
        if (!acronym)
            return;
        const std::string_view form =
            without_quotes(without_ends(inside.substr(0, inside.find_first_of(",;")), " "));
        const auto words = words_of(form);
        if (words.size() <= most_words(*acronym) && are_initials(*acronym, words))
            add(*acronym, form);
    }

    void add(std::string_view acronym, std::string_view long_form) {
        const auto words = words_of(long_form);
        if (words.size() < fewest_words || is_small_word(words.front()) ||
            std::ranges::find(words, acronym) != words.end())
            return;
        found_.push_back({acronym, long_form, span_of(acronym), span_of(long_form)});
    }

    TextSpan span_of(std::string_view part) const {
        const auto begin = static_cast<std::uint32_t>(part.data() - text_.data());
        return {begin, begin + static_cast<std::uint32_t>(part.size())};
    }

    std::string_view text_;
    std::vector<LongForm> found_;
};

} // namespace

std::vector<LongForm> find_long_forms(std::string_view text) {
    return Finder(text).find();
}

} // namespace praxis::analyzers
