// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#include "analyzers/text_analysis.h"

#include "analyzers/acronyms.h"
#include "analyzers/ascii_words.h"
#include "analyzers/atoms.h"
#include "analyzers/compounds.h"
#include "analyzers/icu_folding.h"
#include "analyzers/icu_words.h"
#include "analyzers/letters.h"
#include "analyzers/token_list.h"
#include "analyzers/web_addresses.h"

#include <array>
#include <cstddef>
#include <cstdint>

// A text is taken chunk by chunk, a chunk being a run without ASCII blanks: word boundaries and
// folding never reach over one. Seven of eight chunks of English prose are a word of ASCII
// letters between plain punctuation; these go straight to the tokens. The others are folded
// (icu_folding), parted at word boundaries (ascii_words where that is all that is left,
// icu_words else), cut into atoms by the rules, and put together again as compounds.

namespace praxis::analyzers {

namespace {

enum class ByteClass : std::uint8_t { Blank, Letter, Quiet, Telling };

// Quiet bytes are punctuation that no rule asks about at the ends of a word.
constexpr ByteClass class_of(unsigned char byte) {
    const char c = static_cast<char>(byte);
    if (is_blank(c))
        return ByteClass::Blank;
    if (is_ascii_letter(static_cast<char>(byte | 0x20U)))
        return ByteClass::Letter;
    constexpr std::string_view quiet = "!\"'()*,:;<=>?[\\]^`{|}~";
    return quiet.find(c) != std::string_view::npos ? ByteClass::Quiet : ByteClass::Telling;
}

constexpr std::array<ByteClass, 256> byte_classes = [] {
    std::array<ByteClass, 256> classes{};
    for (std::size_t byte = 0; byte < classes.size(); ++byte)
        classes[byte] = class_of(static_cast<unsigned char>(byte));
    return classes;
}();

class Analysis {
public:
    explicit Analysis(std::string_view text) : text_(text) { tokens_.reserve(text.size() / 6); }

    std::vector<Token> run() {
        for (std::size_t at = 0; at < text_.size();) {
            if (class_at(at) == ByteClass::Blank)
                ++at;
            else if (const std::size_t end = take_plain_word(at); end != at)
                at = end;
            else
                at = take_chunk(at);
        }
        return tokens_.take();
    }

private:
    // Behind the end of the text lies a blank.
    ByteClass class_at(std::size_t at) const {
        return at < text_.size() ? byte_classes[static_cast<unsigned char>(text_[at])]
                                 : ByteClass::Blank;
    }

    std::size_t skip(std::size_t at, ByteClass skipped) const {
        while (class_at(at) == skipped)
            ++at;
        return at;
    }

    // A chunk that is one word of ASCII letters: returns its end, or `at` if it is none.
    std::size_t take_plain_word(std::size_t at) {
        const std::size_t begin = skip(at, ByteClass::Quiet);
        const std::size_t end = skip(begin, ByteClass::Letter);
        std::size_t behind = skip(end, ByteClass::Quiet);
        if (behind == end && end < text_.size() && text_[end] == '.' && end - begin > 1)
            behind = skip(end + 1, ByteClass::Quiet);
        if (begin == end || class_at(behind) != ByteClass::Blank)
            return at;
        tokens_.add_ascii_word(text_.substr(begin, end - begin), static_cast<std::uint32_t>(begin));
        return behind;
    }

    std::size_t take_chunk(std::size_t begin) {
        const std::size_t end = end_of_chunk(begin);
        fold(text_, static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end), folded_);
        pieces_.clear();
        atoms_.clear();
        if (folded_.is_ascii)
            append_ascii_words(folded_.text, pieces_);
        else
            append_icu_words(folded_.text, pieces_);
        keep_useful_web_pieces(folded_.text, pieces_);
        cut_atoms(text_, folded_, pieces_, atoms_);
        if (!extend_spaced_acronym())
            append_tokens(text_, folded_, atoms_, tokens_);
        return end;
    }

    // A line that ends in a hyphened word goes on in the next one.
    std::size_t end_of_chunk(std::size_t at) const {
        for (;;) {
            while (class_at(at) != ByteClass::Blank)
                ++at;
            const std::size_t next = start_of_next_line(at);
            if (next == at || text_[at - 1] != '-' || class_at(next) != ByteClass::Letter)
                return at;
            at = next;
        }
    }

    // The first byte that is no blank behind one line end, or `at`.
    std::size_t start_of_next_line(std::size_t at) const {
        std::size_t next = at;
        if (next < text_.size() && text_[next] == '\r')
            ++next;
        if (next >= text_.size() || text_[next] != '\n')
            return at;
        ++next;
        while (next < text_.size() && (text_[next] == ' ' || text_[next] == '\t'))
            ++next;
        return next;
    }

    // "U. S." closes up as "U.S." does.
    bool extend_spaced_acronym() {
        if (atoms_.size() != 1 || atoms_[0].text.size() != 1 || tokens_.next_position() == 0)
            return false;
        const Atom& letter = atoms_[0];
        Token* before = tokens_.find_word(tokens_.next_position() - 1);
        if (before == nullptr || before->kind != TokenKind::Word ||
            !std::string_view(folded_.text).substr(letter.end).starts_with('.') ||
            !is_spaced_acronym(before->text + letter.text))
            return false;
        const std::uint32_t begin = folded_.source_begin(letter.begin);
        if (fold(text_.substr(before->end, begin - before->end)) != ". ")
            return false;
        before->text += letter.text;
        before->end = folded_.source_end(letter.begin);
        return true;
    }

    std::string_view text_;
    TokenList tokens_;
    FoldedText folded_;
    std::vector<Piece> pieces_;
    std::vector<Atom> atoms_;
};

} // namespace

std::vector<Token> analyze_text(std::string_view text) {
    return Analysis(text).run();
}

} // namespace praxis::analyzers
