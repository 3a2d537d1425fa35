// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#include "analyzers/web_addresses.h"

#include "analyzers/letters.h"

#include <algorithm>
#include <cstddef>

namespace praxis::analyzers {

namespace {

bool is_scheme(std::string_view word) {
    return word == "http" || word == "https" || word == "ftp";
}

// Where an address that is under way at `at` ends: at a blank, quote or closing bracket.
std::size_t end_of_address(std::string_view text, std::size_t at) {
    return std::min(text.find_first_of(" \"<>'|{})]\n\t", at), text.size());
}

class AddressCutter {
public:
    explicit AddressCutter(std::string_view text) : text_(text) {}

    // The useful rest of a piece; an empty one falls.
    Piece cut(Piece piece) {
        const std::string_view word = text_.substr(piece.begin, piece.end - piece.begin);
        const std::string_view behind = text_.substr(piece.end);
        if (is_scheme(word) && behind.starts_with("://")) {
            enter(piece.end + 3);
            return {};
        }
        if (word == "mailto" && behind.starts_with(":"))
            return {};
        if (word == "www" && behind.starts_with(".") && behind.size() > 1 &&
            is_letter_or_digit(behind[1])) {
            enter(piece.end);
            return {};
        }
        if (word.starts_with("www.")) {
            enter(piece.begin);
            piece.begin += 4;
        }
        return piece.begin < useful_end_ || piece.begin >= end_ ? without_escape(piece) : Piece{};
    }

private:
    // An address inside an address is a part of its path.
    void enter(std::size_t begin) {
        if (begin < end_)
            return;
        end_ = end_of_address(text_, begin);
        useful_end_ = std::min(text_.substr(0, end_).find_first_of("?#", begin), end_);
    }

    // "%20street": the piece begins with an escape's digits.
    Piece without_escape(Piece piece) const {
        const auto is_hex = [this](std::size_t at) {
            return is_digit(text_[at]) || (text_[at] >= 'a' && text_[at] <= 'f');
        };
        if (piece.begin < end_ && piece.begin > 0 && text_[piece.begin - 1] == '%' &&
            piece.end - piece.begin >= 2 && is_hex(piece.begin) && is_hex(piece.begin + 1))
            piece.begin += 2;
        return piece;
    }

    std::string_view text_;
    std::size_t end_ = 0;        // of the address under way
    std::size_t useful_end_ = 0; // of its host and path
};

} // namespace

void keep_useful_web_pieces(std::string_view folded, std::vector<Piece>& pieces) {
    if (folded.find("://") == std::string_view::npos &&
        folded.find("www.") == std::string_view::npos &&
        folded.find("mailto:") == std::string_view::npos)
        return;
    AddressCutter cutter(folded);
    std::transform(pieces.begin(), pieces.end(), pieces.begin(), [&](Piece piece) {
        return cutter.cut(piece);
    });
    std::erase_if(pieces, [](Piece piece) { return piece.begin >= piece.end; });
}

} // namespace praxis::analyzers
