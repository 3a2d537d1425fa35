// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#include "server/search/columns/dictionary.h"

#include "server/search/columns/shown_labels.h"

#include <array>

namespace praxis::search {

bool Dictionary::stands_in(Form form, Places places) const {
    const Places of_image = image_->form_places()[form];
    if ((places & label_place) != 0 &&
        (labels_ == nullptr ? (of_image & label_place) != 0 : labels_->contain(text(form))))
        return true;
    const Places fields = of_image & places & ~label_place;
    if (fields == 0 || live_ == nullptr)
        return fields != 0;
    const index::FormLists& lists = image_->form_lists()[form];
    return lives_in(lists.exact, fields) || lives_in(lists.unweighted, fields);
}

// Whether a live document's posting stands in one of the fields; mostly the first one does.
bool Dictionary::lives_in(std::uint32_t list, Places fields) const {
    if (list == index::no_list)
        return false;
    std::array<std::uint32_t, index::block_postings> documents{};
    const index::PostingList postings = image_->lists()[list];
    for (std::size_t block = 0; block < postings.blocks().size(); ++block) {
        const std::uint32_t count = postings.documents(block, documents.data());
        for (std::uint32_t i = 0; i < count; ++i)
            if ((postings.fields(block)[i] & fields) != 0 && live_->contains(documents[i]))
                return true;
    }
    return false;
}

} // namespace praxis::search
