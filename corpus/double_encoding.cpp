// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#include "corpus/double_encoding.h"

#include "base/utf8.h"
#include "corpus/windows_1252.h"

#include <optional>

namespace praxis::corpus {

namespace {

constexpr int rounds = 3; // text that was spoilt more than once

// The leads that the doubled form can begin with: Â, Ã, â, ð.
constexpr bool is_lead(char32_t c) {
    return c == 0xC2 || c == 0xC3 || c == 0xE2 || c == 0xF0;
}

std::size_t length_after(char32_t lead) {
    return lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
}

struct Run {
    std::string character; // what was meant
    std::size_t bytes = 0; // how much of the text it takes
};

// The character that the run at `at` spells, if its code points are the bytes of one.
std::optional<Run> doubled_at(std::string_view text, std::size_t at) {
    const std::size_t start = at;
    const char32_t lead = next_code_point(text, at);
    Run run{std::string(1, static_cast<char>(lead)), 0};
    while (run.character.size() < length_after(lead)) {
        if (at >= text.size())
            return std::nullopt;
        const auto byte = windows_1252_byte(next_code_point(text, at));
        if (!byte || *byte < 0x80 || *byte > 0xBF)
            return std::nullopt;
        run.character.push_back(static_cast<char>(*byte));
    }
    run.bytes = at - start;
    if (!is_valid_utf8(run.character))
        return std::nullopt;
    return run;
}

bool is_lower(char c) {
    return c >= 'a' && c <= 'z';
}

// Whether a capital may stand in front: any ASCII but A to Z is none.
bool follows_no_capital(std::string_view before) {
    return before.empty() ||
           ((before.back() & 0x80) == 0 && (before.back() < 'A' || before.back() > 'Z'));
}

// Whether no language writes this lead between these neighbours.
bool is_certain(char32_t lead, std::string_view before, std::string_view behind) {
    const bool goes_on = !behind.empty() && is_lower(behind.front());
    return length_after(lead) > 2 || follows_no_capital(before) || (lead == 0xC3 && goes_on);
}

MendedText mend_once(std::string_view text) {
    MendedText mended;
    mended.text.reserve(text.size());
    for (std::size_t at = 0; at < text.size();) {
        if (copy_plain(text, at, mended.text))
            continue;
        std::size_t next = at;
        const char32_t c = next_code_point(text, next);
        if (is_lead(c)) {
            const auto run = doubled_at(text, at);
            if (run && is_certain(c, mended.text, text.substr(at + run->bytes))) {
                mended.text += run->character;
                at += run->bytes;
                ++mended.count;
                continue;
            }
        }
        mended.text.append(text, at, next - at);
        at = next;
    }
    return mended;
}

} // namespace

MendedText mend_double_encoding(std::string_view text) {
    MendedText mended{std::string(text), 0};
    for (int round = 0; round < rounds; ++round) {
        MendedText again = mend_once(mended.text);
        if (again.count == 0)
            break;
        mended.text = std::move(again.text);
        mended.count += again.count;
    }
    return mended;
}

} // namespace praxis::corpus
