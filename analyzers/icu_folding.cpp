// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#include "analyzers/icu_folding.h"

#include "base/error.h"
#include "base/expects.h"
#include "base/utf8.h"
#include "analyzers/special_characters.h"

#include <unicode/bytestream.h>
#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>
#include <unicode/uscript.h>

#include <array>
#include <cstring>
#include <limits>
#include <optional>

// The text is walked in clusters: a code point and what Unicode composes it with (marks, vowel
// signs, conjoining letters). A cluster of one code point below U+10000, which is nearly every
// one, is folded once a thread and remembered; the others go through ICU each time.

namespace praxis::analyzers {

namespace {

const icu::Normalizer2& normalizer(const icu::Normalizer2* (*instance)(UErrorCode&)) {
    UErrorCode code = U_ZERO_ERROR;
    const icu::Normalizer2* found = instance(code);
    if (U_FAILURE(code))
        throw Error(ErrorKind::Internal,
                    std::string("cannot load normalization data: ICU says ") + u_errorName(code));
    return *found;
}

icu::UnicodeString normalized(const icu::Normalizer2& form, const icu::UnicodeString& text) {
    UErrorCode code = U_ZERO_ERROR;
    icu::UnicodeString result = form.normalize(text, code);
    if (U_FAILURE(code))
        throw Error(ErrorKind::Internal,
                    std::string("cannot normalize a text: ICU says ") + u_errorName(code));
    return result;
}

const icu::Normalizer2& case_folding() {
    return normalizer(&icu::Normalizer2::getNFKCCasefoldInstance);
}

// Whether readers expect to find the letter without its marks.
bool loses_marks(UChar32 base) {
    UErrorCode code = U_ZERO_ERROR;
    switch (uscript_getScript(base, &code)) {
    case USCRIPT_LATIN:
    case USCRIPT_GREEK:
    case USCRIPT_HEBREW:
    case USCRIPT_ARABIC:
    case USCRIPT_COMMON:
    case USCRIPT_INHERITED: // a mark that has lost its base
        return true;
    default:
        return false;
    }
}

bool is_mark(UChar32 c) {
    const auto type = u_charType(c);
    return type == U_NON_SPACING_MARK || type == U_ENCLOSING_MARK;
}

void append_letter(std::string& text, UChar32 c) {
    const auto code_point = static_cast<char32_t>(c);
    if (const auto special = special_folding(code_point, text))
        text.append(*special);
    else if (const auto ascii = ascii_for_latin(code_point))
        text.append(*ascii);
    else if (c > 0x7F && u_charType(c) == U_DECIMAL_DIGIT_NUMBER)
        text.push_back(static_cast<char>('0' + u_charDigitValue(c)));
    else
        append_utf8(text, code_point);
}

// Marks are dropped behind a base that loses them, and the diaeresis of ё, which is written е.
std::string without_marks(const icu::UnicodeString& decomposed) {
    std::string kept;
    UChar32 base = decomposed.char32At(0); // a vowel sign of Hindi or Thai may stand alone here
    for (int32_t at = 0; at < decomposed.length(); at = decomposed.moveIndex32(at, 1)) {
        const UChar32 c = decomposed.char32At(at);
        const bool mark = is_mark(c);
        if (mark && (loses_marks(base) || (base == 0x0435 && c == 0x0308)))
            continue;
        if (!mark)
            base = c;
        append_letter(kept, c);
    }
    return kept;
}

// Thai and Lao vowels must not be taken apart: the dictionaries know them whole.
bool is_thai_or_lao(UChar32 c) {
    return c >= 0x0E00 && c <= 0x0EFF;
}

bool is_fraction(UChar32 c) {
    return u_getIntPropertyValue(c, UCHAR_DECOMPOSITION_TYPE) == U_DT_FRACTION;
}

std::string fold_cluster(const icu::UnicodeString& cluster) {
    const UChar32 first = cluster.char32At(0);
    const icu::UnicodeString folded =
        is_thai_or_lao(first) ? cluster : normalized(case_folding(), cluster);
    const std::string bare =
        without_marks(normalized(normalizer(&icu::Normalizer2::getNFDInstance), folded));
    std::string utf8;
    normalized(normalizer(&icu::Normalizer2::getNFCInstance), icu::UnicodeString::fromUTF8(bare))
        .toUTF8String(utf8);
    return is_fraction(first) ? " " + utf8 + " " : utf8; // 1½ is not 11/2
}

// The folded forms of single code points of the basic plane, filled as they are met.
class FoldingTable {
public:
    FoldingTable() : entries_(0x10000) {}

