// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#include "server/search/vectors/word_vectors.h"

#include "server/search/scoring/bm25.h"
#include "server/search/snapshot.h"

#include <algorithm>
#include <array>
#include <utility>

namespace praxis::search {

namespace {

constexpr std::uint32_t documents_with_vectors = 200'000;
constexpr Form no_form = ~Form{0};

// The commonest form of each list of bare words that is worth comparing by.
std::vector<Form> forms_to_show(const Snapshot& snapshot) {
    const auto lists = snapshot.image().form_lists();
    const auto frequencies = snapshot.image().form_frequencies();
    const Dictionary& dictionary = snapshot.dictionary();
    std::vector<Form> shown(snapshot.image().lists().size(), no_form);
    for (Form form = 0; form < dictionary.size(); ++form) {
        const std::uint32_t list = lists[form].word;
        if (list == index::no_list || snapshot.analyzers().is_stop_word(dictionary.text(form)))
            continue;
        if (shown[list] == no_form || frequencies[form] > frequencies[shown[list]])
            shown[list] = form;
    }
    return shown;
}

void add_weights(Stem stem,
                 std::uint32_t limit,
                 const Snapshot& snapshot,
                 std::vector<std::vector<StemWeight>>& weights) {
    const index::PostingList list = snapshot.image().lists()[stem];
    const double idf = inverse_frequency(snapshot.document_count(), list.size());
    std::array<std::uint32_t, index::block_postings> documents{};
    for (std::size_t block = 0; block < list.blocks().size(); ++block) {
        const std::uint32_t size = list.documents(block, documents.data());
        const std::uint16_t* frequencies = list.frequencies(block);
        for (std::uint32_t i = 0; i < size && documents[i] < limit; ++i)
            weights[documents[i]].push_back(
                {stem,
                 static_cast<float>(
                     idf * double{snapshot.score_table().share(frequencies[i], documents[i])})});
    }
}

} // namespace

WordVectors make_vectors(const Snapshot& snapshot) {
    WordVectors made;
    made.documents = std::min(documents_with_vectors, snapshot.document_count());
    made.shown = forms_to_show(snapshot);
    std::vector<std::vector<StemWeight>> weights(made.documents);
    for (Stem stem = 0; stem < made.shown.size(); ++stem)
        if (made.shown[stem] != no_form)
            add_weights(stem, made.documents, snapshot, weights);
    made.vectors = DocumentVectors(std::move(weights), made.shown.size());
    return made;
}

} // namespace praxis::search
