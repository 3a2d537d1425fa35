// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#include "analyzers/token_list.h"

#include "base/utf8.h"

#include <algorithm>

namespace praxis::analyzers {

namespace {

constexpr std::size_t longest_token = 255; // code points

std::string_view shortened(std::string_view text) {
    return text.size() <= longest_token ? text : first_code_points(text, longest_token);
}

bool advances(const Token& token) {
    return token.kind == TokenKind::Word || token.kind == TokenKind::Part;
}

} // namespace

void TokenList::add(std::string_view text, Extent extent, TokenKind kind) {
    Token& token = tokens_.emplace_back();
    token.text = shortened(text);
    token.begin = extent.begin;
    token.end = extent.end;
    token.position = next_position_++;
    token.kind = kind;
}

void TokenList::add_ascii_word(std::string_view letters, std::uint32_t begin) {
    add(letters, {begin, begin + static_cast<std::uint32_t>(letters.size())}, TokenKind::Word);
    for (char& letter : tokens_.back().text)
        letter = static_cast<char>(letter | 0x20);
}

void TokenList::add_beside(std::uint32_t position,
                           std::string_view text,
                           Extent extent,
                           TokenKind kind,
                           std::uint32_t span) {
    auto behind = tokens_.end();
    while (behind != tokens_.begin() && (behind - 1)->position > position)
        --behind;
    tokens_.insert(behind,
                   {std::string(shortened(text)), extent.begin, extent.end, position, span, kind});
}

Token* TokenList::find_word(std::uint32_t position) {
    for (auto token = tokens_.rbegin(); token != tokens_.rend() && token->position >= position;
         ++token)
        if (token->position == position && advances(*token))
            return &*token;
    return nullptr;
}

} // namespace praxis::analyzers
