// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#include "server/search/vectors/word_vectors.h"

#include "server/search/aids/known_forms.h"
#include "server/search/scoring/bm25.h"
#include "server/search/snapshot.h"

#include <algorithm>
#include <array>
#include <utility>

namespace praxis::search {

namespace {

constexpr std::uint32_t documents_with_vectors = 200'000;
constexpr Stem no_stem = ~Stem{0};

// The lists of bare words of all layers as stems.
class Stems {
public:
    explicit Stems(const Snapshot& snapshot) : snapshot_(snapshot) {
        Stem next = 0;
        for (std::size_t layer = 0; layer < snapshot.layers().size(); ++layer)
            for (std::uint32_t list = 0; list < lists(layer).size(); ++list)
                stems_[layer].push_back(next++);
        count_ = next;
        if (snapshot.layers().size() > 1)
            visit_forms(snapshot, [&](const KnownForm& form) { unite(form); });
    }

    std::size_t count() const { return count_; }

    const index::PostingLists& lists(std::size_t layer) const {
        return snapshot_.layers()[layer].image().lists();
    }

    Stem of_list(std::size_t layer, std::uint32_t list) const { return stems_[layer][list]; }

    Stem of_form(const KnownForm& form) const {
        for (std::size_t layer = 0; layer < form.forms.size(); ++layer)
            if (const std::uint32_t list = word_list(form, layer); list != index::no_list)
                return stems_[layer][list];
        return no_stem;
    }

private:
    std::uint32_t word_list(const KnownForm& form, std::size_t layer) const {
        if (form.forms[layer] == no_form)
            return index::no_list;
        return snapshot_.layers()[layer].image().form_lists()[form.forms[layer]].word;
    }

    // A form that both layers have makes their lists one.
    void unite(const KnownForm& form) {
        const std::uint32_t in_base = word_list(form, 0);
        const std::uint32_t in_delta = word_list(form, 1);
        if (in_base != index::no_list && in_delta != index::no_list)
            stems_[1][in_delta] = std::min(stems_[1][in_delta], stems_[0][in_base]);
    }

    const Snapshot& snapshot_;
    std::array<std::vector<Stem>, 2> stems_; // by layer and list
    std::size_t count_ = 0;
};

// The commonest form of each stem that is worth comparing by.
std::vector<std::string_view> forms_to_show(const Stems& stems, const Snapshot& snapshot) {
    std::vector<std::string_view> shown(stems.count());
    std::vector<std::uint32_t> frequencies(stems.count());
    visit_forms(snapshot, [&](const KnownForm& form) {
        const Stem stem = stems.of_form(form);
        if (stem == no_stem || snapshot.analyzers().is_stop_word(form.text))
            return;
        if (shown[stem].empty() || form.frequency > frequencies[stem]) {
            shown[stem] = form.text;
            frequencies[stem] = form.frequency;
        }
    });
    return shown;
}

class Weighing {
public:
    Weighing(const Stems& stems, const WordVectors& made, const Snapshot& snapshot)
        : stems_(stems), shown_(made.shown), snapshot_(snapshot), matching_(stems.count()),
          weights_(made.documents) {}

    std::vector<std::vector<StemWeight>> weights() {
        visit_lists([&](std::size_t layer, Stem stem, const index::PostingList& list) {
            const Layer& at = snapshot_.layers()[layer];
            matching_[stem] +=
                at.is_whole() ? list.size()
                              : at.living_count(DocumentSet::of_list(list, at.document_count()));
        });
        visit_lists([&](std::size_t layer, Stem stem, const index::PostingList& list) {
            add(layer, stem, list);
        });
        return std::move(weights_);
    }

private:
    void visit_lists(const auto& visit) const {
        for (std::size_t layer = 0; layer < snapshot_.layers().size(); ++layer)
            for (std::uint32_t list = 0; list < stems_.lists(layer).size(); ++list)
                if (const Stem stem = stems_.of_list(layer, list); !shown_[stem].empty())
                    visit(layer, stem, stems_.lists(layer)[list]);
    }

    void add(std::size_t layer, Stem stem, const index::PostingList& list) {
        const Layer& at = snapshot_.layers()[layer];
        const double idf = inverse_frequency(snapshot_.publication_count(), matching_[stem]);
        std::array<std::uint32_t, index::block_postings> documents{};
        for (std::size_t block = 0; block < list.blocks().size(); ++block) {
            const std::uint32_t size = list.documents(block, documents.data());
            const std::uint16_t* frequencies = list.frequencies(block);
            for (std::uint32_t i = 0; i < size; ++i) {
                if (!at.live().contains(documents[i]))
                    continue;
                const std::uint32_t document = snapshot_.numbers().number({layer, documents[i]});
                if (document >= weights_.size())
                    break;
                weights_[document].push_back(
                    {stem,
                     static_cast<float>(
                         idf * double{at.score_table().share(frequencies[i], documents[i])})});
            }
        }
    }

    const Stems& stems_;
    const std::vector<std::string_view>& shown_;
    const Snapshot& snapshot_;
    std::vector<std::size_t> matching_; // publications that have each stem
    std::vector<std::vector<StemWeight>> weights_;
};

} // namespace

WordVectors make_vectors(const Snapshot& snapshot) {
    const Stems stems(snapshot);
    WordVectors made;
    made.documents = snapshot.end_of_first(documents_with_vectors);
    made.shown = forms_to_show(stems, snapshot);
    made.vectors = DocumentVectors(Weighing(stems, made, snapshot).weights(), made.shown.size());
    return made;
}

} // namespace praxis::search
