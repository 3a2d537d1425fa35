// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#include "server/search/aids/search_aids.h"

#include "server/search/snapshot.h"
#include "server/search/suggestion/suggestion_sources.h"

#include <algorithm>

namespace praxis::search {

namespace {

bool is_spelled(std::string_view word) {
    return word.size() > 1 && std::none_of(word.begin(), word.end(), [](char c) {
               return static_cast<unsigned char>(c) < 0x80 && (c < 'a' || c > 'z');
           });
}

WordList word_list(const Snapshot& snapshot) {
    WordList words;
    const Dictionary& dictionary = snapshot.dictionary();
    const auto frequencies = snapshot.image().form_frequencies();
    for (Form form = 0; form < dictionary.size(); ++form)
        if ((dictionary.places(form) & snapshot.weighted_places()) != 0 && frequencies[form] > 0 &&
            is_spelled(dictionary.text(form)))
            words.add(dictionary.text(form), frequencies[form]);
    return words;
}

} // namespace

const Speller& SearchAids::speller() const {
    return speller_.value([&] { return Speller(word_list(snapshot_)); });
}

const SuggestionIndex& SearchAids::suggestions() const {
    return suggestions_.value([&] { return make_suggestions(snapshot_); });
}

const WordVectors& SearchAids::vectors() const {
    return vectors_.value([&] { return make_vectors(snapshot_); });
}

void SearchAids::make_all() const {
    speller();
    suggestions();
    vectors();
}

} // namespace praxis::search
