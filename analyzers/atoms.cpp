// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#include "analyzers/atoms.h"

#include "base/utf8.h"
#include "analyzers/acronyms.h"
#include "analyzers/apostrophes.h"
#include "analyzers/letters.h"
#include "analyzers/numbers.h"

#include <algorithm>

namespace praxis::analyzers {

namespace {

// A hyphen holds a word together, behind a dot (U.S.-based) and at the end of a line too.
bool is_hyphen(std::string_view gap) {
    if (gap == "-" || gap == ".-")
        return true;
    return (gap.starts_with("-\n") || gap.starts_with("-\r\n")) && trim(gap) == "-" &&
           std::count(gap.begin(), gap.end(), '\n') == 1;
}

Link link_of(std::string_view gap) {
    if (gap == "&")
        return Link::Ampersand;
    if (gap == "/")
        return Link::Slash;
    if (gap == "--")
        return Link::Dash;
    return is_hyphen(gap) ? Link::Hyphen : Link::None;
}

class Cutter {
public:
    Cutter(std::string_view source, const FoldedText& folded, std::vector<Atom>& atoms)
        : source_(source), folded_(folded), text_(folded.text), atoms_(atoms) {}

    void run(const std::vector<Piece>& pieces) {
        Piece before;
        for (const Piece piece : pieces) {
            if (!take_detached_s(before, piece)) {
                const Link link = link_to(before, piece);
                take_ampersand(before.end, piece.begin, link);
                cut({std::string(folded_.slice(piece.begin, piece.end)),
                     piece.begin,
                     piece.end,
                     link});
            }
            before = piece;
        }
        take_ampersand(before.end, static_cast<std::uint32_t>(text_.size()), Link::None);
    }

private:
    // The byte of the folded text, NUL behind its end.
    char at(std::size_t byte) const { return byte < text_.size() ? text_[byte] : '\0'; }

    // What links a piece to the one before it; `before` is empty for the first.
    Link link_to(Piece before, Piece piece) const {
        if (before.end == 0)
            return Link::None;
        const std::string_view gap = folded_.slice(before.end, piece.begin);
        const std::string_view last = folded_.slice(before.begin, before.end);
        const bool short_and_closed = piece.end - piece.begin <= 2 && at(piece.end) == ')';
        if (short_and_closed &&
            (gap == ")(" || (gap == "(" && std::any_of(last.begin(), last.end(), is_digit))))
            return Link::Hyphen; // 401(k), 501(c)(3)
        return link_of(gap);
    }

    // An ampersand alone between words is the word "and".
    void take_ampersand(std::uint32_t begin, std::uint32_t end, Link link) {
        const std::string_view gap = folded_.slice(begin, end);
        if (trim(gap) != "&")
            return;
        const auto mark = begin + static_cast<std::uint32_t>(gap.find('&'));
        atoms_.push_back({"and", mark, mark + 1, link});
    }

    // ICU detaches the s of 1990's, COVID-19's and L.A.'s: a decade keeps it, the others lose it.
    bool take_detached_s(Piece before, Piece piece) {
        const std::string_view gap = folded_.slice(before.end, piece.begin);
        if (folded_.slice(piece.begin, piece.end) != "s" || (gap != "'" && gap != ".'") ||
            atoms_.empty())
            return false;
        Atom& last = atoms_.back();
        if (all_digits(last.text) && last.text.ends_with('0')) {
            last.text += 's';
            last.end = piece.end;
        }
        return true;
    }

    // ICU keeps snake_case, jane@example.gov and @handles whole.
    void cut(const Atom& piece) {
        Link link = piece.link;
        for (std::size_t from = 0; from < piece.text.size();) {
            const std::size_t to =
                std::min(piece.text.find_first_of("_@;", from), piece.text.size());
            const Atom word = trimmed(slice(piece, from, to, link));
            if (!word.text.empty()) {
                append_word(word);
                link = at(piece.begin + to) == '_' ? Link::Hyphen : Link::None;
            }
            from = to + 1;
        }
    }

    static Atom trimmed(const Atom& word) {
        const auto begin = std::find_if(word.text.begin(), word.text.end(), is_letter_or_digit);
        const auto end =
            std::find_if(word.text.rbegin(), word.text.rend(), is_letter_or_digit).base();
        return begin < end ? slice(word,
                                   static_cast<std::size_t>(begin - word.text.begin()),
                                   static_cast<std::size_t>(end - word.text.begin()),
                                   word.link)
                           : Atom{};
    }

    void append_word(const Atom& word) {
        if (std::all_of(word.text.begin(), word.text.end(), is_letter_or_digit))
            append_plain(word);
        else
            append_marked(word);
    }

    void append_marked(Atom word) {
        if (has_marks_between_digits(word.text)) {
            append_number(word, atoms_);
            return;
        }
        word = slice(word, 0, length_without_clitic(word.text), word.link);
        if (word.text.find('.') != std::string::npos)
            append_dotted(word, at(word.end), atoms_);
        else
            append_apostrophes(word, atoms_);
    }

    void append_plain(const Atom& word) {
        const char before = word.begin == 0 ? '\0' : at(word.begin - 1);
        if (before == '#' || before == '@')
            append_camel(word);
        else
            atoms_.push_back(as_special_term(word));
    }

    bool is_capital(std::size_t byte) const {
        const char c = source_[folded_.source_begin(byte)];
        return c >= 'A' && c <= 'Z';
    }

    // #OpenData: in tags and handles a capital behind a small letter begins a word.
    void append_camel(const Atom& tag) {
        std::size_t from = 0;
        Link link = tag.link;
        for (std::size_t to = 1; to < tag.text.size(); ++to)
            if (is_capital(tag.begin + to) && !is_capital(tag.begin + to - 1) &&
                is_letter(tag.text[to - 1])) {
                atoms_.push_back(slice(tag, from, to, link));
                link = Link::Tight;
                from = to;
            }
        atoms_.push_back(slice(tag, from, tag.text.size(), link));
    }

    // C++, C# and .NET keep what makes them names.
    Atom as_special_term(Atom word) const {
        const std::string_view behind = text_.substr(word.end);
        const bool one_letter = word.text.size() == 1 && is_letter(word.text[0]);
        if (one_letter && behind.starts_with("++") && !goes_on(word.end + 2)) {
            word.text += "++";
            word.end += 2;
        } else if (one_letter && behind.starts_with('#') && !goes_on(word.end + 1)) {
            word.text += '#';
            word.end += 1;
        } else if (word.text == "net" && word.begin > 0 && at(word.begin - 1) == '.' &&
                   (word.begin == 1 || !is_letter_or_digit(at(word.begin - 2)))) {
            word.text = ".net";
            word.begin -= 1;
        }
        return word;
    }

    bool goes_on(std::size_t byte) const { return is_letter_or_digit(at(byte)); }

    std::string_view source_;
    const FoldedText& folded_;
    std::string_view text_;
    std::vector<Atom>& atoms_;
};

} // namespace

Atom slice(const Atom& whole, std::size_t from, std::size_t to, Link link) {
    return {whole.text.substr(from, to - from),
            whole.begin + static_cast<std::uint32_t>(from),
            whole.begin + static_cast<std::uint32_t>(to),
            link};
}

void cut_atoms(std::string_view source,
               const FoldedText& folded,
               const std::vector<Piece>& pieces,
               std::vector<Atom>& atoms) {
    Cutter(source, folded, atoms).run(pieces);
}

} // namespace praxis::analyzers
