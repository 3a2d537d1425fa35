// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#include "schemas/xml_scanner.h"

namespace praxis::schemas {

namespace {

constexpr int max_attributes = 1000;
constexpr int max_declaration_bytes = 64 * 1024; // libxml2 is quadratic in the choices of ATTLIST

} // namespace

void XmlScanner::advance(char c) {
    ++here_.offset;
    if (c == '\n') {
        ++here_.line;
        here_.column = 1;
    } else if ((static_cast<unsigned char>(c) & 0xC0U) != 0x80U) {
        ++here_.column;
    }
}

void XmlScanner::open() {
    state_ = State::Open;
    tag_ = here_;
    quote_ = 0;
    repeated_ = 0;
    attributes_ = 0;
}

// Inside a start tag or a declaration: quotes hide '>' and '='.
void XmlScanner::step_quotable(char c) {
    if (quote_ != 0) {
        if (c == quote_)
            quote_ = 0;
        return;
    }
    if (c == '"' || c == '\'')
        quote_ = c;
    else if (c == '>')
        state_ = State::Text;
    else if (c == '<' && state_ == State::Declaration) // markup inside an internal subset
        open();
    else if (c == '=' && state_ == State::StartTag && ++attributes_ > max_attributes)
        problem_ = "this element has more than 1,000 attributes, which no publication needs; "
                   "correct or leave out the file";
}

// Inside what ends in `times` characters `repeated` and '>'.
void XmlScanner::step_until(char c, char repeated, int times) {
    if (c == repeated)
        ++repeated_;
    else if (c == '>' && repeated_ >= times)
        state_ = State::Text;
    else
        repeated_ = 0;
}

void XmlScanner::step(char c, std::vector<XmlPlace>& places) {
    switch (state_) {
    case State::Text:
        if (c == '<')
            open();
        break;
    case State::Open:
        state_ = c == '!'   ? State::Bang
                 : c == '?' ? State::Instruction
                 : c == '/' ? State::EndTag
                            : State::StartTag;
        if (state_ == State::StartTag) {
            places.push_back(tag_);
            step_quotable(c);
        }
        break;
    case State::Bang:
        state_ = c == '-' ? State::BangDash : c == '[' ? State::CData : State::Declaration;
        if (state_ == State::Declaration)
            step_quotable(c);
        break;
    case State::BangDash:
        state_ = State::Comment;
        break;
    case State::Declaration:
        if (++declaration_bytes_ > max_declaration_bytes)
            problem_ = "the DOCTYPE is longer than 64 KB; remove it";
        step_quotable(c);
        break;
    case State::StartTag:
        step_quotable(c);
        break;
    case State::EndTag:
        if (c == '>')
            state_ = State::Text;
        break;
    case State::Comment:
        step_until(c, '-', 2);
        break;
    case State::CData:
        step_until(c, ']', 2);
        break;
    case State::Instruction:
        step_until(c, '?', 1);
        break;
    }
}

std::size_t XmlScanner::scan(std::string_view utf8, std::vector<XmlPlace>& places) {
    const std::uint64_t start = here_.offset;
    for (const char c : utf8) {
        if (problem_)
            break;
        step(c, places);
        advance(c);
    }
    if (!problem_)
        return utf8.size();
    return tag_.offset > start ? static_cast<std::size_t>(tag_.offset - start) : 0;
}

} // namespace praxis::schemas
