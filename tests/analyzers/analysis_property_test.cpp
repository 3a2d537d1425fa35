// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#include "base/utf8.h"
#include "analyzers/ascii_words.h"
#include "analyzers/icu_folding.h"
#include "analyzers/icu_words.h"
#include "analyzers/text_analysis.h"

#include <boost/test/unit_test.hpp>
#include <rapidcheck.h>

#include "tests/support/random_text.h"
#include "tests/support/token_notation.h"

#include <algorithm>
#include <functional>
#include <thread>

using namespace praxis;
using namespace praxis::analyzers;

namespace {

// Whether the property held for every random case.
bool holds(const char* sentence, const std::function<void()>& property) {
    return rc::check(sentence, property);
}

bool is_border(std::string_view text, std::size_t offset) {
    return offset == text.size() || (static_cast<unsigned char>(text[offset]) & 0xC0U) != 0x80U;
}

bool advances(const Token& token) {
    return token.kind == TokenKind::Word || token.kind == TokenKind::Part;
}

bool all_bearable(std::string_view text) {
    for (std::size_t at = 0; at < text.size();)
        if (!is_bearable(next_code_point(text, at)))
            return false;
    return true;
}

void check_promises(std::string_view text, const std::vector<Token>& tokens) {
    std::uint32_t next_position = 0;
    std::uint32_t last_begin = 0;
    for (const Token& token : tokens) {
        RC_ASSERT(!token.text.empty());
        RC_ASSERT(count_code_points(token.text) <= 255U);
        RC_ASSERT(is_valid_utf8(token.text) && all_bearable(token.text));
        RC_ASSERT(token.begin < token.end);
        RC_ASSERT(token.end <= text.size());
        RC_ASSERT(is_border(text, token.begin) && is_border(text, token.end));
        RC_ASSERT(token.begin >= last_begin);
        last_begin = token.begin;
        RC_ASSERT(token.position + (advances(token) ? 0U : 1U) == next_position);
        next_position += advances(token) ? 1U : 0U;
        RC_ASSERT(token.span == 1U || token.kind == TokenKind::Joined);
    }
    for (const Token& token : tokens)
        RC_ASSERT(token.position + token.span <= next_position);
}

// A word that no rule has touched: its own folded form.
bool is_plain(const Token& token) {
    return token.kind == TokenKind::Word &&
           std::all_of(
               token.text.begin(), token.text.end(), [](char c) { return c >= 'a' && c <= 'z'; });
}

std::vector<std::string> icu_words_of(std::string_view folded) {
    std::vector<Piece> pieces;
    append_icu_words(folded, pieces);
    std::vector<std::string> words;
    for (const Piece piece : pieces)
        words.emplace_back(folded.substr(piece.begin, piece.end - piece.begin));
    return words;
}

} // namespace

BOOST_AUTO_TEST_SUITE(analysis_property_suite)

BOOST_AUTO_TEST_CASE(keeps_the_promises_of_tokens) {
    BOOST_TEST(holds("tokens of scraps", [] {
        const std::string text = *tests::text_of_scraps();
        check_promises(text, analyze_text(text));
    }));
}

BOOST_AUTO_TEST_CASE(takes_any_bytes_repaired_or_not) {
    BOOST_TEST(holds("tokens of bytes", [] {
        const std::string bytes = *tests::any_bytes();
        const std::string repaired = repair_utf8(bytes);
        check_promises(repaired, analyze_text(repaired));
        RC_ASSERT(analyze_text(bytes).size() <= 2 * bytes.size());
    }));
}

BOOST_AUTO_TEST_CASE(finds_in_ascii_the_words_that_icu_finds) {
    BOOST_TEST(holds("the same pieces", [] {
        const std::string text = to_lower_ascii(*tests::ascii_text());
        std::vector<Piece> fast;
        std::vector<Piece> slow;
        append_ascii_words(text, fast);
        append_icu_words(text, slow);
        RC_ASSERT(fast == slow);
    }));
}

// A word joiner in front of a chunk vanishes, but sends plain words the long way.
BOOST_AUTO_TEST_CASE(takes_plain_words_as_the_long_way_does) {
    BOOST_TEST(holds("the same tokens", [] {
        std::string text = *tests::ascii_text();
        std::replace(text.begin(), text.end(), '\n', ' '); // no words over the end of a line
        std::string marked = "\u2060";
        for (const char c : text)
            marked.append(1, c).append(c == ' ' ? "\u2060" : "");
        RC_ASSERT(tests::notation_of(analyze_text(text)) ==
                  tests::notation_of(analyze_text(marked)));
    }));
}

BOOST_AUTO_TEST_CASE(finds_in_chunks_the_words_of_the_whole) {
    BOOST_TEST(holds("boundaries never reach over a blank", [] {
        const std::string first = *tests::text_of_scraps();
        const std::string second = *tests::text_of_scraps();
        std::vector<std::string> apart = icu_words_of(fold(first));
        const std::vector<std::string> rest = icu_words_of(fold(second));
        apart.insert(apart.end(), rest.begin(), rest.end());
        RC_ASSERT(apart == icu_words_of(fold(first + "\n" + second)));
    }));
}

BOOST_AUTO_TEST_CASE(points_at_the_words_in_the_source) {
    BOOST_TEST(holds("plain words fold to their token", [] {
        const std::string text = *tests::text_of_scraps();
        for (const Token& token : analyze_text(text))
            if (is_plain(token)) {
                const std::vector<Token> again = analyze_text(
                    std::string_view(text).substr(token.begin, token.end - token.begin));
                RC_ASSERT(!again.empty());
                RC_ASSERT(again.front().text == token.text);
            }
    }));
}

BOOST_AUTO_TEST_CASE(gives_plain_words_back_unchanged) {
    BOOST_TEST(holds("analysis of a token is the token", [] {
        for (const Token& token : analyze_text(*tests::text_of_scraps()))
            if (is_plain(token)) {
                const std::vector<Token> again = analyze_text(token.text);
                RC_ASSERT(again.size() == 1U);
                RC_ASSERT(again.front().text == token.text);
            }
    }));
}

BOOST_AUTO_TEST_CASE(folds_only_once) {
    BOOST_TEST(holds("what is folded stays", [] {
        const std::string once = fold(*tests::text_of_scraps());
        RC_ASSERT(fold(once) == once);
    }));
}

BOOST_AUTO_TEST_CASE(is_the_same_in_every_thread) {
    const std::string text = "The City’s FY19 plan — 東京都に住む, ภาษาไทย, café and O'Neill";
    const std::string expected = tests::notation_of(analyze_text(text));
    std::vector<std::string> seen(4);
    {
        std::vector<std::jthread> threads;
        for (std::string& own : seen)
            threads.emplace_back([&own, &text] {
                for (int i = 0; i < 50; ++i)
                    own = tests::notation_of(analyze_text(text));
            });
    }
    for (const std::string& own : seen)
        BOOST_TEST(own == expected);
}

BOOST_AUTO_TEST_SUITE_END()
