// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#include "server/search/query/query_lexer.h"

#include "base/utf8.h"
#include "server/search/query/query_characters.h"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

namespace praxis::search {

namespace {

class Lexer {
public:
    Lexer(std::string_view text, const QueryFields& fields) : text_(text), fields_(fields) {
        points_.reserve(text.size());
        offsets_.reserve(text.size() + 1);
        for (std::size_t at = 0; at < text.size();) {
            offsets_.push_back(at);
            points_.push_back(next_code_point(text, at));
        }
        offsets_.push_back(text.size());
    }

    Lexed lex() {
        while (at_ < points_.size())
            step();
        return std::move(lexed_);
    }

private:
    std::string_view slice(std::size_t begin, std::size_t end) const {
        return text_.substr(offsets_[begin], offsets_[end] - offsets_[begin]);
    }

    // Beyond the end there are only blanks.
    char32_t point(std::size_t at) const { return at < points_.size() ? points_[at] : U' '; }

    // Commas and semicolons separate, but not inside "1,000".
    bool separates(std::size_t at) const {
        const char32_t c = point(at);
        if (c == ',' || c == ';')
            return at == 0 || !is_digit(point(at - 1)) || !is_digit(point(at + 1));
        return is_blank(c);
    }

    void emit(LexemeKind kind, std::size_t begin, std::size_t end) {
        lexed_.lexemes.push_back({kind, std::string(slice(begin, end)), begin, {}, {}});
    }

    void step() {
        const char32_t c = points_[at_];
        if (separates(at_))
            ++at_;
        else if (is_quote(c))
            lex_quote();
        else if (c == '(' || c == ')') {
            emit(c == '(' ? LexemeKind::Open : LexemeKind::Close, at_, at_ + 1);
            ++at_;
        } else if (c == '+' || c == '-')
            lex_sign();
        else if (!lex_field())
            lex_chunk();
    }

    void lex_sign() {
        const std::size_t begin = at_++;
        if (separates(at_) || point(at_) == ')')
            note_dropped(lexed_.notes, slice(begin, at_));
        else
            emit(points_[begin] == '+' ? LexemeKind::Plus : LexemeKind::Minus, begin, at_);
    }

    void lex_quote() {
        const std::size_t begin = at_ + 1;
        std::size_t end = begin;
        while (end < points_.size() && !is_quote(points_[end]))
            ++end;
        if (end == points_.size()) {
            add_note(lexed_.notes,
                     "unclosed-quote",
                     "A quotation mark without its partner was left out.");
            ++at_;
            return;
        }
        at_ = end + 1;
        const std::optional<std::uint32_t> slop = lex_slop();
        if (trim(slice(begin, end)).empty()) {
            note_dropped(lexed_.notes, slice(begin - 1, end + 1));
            return;
        }
        emit(LexemeKind::Quoted, begin, end);
        lexed_.lexemes.back().position = begin - 1;
        lexed_.lexemes.back().slop = slop;
    }

    // The number behind a closing quote's tilde.
    std::optional<std::uint32_t> lex_slop() {
        if (point(at_) != '~')
            return std::nullopt;
        ++at_;
        if (!is_digit(point(at_))) {
            note_dropped(lexed_.notes, "~");
            return std::nullopt;
        }
        std::uint32_t slop = 0;
        for (; is_digit(point(at_)); ++at_)
            slop = std::min<std::uint32_t>(
                slop * 10 + static_cast<std::uint32_t>(points_[at_] - U'0'), 9999);
        return slop;
    }

    std::size_t end_of_name() const {
        std::size_t end = at_;
        while (point(end) < 0x80 && (is_word_character(point(end)) || point(end) == '-' ||
                                     point(end) == '_' || point(end) == '.'))
            ++end;
        return end;
    }

