// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#include "analyzers/references.h"

#include "base/utf8.h"
#include "analyzers/embedded_text.h"
#include "analyzers/icu_folding.h"
#include "analyzers/years.h"

#include <algorithm>
#include <map>
#include <set>
#include <string>
#include <vector>

namespace praxis::analyzers {

namespace {

constexpr std::uint32_t longest_phrase = 3; // words

// data/reference_words.txt: the joined form, then a phrase that stands for it.
struct ReferenceWords {
    std::map<std::string, std::string, std::less<>> forms; // phrase → joined form
    std::set<std::string, std::less<>> last_words;

    ReferenceWords() {
        for (const std::string_view line : data_lines("data/reference_words.txt")) {
            const std::vector<std::string_view> words = words_of(line);
            std::string phrase(words.at(1));
            for (std::size_t i = 2; i < words.size(); ++i)
                phrase.append(" ").append(words[i]);
            forms.emplace(phrase, words.front());
            last_words.emplace(words.back());
        }
    }

    static const ReferenceWords& instance() {
        static const ReferenceWords words;
        return words;
    }
};

// What parts two tokens, folded; gaps that are longer than this part them for good.
constexpr std::size_t longest_gap = 16;

bool is_blank_gap(std::string_view gap) {
    return trim(gap).empty();
}

bool is_dash_gap(std::string_view gap) {
    return trim(gap) == "-" || trim(gap) == "--";
}

// What may stand between "Sec" and "508": blanks, a dot, brackets, an apostrophe, a number sign.
bool is_reference_gap(std::string_view gap) {
    return gap.find_first_not_of(" \t\r\n.()#'") == std::string_view::npos;
}

class Linker {
public:
    Linker(std::string_view source, const AddedNumber& number, TokenList& tokens)
        : source_(source), number_(number), tokens_(tokens) {}

    void run() {
        link_reference();
        if (number_.parts == 1 && year_of(number_.text))
            link_year_range();
    }

private:
    Token* word_before(std::uint32_t distance) {
        return distance > number_.position ? nullptr
                                           : tokens_.find_word(number_.position - distance);
    }

    // "x" stands for a gap of anything.
    std::string gap(const Token& token, std::uint32_t next_begin) const {
        if (next_begin <= token.end)
            return {};
        const std::uint32_t length = next_begin - token.end;
        return length <= longest_gap ? fold(source_.substr(token.end, length)) : "x";
    }

    // The words in front of the number, the nearest first, as long as nothing parts them.
    std::vector<Token> words_in_front() {
        std::vector<Token> words;
        std::uint32_t next_begin = number_.extent.begin;
        while (words.size() <= longest_phrase) {
            const Token* word = word_before(static_cast<std::uint32_t>(words.size()) + 1);
            if (word == nullptr || !is_reference_gap(gap(*word, next_begin)))
                break;
            next_begin = word->begin;
            words.push_back(*word);
        }
        return words;
    }

    bool may_be_reference() {
        const auto& last_words = ReferenceWords::instance().last_words;
        const Token* word = word_before(1);
        return word != nullptr && (last_words.contains(word->text) || is_numero(word->text));
    }

    static bool is_numero(std::string_view word) { return word == "no" || word == "number"; }

    void link_reference() {
        if (!may_be_reference())
            return;
        const std::vector<Token> words = words_in_front();
        const std::size_t first = !words.empty() && is_numero(words.front().text) ? 1 : 0;
        for (std::size_t count = std::min<std::size_t>(longest_phrase, words.size() - first);
             first <= words.size() && count > 0;
             --count)
            if (const std::string* form = form_of(words, first, count)) {
                add_joined(*form, words[first + count - 1]);
                return;
            }
    }

    static const std::string*
    form_of(const std::vector<Token>& words, std::size_t first, std::size_t count) {
        std::string phrase;
        for (std::size_t i = first + count; i > first; --i)
            phrase.append(phrase.empty() ? "" : " ").append(words[i - 1].text);
        const auto& forms = ReferenceWords::instance().forms;
        const auto found = forms.find(phrase);
        return found == forms.end() ? nullptr : &found->second;
    }

    void add_joined(const std::string& form, const Token& head) {
        const Extent extent{head.begin, number_.extent.end};
        const std::uint32_t span = number_.position - head.position + number_.parts;
        if (form != "fy") {
            add_joined(form + std::string(number_.text), head.position, extent, span);
            return;
        }
        const auto year = year_after_fy(number_.first_part);
        if (!year)
            return;
        const std::uint32_t first_part_only = number_.position - head.position + 1;
        add_joined(form + std::to_string(*year), head.position, extent, first_part_only);
        if (number_.first_part.size() == 2)
            tokens_.add_beside(
                head.position, std::to_string(*year), extent, TokenKind::YearInRange);
    }

    void
    add_joined(const std::string& text, std::uint32_t position, Extent extent, std::uint32_t span) {
        tokens_.add_beside(position, text, extent, TokenKind::Joined, span);
    }

    void link_year_range() {
        const Token* before = word_before(1);
        if (before == nullptr)
            return;
        if (is_dash_gap(gap(*before, number_.extent.begin))) {
            add_implied_years(*before);
        } else if (is_until(before->text) && is_blank_gap(gap(*before, number_.extent.begin))) {
            const Token* first = word_before(2);
            if (first != nullptr && is_blank_gap(gap(*first, before->begin)))
                add_implied_years(*first);
        }
    }

    static bool is_until(std::string_view word) {
        return word == "to" || word == "through" || word == "thru" || word == "until";
    }

    void add_implied_years(const Token& first) {
        const auto years = implied_years(first.text, number_.text);
        for (const int year : years.value_or(std::vector<int>()))
            tokens_.add_beside(first.position,
                               std::to_string(year),
                               {first.begin, number_.extent.end},
                               TokenKind::YearInRange);
    }

    std::string_view source_;
    const AddedNumber& number_;
    TokenList& tokens_;
};

} // namespace

void link_to_words_before(std::string_view source, const AddedNumber& number, TokenList& tokens) {
    Linker(source, number, tokens).run();
}

} // namespace praxis::analyzers
