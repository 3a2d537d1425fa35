// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <map>
#include <string>
#include <string_view>

namespace praxis::analyzers {

// The stems of one language: Snowball (Porter2 for English), with two lists of our own before it.
//
// data/word_families_LANGUAGE.txt names words whose stem the algorithm gets wrong: "university"
// and "universe", "publication" and "public" do not belong together, "children" and "child" do.
// data/accented_endings.txt gives back the accents that folding took and the algorithm needs:
// "educacion" is stemmed as "educación".
// A word with a digit or a mark in it (identifiers, C++, .net) is its own stem, and so is every
// word of a language that is not known.
//
// Errors:   Internal when the library cannot allocate.
// Threads:  Thread-safe (one Snowball object a thread and language)
// Source:   libstemmer 2.2; docs/analysis.md
class Stemmer {
public:
    // `language` is a BCP 47 tag, of which the first part counts.
    explicit Stemmer(std::string_view language);

    std::string stem(std::string_view exact_form) const;

private:
    std::string snowball_stem(std::string_view word) const;
    std::string with_accented_ending(std::string_view word) const;

    std::string language_; // empty: not known
    std::map<std::string, std::string, std::less<>> families_;
    std::map<std::string, std::string, std::less<>> accented_endings_;
};

// The first part of a BCP 47 tag in lower case: "en" of "en-US".
std::string primary_language(std::string_view tag);

} // namespace praxis::analyzers
