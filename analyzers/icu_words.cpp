// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#include "analyzers/icu_words.h"

#include "base/error.h"
#include "analyzers/letters.h"

#include <unicode/brkiter.h>
#include <unicode/utext.h>
#include <unicode/uversion.h>

#include <memory>
#include <utility>

namespace praxis::analyzers {

namespace {

void require(UErrorCode code, const char* attempt) {
    if (U_FAILURE(code))
        throw Error(ErrorKind::Internal,
                    std::string("cannot ") + attempt + ": ICU says " + u_errorName(code));
}

std::unique_ptr<icu::BreakIterator> make_iterator() {
    UErrorCode code = U_ZERO_ERROR;
    std::unique_ptr<icu::BreakIterator> iterator(
        icu::BreakIterator::createWordInstance(icu::Locale::getRoot(), code));
    require(code, "make a word iterator");
    return iterator;
}

struct CloseText {
    void operator()(UText* text) const { utext_close(text); }
};

} // namespace

void append_icu_words(std::string_view folded, std::vector<Piece>& pieces) {
    thread_local const std::unique_ptr<icu::BreakIterator> iterator = make_iterator();
    UErrorCode code = U_ZERO_ERROR;
    const std::unique_ptr<UText, CloseText> text(
        utext_openUTF8(nullptr, folded.data(), static_cast<int64_t>(folded.size()), &code));
    iterator->setText(text.get(), code);
    require(code, "look for word boundaries");
    for (int32_t begin = iterator->first(), end = iterator->next(); end != icu::BreakIterator::DONE;
         begin = std::exchange(end, iterator->next())) {
        const auto from = static_cast<std::uint32_t>(begin);
        const auto to = static_cast<std::uint32_t>(end);
        const std::string_view word = folded.substr(from, to - from);
        if (iterator->getRuleStatus() >= UBRK_WORD_NONE_LIMIT &&
            std::any_of(word.begin(), word.end(), is_letter_or_digit))
            pieces.push_back({from, to});
    }
}

std::string icu_version() {
    UVersionInfo version;
    u_getVersion(version);
    char text[U_MAX_VERSION_STRING_LENGTH];
    u_versionToString(version, text);
    return text;
}

} // namespace praxis::analyzers
