// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#include "server/search/aids/search_aids.h"

#include "analyzers/letters.h"
#include "server/search/aids/known_forms.h"
#include "server/search/related/commonest_forms.h"
#include "server/search/snapshot.h"
#include "server/search/suggestion/suggestion_sources.h"
#include "server/search/synonyms/library_names.h"

#include <algorithm>

namespace praxis::search {

namespace {

bool is_spelled(std::string_view word) {
    return word.size() > 1 && std::ranges::all_of(word, analyzers::is_letter);
}

bool stands_in_text(const KnownForm& form, const Snapshot& snapshot) {
    for (std::size_t layer = 0; layer < snapshot.layers().size(); ++layer)
        if (form.forms[layer] != no_form && snapshot.layers()[layer].dictionary().stands_in(
                                                form.forms[layer], snapshot.weighted_places()))
            return true;
    return false;
}

WordList word_list(const Snapshot& snapshot) {
    WordList words;
    visit_forms(snapshot, [&](const KnownForm& form) {
        if (form.frequency > 0 && is_spelled(form.text) && stands_in_text(form, snapshot))
            words.add(form.text, form.frequency);
    });
    return words;
}

// From how many postings on a list is worth working something out for: there are a few thousand
// of these however large the library, and few in its delta.
std::uint32_t long_list(std::uint32_t documents) {
    return std::max(index::block_postings, documents / 256);
}

} // namespace

const Speller& SearchAids::speller() const {
    return speller_.value([&] { return Speller(word_list(snapshot_)); });
}

const SuggestionIndex& SearchAids::suggestions() const {
    return suggestions_.value([&] { return make_suggestions(snapshot_); });
}

const std::vector<Form>& SearchAids::commonest_forms() const {
    return commonest_forms_.value(
        [&] { return search::commonest_forms(snapshot_.layers().front().image()); });
}

const Synonyms& SearchAids::library_names() const {
    return library_names_.value(
        [&] { return Synonyms(rules_of(snapshot_.library().authority), snapshot_.analyzers()); });
}

void SearchAids::make_all() const {
    library_names();
    speller();
    suggestions(); // takes room while it is made, hence before what stays
    commonest_forms();
    for (const Layer& layer : snapshot_.layers())
        layer.make_aids(long_list(snapshot_.document_count()));
}

} // namespace praxis::search