    bool lex_field() {
        const std::size_t end = end_of_name();
        if (end == at_ || point(end) != ':' || separates(end + 1) || point(end + 1) == ')')
            return false;
        const std::string_view name = slice(at_, end);
        const auto known = fields_.find(name);
        if (!known) {
            note_unknown_field(name, end);
            return false;
        }
        lexed_.lexemes.push_back({LexemeKind::Field, known->name, at_, known->kind, {}});
        at_ = end + 1;
        if (!is_quote(point(at_)) && point(at_) != '(')
            lex_value();
        return true;
    }

    // "http://", "10:30" and "Re:budget" are no attempts to name a field; "tag:budget" is one.
    void note_unknown_field(std::string_view name, std::size_t colon) {
        const bool letters = std::none_of(name.begin(), name.end(), [](char c) {
            return is_digit(static_cast<unsigned char>(c)) || (c >= 'A' && c <= 'Z');
        });
        if (letters && point(colon + 1) != '/')
            add_note(lexed_.notes,
                     "unknown-field",
                     fmt::format("There is no field “{}”; it was searched as a word.", name));
    }

    // Whether the parenthesis at `at` belongs to a word: "501(c)(3)". Gives its end.
    std::optional<std::size_t> glued_parenthesis(std::size_t begin, std::size_t at) const {
        const std::string_view before = slice(begin, at);
        if (before.empty() || before == "AND" || before == "OR" || before == "NOT" ||
            (!is_word_character(point(at - 1)) && point(at - 1) != ')'))
            return std::nullopt;
        for (std::size_t end = at + 1; end < points_.size(); ++end) {
            if (point(end) == ')')
                return end + 1;
            if (separates(end) || is_quote(point(end)) || point(end) == '(')
                return std::nullopt;
        }
        return std::nullopt;
    }

    std::size_t end_of_chunk() const {
        std::size_t end = at_;
        while (end < points_.size() && !separates(end) && !is_quote(points_[end]) &&
               points_[end] != ')') {
            if (points_[end] != '(') {
                ++end;
                continue;
            }
            const auto glued = glued_parenthesis(at_, end);
            if (!glued)
                break;
            end = *glued;
        }
        return end;
    }

    bool is_mark(std::size_t at) const {
        return point(at) == '?' || point(at) == '!' || point(at) == ':';
    }

    // The chunk without the question mark, exclamation mark or colon of a sentence, at its end or,
    // as text that was decoded badly has them, at its beginning.
    std::string_view without_marks(std::size_t begin, std::size_t end) const {
        std::size_t first = begin;
        std::size_t last = end;
        while (last > first && is_mark(last - 1))
            --last;
        while (first < last && is_mark(first))
            ++first;
        return first < last ? slice(first, last) : slice(begin, end);
    }

    void lex_value() {
        const std::size_t begin = at_;
        at_ = std::max(end_of_chunk(), at_ + 1);
        emit(LexemeKind::Word, begin, at_);
        lexed_.lexemes.back().text = without_marks(begin, at_);
    }

    void lex_chunk() {
        const std::size_t begin = at_;
        lex_value();
        Lexeme& chunk = lexed_.lexemes.back();
        const std::string_view whole = slice(begin, at_);
        if (whole == "AND")
            chunk.kind = LexemeKind::And;
        else if (whole == "OR")
            chunk.kind = LexemeKind::Or;
        else if (whole == "NOT")
            chunk.kind = LexemeKind::Not;
    }

    std::string_view text_;
    const QueryFields& fields_;
    std::vector<char32_t> points_;
    std::vector<std::size_t> offsets_;
    std::size_t at_ = 0;
    Lexed lexed_;
};

} // namespace

Lexed lex_query(std::string_view text, const QueryFields& fields) {
    return Lexer(text, fields).lex();
}

void add_note(std::vector<Note>& notes, std::string code, std::string text) {
    Note note{std::move(code), std::move(text)};
    if (std::find(notes.begin(), notes.end(), note) == notes.end())
        notes.push_back(std::move(note));
}

void note_dropped(std::vector<Note>& notes, std::string_view piece) {
    add_note(notes,
             "dropped-operator",
             fmt::format("“{}” was left out: it had nothing to work on.", piece));
}

} // namespace praxis::search
