// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#include "corpus/inline_text.h"

#include "base/utf8.h"

#include <algorithm>
#include <utility>

namespace praxis::corpus {

namespace {

bool is_blank(char32_t c) {
    return c == ' ' || (c >= '\t' && c <= '\r') || c == 0xA0 || c == 0x2028 || c == 0x2029;
}

bool is_invisible(char32_t c) {
    return c == 0xAD || c == 0x200B || c == 0x2060 || c == 0xFEFF;
}

// Whether the break between two lines only wraps a sentence.
bool goes_on(std::string_view line, std::string_view next) {
    if (line.empty() || next.empty())
        return false;
    const bool continues = (next.front() >= 'a' && next.front() <= 'z') || next.front() == '(';
    return (continues && std::string_view(".!?:;").find(line.back()) == std::string_view::npos) ||
           line.back() == ',';
}

} // namespace

void InlineText::add(std::string_view piece) {
    for (std::size_t at = 0; at < piece.size();) {
        const std::size_t before = at;
        const char32_t c = next_code_point(piece, at);
        if (is_blank(c))
            blank();
        else if (!is_invisible(c))
            text_ += piece.substr(before, at - before);
    }
}

void InlineText::add_verbatim(std::string_view piece) {
    verbatim_ = true;
    text_ += piece;
}

void InlineText::blank() {
    if (!text_.empty() && text_.back() != ' ' && text_.back() != '\n')
        text_ += ' ';
}

void InlineText::line_break() {
    while (!text_.empty() && text_.back() == ' ')
        text_.pop_back();
    if (!text_.empty())
        text_ += '\n';
}

std::string InlineText::take() {
    const std::string lines = std::exchange(text_, {});
    if (std::exchange(verbatim_, false))
        return trim(lines).empty() ? std::string() : lines.substr(lines.find_first_not_of('\n'));
    std::string text;
    bool after_gap = true;
    for (std::size_t at = 0; at < lines.size();) {
        const std::size_t end = std::min(lines.find('\n', at), lines.size());
        const std::string_view line = trim(std::string_view(lines).substr(at, end - at));
        at = end + 1;
        if (!text.empty() && !line.empty())
            text += !after_gap && goes_on(text, line) ? ' ' : '\n';
        text += line;
        after_gap = line.empty();
    }
    return text;
}

} // namespace praxis::corpus
