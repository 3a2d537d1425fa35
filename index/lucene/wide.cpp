// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#include "base/utf8.h"
#include "index/lucene/wide_lucene.h"

namespace praxis::index {

static_assert(sizeof(wchar_t) == sizeof(char32_t), "Lucene++ strings are taken for UTF-32");

std::size_t to_wide(std::string_view text, wchar_t* out) {
    std::size_t count = 0;
    for (std::size_t at = 0; at < text.size();) {
        const auto byte = static_cast<unsigned char>(text[at]);
        if (byte > 0 && byte < 0x80) {
            out[count++] = static_cast<wchar_t>(byte);
            ++at;
            continue;
        }
        const char32_t code_point = next_code_point(text, at);
        out[count++] =
            static_cast<wchar_t>(is_bearable(code_point) ? code_point : replacement_character);
    }
    return count;
}

Lucene::String to_wide(std::string_view text) {
    Lucene::String wide(text.size(), L'\0');
    wide.resize(to_wide(text, wide.data()));
    return wide;
}

std::string to_utf8(const Lucene::String& text) {
    std::string utf8;
    utf8.reserve(text.size());
    for (const wchar_t unit : text) {
        if (unit >= 0 && unit < 0x80)
            utf8.push_back(static_cast<char>(unit));
        else
            append_utf8(utf8, static_cast<char32_t>(unit));
    }
    return utf8;
}

} // namespace praxis::index
