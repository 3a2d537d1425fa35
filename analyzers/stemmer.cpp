// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#include "analyzers/stemmer.h"

#include "base/error.h"
#include "base/utf8.h"
#include "analyzers/embedded_text.h"
#include "analyzers/icu_folding.h"
#include "analyzers/letters.h"

#include <libstemmer.h>

#include <algorithm>
#include <memory>
#include <vector>

namespace praxis::analyzers {

namespace {

struct DeleteStemmer {
    void operator()(sb_stemmer* stemmer) const { sb_stemmer_delete(stemmer); }
};

using Snowball = std::unique_ptr<sb_stemmer, DeleteStemmer>;

Snowball make_snowball(const std::string& language) {
    return Snowball(sb_stemmer_new(language.c_str(), "UTF_8"));
}

sb_stemmer& snowball_of(const std::string& language) {
    thread_local std::map<std::string, Snowball, std::less<>> stemmers;
    Snowball& found = stemmers[language];
    if (!found && !(found = make_snowball(language)))
        throw Error(ErrorKind::Internal, "cannot make a stemmer for the language " + language);
    return *found;
}

// "stem: word word ..." → each word's stem, which is a word of the family for itself.
std::map<std::string, std::string, std::less<>> families_of(const std::string& language) {
    std::map<std::string, std::string, std::less<>> families;
    for (std::string_view line : data_lines("data/word_families_" + language + ".txt")) {
        const std::vector<std::string_view> words = words_of(line);
        for (const std::string_view word : words)
            families.emplace(word, words.front());
    }
    return families;
}

std::map<std::string, std::string, std::less<>> endings_of(const std::string& language) {
    std::map<std::string, std::string, std::less<>> endings;
    for (const std::string_view line : data_lines("data/accented_endings.txt")) {
        const std::vector<std::string_view> words = words_of(line);
        if (words.at(0) == language)
            endings.emplace(words.at(1), words.at(2));
    }
    return endings;
}

bool has_vowel(std::string_view word) {
    return word.find_first_of("aeiouy") != std::string_view::npos;
}

// RFPs, PDFs, LLCs: Porter2 takes the s off only behind a vowel.
bool is_plural_acronym(std::string_view word) {
    return word.size() >= 4 && word.ends_with('s') && !word.ends_with("ss") && !has_vowel(word);
}

} // namespace

std::string primary_language(std::string_view tag) {
    return to_lower_ascii(tag.substr(0, tag.find_first_of("-_")));
}

Stemmer::Stemmer(std::string_view language) : language_(primary_language(language)) {
    if (language_ == "nb" || language_ == "nn")
        language_ = "no";
    families_ = families_of(language_);
    accented_endings_ = endings_of(language_);
    if (!make_snowball(language_))
        language_.clear();
}

std::string Stemmer::stem(std::string_view exact_form) const {
    if (!std::all_of(exact_form.begin(), exact_form.end(), is_letter))
        return std::string(exact_form);
    if (const auto family = families_.find(exact_form); family != families_.end())
        return family->second;
    if (language_.empty())
        return std::string(exact_form);
    if (language_ == "en" && is_plural_acronym(exact_form))
        exact_form.remove_suffix(1);
    return accented_endings_.empty() ? snowball_stem(exact_form)
                                     : fold(snowball_stem(with_accented_ending(exact_form)));
}

std::string Stemmer::snowball_stem(std::string_view word) const {
    sb_stemmer& snowball = snowball_of(language_);
    const sb_symbol* stem = sb_stemmer_stem(
        &snowball, reinterpret_cast<const sb_symbol*>(word.data()), static_cast<int>(word.size()));
    if (stem == nullptr)
        throw Error(ErrorKind::Internal, "cannot stem a word: the stemmer is out of memory");
    return {reinterpret_cast<const char*>(stem),
            static_cast<std::size_t>(sb_stemmer_length(&snowball))};
}

std::string Stemmer::with_accented_ending(std::string_view word) const {
    for (std::size_t length = std::min<std::size_t>(word.size(), 6); length > 1; --length) {
        const auto ending = accented_endings_.find(word.substr(word.size() - length));
        if (ending != accented_endings_.end() && word.size() >= length + 2)
            return std::string(word.substr(0, word.size() - length)) + ending->second;
    }
    return std::string(word);
}

} // namespace praxis::analyzers
