// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#include "corpus/charset.h"

#include "base/utf8.h"
#include "corpus/double_encoding.h"
#include "corpus/windows_1252.h"

#include <fmt/format.h>
#include <unicode/ucnv.h>
#include <unicode/ucsdet.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <array>
#include <memory>
#include <optional>

namespace praxis::corpus {

namespace {

constexpr std::size_t looked_at = 64 * 1024; // enough of a file to guess its encoding

struct Mark {
    std::string_view bytes;
    std::string_view encoding;
};

// UTF-32 before UTF-16: its little-endian mark begins with the other's.
constexpr std::array<Mark, 5> marks = {{{{"\xFF\xFE\0\0", 4}, "UTF-32LE"},
                                        {{"\0\0\xFE\xFF", 4}, "UTF-32BE"},
                                        {"\xEF\xBB\xBF", "UTF-8"},
                                        {"\xFF\xFE", "UTF-16LE"},
                                        {"\xFE\xFF", "UTF-16BE"}}};

// What the file declares, as a word of ours: the Web's "iso-8859-1" means windows-1252.
std::string known_encoding(std::string_view declared) {
    std::string name = to_lower_ascii(trim(declared));
    for (const std::string_view western :
         {"iso-8859-1", "iso8859-1", "latin1", "latin-1", "us-ascii", "ascii", "windows-1252"})
        if (name == western)
            return "windows-1252";
    if (name == "utf8" || name.starts_with("utf-8") || name.starts_with("utf-16") ||
        name.starts_with("utf-32"))
        return "UTF-8";
    return name;
}

struct Sequences {
    std::size_t whole = 0; // valid characters of two bytes or more
    std::size_t stray = 0; // malformed parts
};

Sequences count_sequences(std::string_view bytes) {
    Sequences counts;
    for (std::size_t at = plain_length(bytes, 0); at < bytes.size();
         at += plain_length(bytes, at)) {
        const std::size_t start = at;
        const char32_t c = next_code_point(bytes, at);
        if (c == replacement_character && bytes.substr(start, at - start) != "\uFFFD")
            ++counts.stray;
        else if (at - start > 1)
            ++counts.whole;
    }
    return counts;
}

// UTF-16 of Western text has a zero in nearly every other byte.
std::optional<std::string> utf16_without_mark(std::string_view bytes) {
    const std::string_view sample = bytes.substr(0, looked_at);
    std::array<std::size_t, 2> zeros{};
    for (std::size_t at = 0; at < sample.size(); ++at)
        if (sample[at] == '\0')
            ++zeros[at % 2];
    const std::size_t pairs = sample.size() / 2;
    if (pairs < 2)
        return std::nullopt;
    if (zeros[1] * 2 > pairs && zeros[0] * 10 < pairs)
        return "UTF-16LE";
    if (zeros[0] * 2 > pairs && zeros[1] * 10 < pairs)
        return "UTF-16BE";
    return std::nullopt;
}

std::string from_windows_1252(std::string_view bytes) {
    std::string text;
    text.reserve(bytes.size() + bytes.size() / 8);
    for (const char c : bytes)
        append_utf8(text, windows_1252_code_point(static_cast<unsigned char>(c)));
    return text;
}

// UTF-8 in which a few bytes are windows-1252: pieces were pasted together.
std::string from_mixed(std::string_view bytes) {
    std::string text;
    text.reserve(bytes.size());
    for (std::size_t at = 0; at < bytes.size();) {
        const std::size_t start = at;
        const char32_t c = next_code_point(bytes, at);
        const bool is_stray =
            c == replacement_character && bytes.substr(start, at - start) != "\uFFFD";
        if (is_stray && at - start == 1)
            append_utf8(text, windows_1252_code_point(static_cast<unsigned char>(bytes[start])));
        else
            append_utf8(text, c);
    }
    return text;
}

struct CloseConverter {
    void operator()(UConverter* converter) const { ucnv_close(converter); }
};

// By ICU; nothing if it does not know the encoding. What is malformed becomes U+FFFD.
std::optional<std::string> converted(std::string_view bytes, const std::string& encoding) {
    UErrorCode status = U_ZERO_ERROR;
    const std::unique_ptr<UConverter, CloseConverter> converter(
        ucnv_open(encoding.c_str(), &status));
    if (U_FAILURE(status))
        return std::nullopt;
    const icu::UnicodeString wide(
        bytes.data(), static_cast<std::int32_t>(bytes.size()), converter.get(), status);
    if (U_FAILURE(status))
        return std::nullopt;
    std::string text;
    wide.toUTF8String(text);
    return text;
}

struct CloseDetector {
    void operator()(UCharsetDetector* detector) const { ucsdet_close(detector); }
};

// How sure ICU must be: on short Western text it names a wrong encoding with confidence, so little
// is enough only where most of the text is not ASCII.
int sure_enough(std::string_view sample) {
    constexpr std::ptrdiff_t much = 30;
    constexpr int never = 101;
    const auto high =
        std::count_if(sample.begin(), sample.end(), [](char c) { return (c & 0x80) != 0; });
    if (high < much)
        return never;
    return high * 5 > static_cast<std::ptrdiff_t>(sample.size()) * 2 ? 20 : 60;
}

// ICU's guess, where it can be believed.
std::optional<std::string> detected_encoding(std::string_view bytes) {
    const std::string_view sample = bytes.substr(0, looked_at);
    UErrorCode status = U_ZERO_ERROR;
    const std::unique_ptr<UCharsetDetector, CloseDetector> detector(ucsdet_open(&status));
    if (U_FAILURE(status))
        return std::nullopt;
    ucsdet_setText(
        detector.get(), sample.data(), static_cast<std::int32_t>(sample.size()), &status);
    const UCharsetMatch* match = ucsdet_detect(detector.get(), &status);
    if (U_FAILURE(status) || match == nullptr ||
        ucsdet_getConfidence(match, &status) < sure_enough(sample))
        return std::nullopt;
    const std::string name = ucsdet_getName(match, &status);
    if (U_FAILURE(status) != 0 || name == "UTF-8" || known_encoding(name) == "windows-1252")
        return std::nullopt;
    return name;
}

DecodedText guessed(std::string_view bytes) {
    const Sequences counts = count_sequences(bytes);
    if (counts.whole > counts.stray)
        return {from_mixed(bytes),
                "UTF-8",
                {fmt::format("stray bytes in UTF-8 text, read as windows-1252: {}", counts.stray)}};
    if (const auto encoding = detected_encoding(bytes))
        if (auto text = converted(bytes, *encoding))
            return {std::move(*text),
                    *encoding,
                    {fmt::format("read as {}, by the look of the bytes", *encoding)}};
    return {
        from_windows_1252(bytes), "windows-1252", {"read as windows-1252: it is not valid UTF-8"}};
}

std::optional<DecodedText> marked(std::string_view bytes) {
    for (const Mark& mark : marks) {
        if (!bytes.starts_with(mark.bytes))
            continue;
        const std::string_view rest = bytes.substr(mark.bytes.size());
        const std::string name(mark.encoding);
        if (name == "UTF-8")
            return is_valid_utf8(rest) ? DecodedText{std::string(rest), name, {}} : guessed(rest);
        if (auto text = converted(rest, name))
            return DecodedText{std::move(*text), name, {fmt::format("read as {}", name)}};
    }
    return std::nullopt;
}

DecodedText decoded(std::string_view bytes, std::string_view declared_encoding) {
    constexpr std::size_t beyond_accident = 3;
    if (auto text = marked(bytes))
        return std::move(*text);
    if (const auto encoding = utf16_without_mark(bytes))
        if (auto text = converted(bytes, *encoding))
            return {std::move(*text), *encoding, {fmt::format("read as {}", *encoding)}};
    const std::string declared = known_encoding(declared_encoding);
    const bool is_foreign = !declared.empty() && declared != "UTF-8" && declared != "windows-1252";
    const Sequences counts = count_sequences(bytes);
    if (counts.stray == 0 && (!is_foreign || counts.whole >= beyond_accident))
        return {std::string(bytes), "UTF-8", {}};
    if (declared == "windows-1252" && counts.whole <= counts.stray)
        return {from_windows_1252(bytes), declared, {}};
    if (is_foreign)
        if (auto text = converted(bytes, declared))
            return {std::move(*text), declared, {}};
    return guessed(bytes);
}

bool is_line_end(char32_t c) {
    return c == U'\n' || c == U'\v' || c == U'\f' || c == 0x85 || c == 0x2028 || c == 0x2029;
}

bool is_control(char32_t c) {
    return (c < 0x20 && c != U'\t') || (c >= 0x7F && c < 0xA0);
}

// One kind of line end, no other control characters, nothing that the index cannot bear.
void tidy(DecodedText& decoded) {
    std::size_t controls = 0;
    std::size_t lost = 0;
    std::string tidied;
    tidied.reserve(decoded.text.size());
    const std::string_view text = decoded.text;
    for (std::size_t at = 0; at < text.size();) {
        if (copy_plain(text, at, tidied))
            continue;
        const char32_t c = next_code_point(text, at);
        if (c == U'\r') {
            tidied.push_back('\n');
            at += text.substr(at).starts_with('\n') ? 1 : 0;
        } else if (is_line_end(c)) {
            tidied.push_back('\n');
        } else if (is_control(c)) {
            tidied.push_back(' ');
            ++controls;
        } else if (c != 0xFEFF) {
            lost += c == replacement_character || !is_bearable(c) ? 1 : 0;
            append_utf8(tidied, is_bearable(c) ? c : replacement_character);
        }
    }
    decoded.text = std::move(tidied);
    if (controls > 0)
        decoded.remarks.push_back(
            fmt::format("control characters that became blanks: {}", controls));
    if (lost > 0)
        decoded.remarks.push_back(fmt::format("characters that could not be read: {}", lost));
}

} // namespace

DecodedText decode_text(std::string_view bytes, std::string_view declared_encoding) {
    DecodedText text = decoded(bytes, declared_encoding);
    MendedText mended = mend_double_encoding(text.text);
    if (mended.count > 0) {
        text.text = std::move(mended.text);
        text.remarks.push_back(
            fmt::format("characters encoded twice that were mended: {}", mended.count));
    }
    tidy(text);
    return text;
}

} // namespace praxis::corpus
