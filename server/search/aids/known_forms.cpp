// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#include "server/search/aids/known_forms.h"

#include "server/search/scoring/posting_cursor.h"
#include "server/search/snapshot.h"

#include <array>
#include <optional>
#include <span>

namespace praxis::search {

namespace {

constexpr std::size_t postings_a_seek = 8; // looked at in the time of one

// How often a list's words stand in documents that are gone: for a long list, in which each of them
// is looked for, and for a short one, all of which is looked at.
std::uint32_t sought_occurrences(const index::PostingList& list,
                                 std::span<const std::uint32_t> gone) {
    PostingCursor cursor(list);
    std::uint32_t count = 0;
    const std::uint32_t last = list.blocks().back().last;
    for (const std::uint32_t document : gone) {
        if (document > last)
            break;
        if (cursor.seek(document))
            count += static_cast<std::uint32_t>(cursor.positions().size());
    }
    return count;
}

std::uint32_t passed_occurrences(const index::PostingList& list, const DocumentSet& live) {
    std::array<std::uint32_t, index::block_postings> documents;
    std::uint32_t count = 0;
    for (std::size_t block = 0; block < list.blocks().size(); ++block) {
        const std::uint32_t size = list.documents(block, documents.data());
        for (std::uint32_t i = 0; i < size; ++i)
            if (!live.contains(documents[i]))
                count += static_cast<std::uint32_t>(list.positions(block, i).size());
    }
    return count;
}

class FormWalk {
public:
    explicit FormWalk(const Snapshot& snapshot) : snapshot_(snapshot) {}

    void visit_all(const std::function<void(const KnownForm&)>& visit) {
        while (auto next = take())
            visit(*next);
    }

private:
    const index::Image& image(std::size_t layer) const { return snapshot_.layers()[layer].image(); }

    bool is_at_end(std::size_t layer) const { return next_[layer] == image(layer).forms().size(); }

    std::optional<KnownForm> take() {
        KnownForm next;
        bool any = false;
        for (std::size_t layer = 0; layer < snapshot_.layers().size(); ++layer)
            if (!is_at_end(layer))
                if (const auto text = image(layer).forms()[next_[layer]];
                    !any || text < next.text) {
                    next.text = text;
                    any = true;
                }
        if (!any)
            return std::nullopt;
        for (std::size_t layer = 0; layer < snapshot_.layers().size(); ++layer)
            if (!is_at_end(layer) && image(layer).forms()[next_[layer]] == next.text) {
                next.forms[layer] = next_[layer]++;
                next.frequency += frequency(layer, next.forms[layer]);
            }
        return next;
    }

    std::uint32_t frequency(std::size_t layer, Form form) const {
        std::uint32_t frequency = image(layer).form_frequencies()[form];
        if (snapshot_.layers()[layer].is_whole())
            return frequency;
        const index::FormLists& lists = image(layer).form_lists()[form];
        for (const std::uint32_t list : {lists.exact, lists.unweighted})
            if (list != index::no_list)
                frequency -= gone_occurrences(image(layer).lists()[list], layer);
        return frequency;
    }

    std::uint32_t gone_occurrences(const index::PostingList& list, std::size_t layer) const {
        const std::span<const std::uint32_t> gone = image(1).gone();
        return list.size() / postings_a_seek > gone.size()
                   ? sought_occurrences(list, gone)
                   : passed_occurrences(list, snapshot_.layers()[layer].live());
    }

    const Snapshot& snapshot_;
    std::array<Form, 2> next_{};
};

} // namespace

void visit_forms(const Snapshot& snapshot, const std::function<void(const KnownForm&)>& visit) {
    FormWalk(snapshot).visit_all(visit);
}

FormNumbers form_numbers(const Snapshot& snapshot) {
    FormNumbers all;
    for (std::size_t layer = 0; layer < snapshot.layers().size(); ++layer)
        all.numbers[layer].resize(snapshot.layers()[layer].dictionary().size());
    visit_forms(snapshot, [&](const KnownForm& known) {
        for (std::size_t layer = 0; layer < known.forms.size(); ++layer)
            if (known.forms[layer] != no_form)
                all.numbers[layer][known.forms[layer]] =
                    static_cast<std::uint32_t>(all.texts.size());
        all.texts.push_back(known.text);
    });
    return all;
}

} // namespace praxis::search
