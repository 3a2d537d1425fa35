// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#include "analyzers/collation.h"

#include "base/error.h"
#include "base/utf8.h"

#include <unicode/coll.h>
#include <unicode/uchar.h>

#include <array>
#include <cstdint>
#include <memory>
#include <vector>

namespace praxis::analyzers {

namespace {

void require(UErrorCode code) {
    if (U_FAILURE(code))
        throw Error(ErrorKind::Internal,
                    std::string("cannot make a collator: ICU says ") + u_errorName(code));
}

std::unique_ptr<icu::Collator> make_collator() {
    UErrorCode code = U_ZERO_ERROR;
    std::unique_ptr<icu::Collator> collator(
        icu::Collator::createInstance(icu::Locale::getRoot(), code));
    require(code);
    collator->setAttribute(UCOL_NUMERIC_COLLATION, UCOL_ON, code);
    require(code);
    return collator;
}

// The text from its first letter or digit on; the whole text if it has none.
std::string_view without_leading_marks(std::string_view text) {
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t begin = at;
        if (u_isalnum(static_cast<UChar32>(next_code_point(text, at))))
            return text.substr(begin);
    }
    return text;
}

// The text behind "The " and the like, if anything follows.
std::string_view behind_article(std::string_view text) {
    static constexpr std::array<std::string_view, 3> articles = {"a ", "an ", "the "};
    for (const std::string_view article : articles)
        if (text.size() > article.size() &&
            to_lower_ascii(text.substr(0, article.size())) == article)
            return without_leading_marks(text.substr(article.size()));
    return text;
}

std::string key_of(const icu::UnicodeString& text) {
    thread_local const std::unique_ptr<icu::Collator> collator = make_collator();
    std::vector<std::uint8_t> key(64 + static_cast<std::size_t>(text.length()) * 4);
    for (;;) {
        const int32_t length =
            collator->getSortKey(text, key.data(), static_cast<int32_t>(key.size()));
        if (static_cast<std::size_t>(length) <= key.size())
            return {key.begin(), key.begin() + std::max(length - 1, 0)}; // ends in a zero byte
        key.resize(static_cast<std::size_t>(length));
    }
}

} // namespace

std::string sort_key(std::string_view text, bool without_article) {
    if (without_article)
        text = behind_article(without_leading_marks(text));
    return key_of(icu::UnicodeString::fromUTF8(
        icu::StringPiece(text.data(), static_cast<int32_t>(text.size()))));
}

} // namespace praxis::analyzers