    // The form, or nothing where it is too long to be kept.
    std::optional<std::string_view> find(char32_t c) {
        Entry& entry = entries_[c];
        if (entry.state == unknown)
            fill(entry, c);
        if (entry.state == too_long)
            return std::nullopt;
        return std::string_view(entry.bytes.data(), entry.state);
    }

private:
    static constexpr unsigned char unknown = 0xFF;
    static constexpr unsigned char too_long = 0xFE;

    struct Entry {
        std::array<char, 7> bytes{};
        unsigned char state = unknown; // else the number of bytes
    };

    static void fill(Entry& entry, char32_t c) {
        const std::string folded = fold_cluster(icu::UnicodeString(static_cast<UChar32>(c)));
        entry.state = too_long;
        if (folded.size() > entry.bytes.size())
            return;
        std::memcpy(entry.bytes.data(), folded.data(), folded.size());
        entry.state = static_cast<unsigned char>(folded.size());
    }

    std::vector<Entry> entries_;
};

bool joins_cluster(char32_t c) {
    return c >= 0x0300 && c != 0x200B &&
           case_folding().hasBoundaryBefore(static_cast<UChar32>(c)) == 0;
}

class Folder {
public:
    Folder(std::string_view text, std::uint32_t end, FoldedText& folded)
        : text_(text.substr(0, end)), folded_(folded) {}

    void run(std::uint32_t begin) {
        for (std::size_t at = begin; at < text_.size();)
            at = fold_one(at);
    }

private:
    // Folds the cluster at `begin`; returns where the next begins.
    std::size_t fold_one(std::size_t begin) {
        std::size_t end = begin;
        const char32_t c = next_code_point(text_, end);
        if (!is_bearable(c) || c == replacement_character) {
            append(" ", begin, end);
        } else if (const auto special = special_folding(c, folded_.text)) {
            append(*special, begin, end);
        } else {
            const std::size_t first_end = end;
            end = end_of_cluster(end);
            if (end == first_end)
                append_single(c, begin, end);
            else
                append(fold_cluster(utf16(begin, end)), begin, end);
        }
        return end;
    }

    std::size_t end_of_cluster(std::size_t at) const {
        while (at < text_.size()) {
            std::size_t next = at;
            const char32_t c = next_code_point(text_, next);
            if (!joins_cluster(c) || !is_bearable(c))
                break;
            at = next;
        }
        return at;
    }

    icu::UnicodeString utf16(std::size_t begin, std::size_t end) const {
        return icu::UnicodeString::fromUTF8(
            icu::StringPiece(text_.data() + begin, static_cast<int32_t>(end - begin)));
    }

    void append_single(char32_t c, std::size_t begin, std::size_t end) {
        thread_local FoldingTable table;
        if (const auto known = c < 0x10000 ? table.find(c) : std::nullopt)
            append(*known, begin, end);
        else
            append(fold_cluster(utf16(begin, end)), begin, end);
    }

    void append(std::string_view form, std::size_t begin, std::size_t end) {
        folded_.text.append(form);
        folded_.begins.resize(folded_.text.size(), static_cast<std::uint32_t>(begin));
        folded_.ends.resize(folded_.text.size(), static_cast<std::uint32_t>(end));
        for (const char byte : form)
            folded_.is_ascii = folded_.is_ascii && (static_cast<unsigned char>(byte) & 0x80U) == 0;
    }

    std::string_view text_;
    FoldedText& folded_;
};

bool is_all_ascii(std::string_view text) {
    unsigned char seen = 0;
    for (const char byte : text)
        seen |= static_cast<unsigned char>(byte);
    return (seen & 0x80U) == 0;
}

} // namespace

void fold(std::string_view text, std::uint32_t begin, std::uint32_t end, FoldedText& folded) {
    expects(text.size() <= std::numeric_limits<std::uint32_t>::max(), "a text below 4 GiB");
    folded.text.clear();
    folded.begins.clear();
    folded.ends.clear();
    folded.base = begin;
    folded.is_ascii = true;
    const std::string_view chunk = text.substr(begin, end - begin);
    if (is_all_ascii(chunk))
        folded.text = to_lower_ascii(chunk);
    else
        Folder(text, end, folded).run(begin);
}

std::string fold(std::string_view text) {
    FoldedText folded;
    fold(text, 0, static_cast<std::uint32_t>(text.size()), folded);
    return folded.text;
}

} // namespace praxis::analyzers
