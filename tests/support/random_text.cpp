// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#include "tests/support/random_text.h"

#include <vector>

namespace praxis::tests {

namespace {

const std::vector<std::string> ascii_scraps = {
    "a", "s",  "t",   "ll",  "city", "O",  "n't",  "U",   "FY",  "section", "www.", "http://", "fy",
    "1", "19", "508", "000", "2017", "20", "2020", "net", "and", "to",      "no",   "Data",    "c",
    ".", "-",  "'",   ",",   "_",    "&",  "@",    "#",   "+",   "/",       ":",    ";",       "(",
    ")", "%",  "?",   "--",  "\"",   " ",  " ",    " ",   "\n",  "\t",      "$",    "-\n",     "e"};

const std::vector<std::string> other_scraps = {
    "\u2019", "\u2018",  "\u2013",     "\u2014", "\u00AD", "\u200B",   "\u200D", "\u00A0", "\u3000",
    "é",      "e\u0301", "ß",          "İ",      "ﬁ",      "Ａ",       "１",     "²",      "½",
    "™",      "§",       "ö",          "東京",   "に",     "か\u3099", "ภาษา",   "น้ำ",     "한국",
    "П",      "ё",       "й",          "ς",      "م",      "\u064F",   "\u0640", "ע",      "\u05B4",
    "हि",     "😀",       "👩\u200D🚒",   "\uFFFD", "\u0301", "·",        "l·l",    "\u2028", "\u0085",
    "٢",      "٫",       "\U0001F1FA", "\u20DD", "𝔸",      "Ω",        "\uFEFF", "\u202E", "ʻ"};

rc::Gen<std::string> joined(const rc::Gen<std::string>& scrap) {
    return rc::gen::map(rc::gen::container<std::vector<std::string>>(scrap),
                        [](const std::vector<std::string>& scraps) {
                            std::string text;
                            for (const std::string& part : scraps)
                                text += part;
                            return text;
                        });
}

} // namespace

rc::Gen<std::string> text_of_scraps() {
    return joined(rc::gen::weightedOneOf<std::string>(
        {{3, rc::gen::elementOf(ascii_scraps)}, {1, rc::gen::elementOf(other_scraps)}}));
}

rc::Gen<std::string> ascii_text() {
    return joined(rc::gen::weightedOneOf<std::string>(
        {{4, rc::gen::elementOf(ascii_scraps)},
         {1, rc::gen::map(rc::gen::inRange(1, 128), [](int byte) {
              return std::string(1, static_cast<char>(byte));
          })}}));
}

rc::Gen<std::string> any_bytes() {
    return rc::gen::container<std::string>(
        rc::gen::map(rc::gen::inRange(0, 256), [](int byte) { return static_cast<char>(byte); }));
}

} // namespace praxis::tests
