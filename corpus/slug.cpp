// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#include "corpus/slug.h"

#include "base/expects.h"
#include "base/fingerprint.h"
#include "base/utf8.h"

#include <unicode/translit.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <memory>

namespace praxis::corpus {

namespace {

constexpr std::size_t longest = 80;
constexpr std::size_t digits_of_cut = 8;

bool is_ascii(std::string_view text) {
    return std::all_of(
        text.begin(), text.end(), [](char c) { return static_cast<unsigned char>(c) < 0x80; });
}

std::unique_ptr<icu::Transliterator> make_transliterator() {
    UErrorCode status = U_ZERO_ERROR;
    std::unique_ptr<icu::Transliterator> made(icu::Transliterator::createInstance(
        "Any-Latin; Latin-ASCII; Lower", UTRANS_FORWARD, status));
    expects(U_SUCCESS(status) != 0 && made != nullptr, "ICU has its transliteration rules");
    return made;
}

// One transliterator a thread: they keep state while they work.
std::string to_ascii(std::string_view text) {
    thread_local const std::unique_ptr<icu::Transliterator> transliterator = make_transliterator();
    auto wide = icu::UnicodeString::fromUTF8({text.data(), static_cast<std::int32_t>(text.size())});
    transliterator->transliterate(wide);
    std::string ascii;
    wide.toUTF8String(ascii);
    return ascii;
}

bool is_apostrophe(char32_t c) {
    return c == U'\'' || c == U'`' || c == U'\u2018' || c == U'\u2019' || c == U'\u02BC';
}

std::string without_apostrophes(std::string_view text) {
    std::string kept;
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t start = at;
        if (!is_apostrophe(next_code_point(text, at)))
            kept.append(text, start, at - start);
    }
    return kept;
}

// Letters and digits of ASCII; every run of anything else is one hyphen, none at the ends.
std::string hyphenated(std::string_view text) {
    std::string word;
    for (const char c : text) {
        const bool keeps = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
        if (keeps)
            word.push_back(c);
        else if (!word.empty() && word.back() != '-')
            word.push_back('-');
    }
    while (!word.empty() && word.back() == '-')
        word.pop_back();
    return word;
}

} // namespace

std::string slug(std::string_view text) {
    const std::string plain = without_apostrophes(text);
    std::string word = hyphenated(is_ascii(plain) ? to_lower_ascii(plain) : to_ascii(plain));
    if (word.empty())
        return "x-" + to_hex(fingerprint_of(text));
    if (word.size() <= longest)
        return word;
    const std::string mark = to_hex(fingerprint_of(word)).substr(0, digits_of_cut);
    word.resize(longest - digits_of_cut - 1);
    while (word.back() == '-')
        word.pop_back();
    return word + "-" + mark;
}

std::string heading_anchor(std::string_view heading) {
    std::string anchor;
    for (std::size_t at = 0; at < heading.size();) {
        const auto c = static_cast<UChar32>(next_code_point(heading, at));
        if (c == ' ' || c == '\t')
            anchor.push_back('-');
        else if (c == '-' || c == '_' || u_isalnum(c) != 0)
            append_utf8(anchor, static_cast<char32_t>(u_tolower(c)));
    }
    return anchor.empty() ? "section" : anchor;
}

} // namespace praxis::corpus
