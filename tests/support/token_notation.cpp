// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#include "tests/support/token_notation.h"

#include <cstdint>

namespace praxis::tests {

namespace {

using analyzers::Token;
using analyzers::TokenKind;

bool advances(const Token& token) {
    return token.kind == TokenKind::Word || token.kind == TokenKind::Part;
}

std::string notation_of(const Token& token) {
    switch (token.kind) {
    case TokenKind::Part:
        return "~" + token.text;
    case TokenKind::Joined:
        return "=" + token.text + "/" + std::to_string(token.span);
    case TokenKind::YearInRange:
        return "*" + token.text;
    default:
        return token.text;
    }
}

} // namespace

std::string notation_of(const std::vector<Token>& tokens) {
    std::string line;
    std::uint32_t next = 0;
    for (const Token& token : tokens) {
        line += line.empty() ? "" : " ";
        line += notation_of(token);
        const std::uint32_t expected = advances(token) ? next++ : next - 1;
        if (token.position != expected)
            line += "@" + std::to_string(token.position);
    }
    return line;
}

} // namespace praxis::tests
