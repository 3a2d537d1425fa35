// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#include "corpus/language_code.h"

#include "base/utf8.h"

#include <algorithm>
#include <array>

namespace praxis::corpus {

namespace {

struct Named {
    std::string_view code;
    std::string_view names; // a blank around each
};

constexpr std::array<Named, 14> languages = {{{"en", " eng english "},
                                              {"es", " spa spanish español castellano "},
                                              {"fr", " fra fre french français "},
                                              {"de", " deu ger german deutsch "},
                                              {"pt", " por portuguese português "},
                                              {"it", " ita italian italiano "},
                                              {"nl", " nld dut dutch nederlands "},
                                              {"zh", " zho chi chinese 中文 "},
                                              {"vi", " vie vietnamese "},
                                              {"ko", " kor korean "},
                                              {"ja", " jpn japanese "},
                                              {"ru", " rus russian "},
                                              {"ar", " ara arabic "},
                                              {"tl", " tgl tagalog "}}};

// Letters and digits in parts of one to eight, the first of two or three letters.
bool is_tag(std::string_view code) {
    std::size_t part = 0;
    for (const char c : code) {
        const bool letter = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
        if (c == '-' ? part == 0 : !letter)
            return false;
        part = c == '-' ? 0 : part + 1;
        if (part > 8)
            return false;
    }
    const std::size_t first = std::min(code.find('-'), code.size());
    return part > 0 && first >= 2 && first <= 3;
}

} // namespace

std::string language_code(std::string_view written) {
    std::string code = to_lower_ascii(trim(written));
    for (const Named& language : languages)
        if (language.names.find(" " + code + " ") != std::string_view::npos)
            return std::string(language.code);
    std::replace(code.begin(), code.end(), '_', '-');
    code.resize(std::min(code.find('.'), code.size())); // "en_US.UTF-8"
    return is_tag(code) ? code : std::string();
}

} // namespace praxis::corpus
