// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#include "analyzers/analyzer_set.h"

#include "base/fingerprint.h"
#include "analyzers/embedded_text.h"
#include "analyzers/icu_folding.h"
#include "analyzers/icu_words.h"
#include "analyzers/stemmer.h"
#include "analyzers/text_analysis.h"

#include <algorithm>
#include <set>

namespace praxis::analyzers {

namespace {

// Raise it with every change of the rules; a test knows when that was forgotten.
constexpr std::string_view rules_version = "1";

// The same for stems: raise it when the stemmer, or the Snowball it uses, changes.
constexpr std::string_view stems_rules_version = "1";

using Words = std::set<std::string, std::less<>>;

// The words of a language's stop list, in the form that analysis gives them.
void add_stop_words(const std::string& language, Words& words) {
    for (const std::string_view line : data_lines("data/stop_words_" + language + ".txt"))
        for (Token& token : analyze_text(line))
            words.insert(std::move(token.text));
}

Words with_settings(Words words, const schemas::StopWordSettings& settings) {
    for (const std::string& text : settings.more)
        for (Token& token : analyze_text(text))
            words.insert(std::move(token.text));
    for (const std::string& text : settings.except)
        for (const Token& token : analyze_text(text))
            words.erase(token.text);
    return words;
}

} // namespace

struct AnalyzerSet::State {
    std::vector<Stemmer> stemmers;
    Words stop_words;
    Words query_stop_words;
};

AnalyzerSet::AnalyzerSet(const schemas::Library& library) {
    State state;
    for (const std::string& language : library.languages) {
        state.stemmers.emplace_back(language);
        add_stop_words(primary_language(language), state.stop_words);
    }
    state.query_stop_words = with_settings(state.stop_words, library.stop_words);
    state_ = std::make_unique<const State>(std::move(state));
}

AnalyzerSet::~AnalyzerSet() = default;
AnalyzerSet::AnalyzerSet(AnalyzerSet&&) noexcept = default;
AnalyzerSet& AnalyzerSet::operator=(AnalyzerSet&&) noexcept = default;

std::vector<Token> AnalyzerSet::analyze(std::string_view text) const {
    return analyze_text(text);
}

std::string AnalyzerSet::fold(std::string_view text) {
    return analyzers::fold(text);
}

std::vector<std::string> AnalyzerSet::stems(std::string_view exact_form) const {
    std::vector<std::string> stems;
    for (const Stemmer& stemmer : state_->stemmers) {
        std::string stem = stemmer.stem(exact_form);
        if (std::find(stems.begin(), stems.end(), stem) == stems.end())
            stems.push_back(std::move(stem));
    }
    if (stems.empty())
        stems.emplace_back(exact_form);
    return stems;
}

bool AnalyzerSet::is_stop_word(std::string_view exact_form) const {
    return state_->stop_words.contains(exact_form);
}

bool AnalyzerSet::is_query_stop_word(std::string_view exact_form) const {
    return state_->query_stop_words.contains(exact_form);
}

std::uint64_t AnalyzerSet::version() {
    return Fingerprint()
        .add_part(rules_version)
        .add_part(icu_version())
        .add_part(embedded_text("data/elisions.txt"))
        .add_part(embedded_text("data/reference_words.txt"))
        .value();
}

std::uint64_t AnalyzerSet::stems_version() {
    Fingerprint version;
    version.add_part(stems_rules_version);
    for (const std::string_view list : {"data/accented_endings.txt",
                                        "data/word_families_en.txt",
                                        "data/word_families_es.txt",
                                        "data/word_families_fr.txt"})
        version.add_part(embedded_text(list));
    return version.value();
}

} // namespace praxis::analyzers
