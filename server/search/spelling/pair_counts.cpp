// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#include "server/search/spelling/pair_counts.h"

#include "server/search/scoring/posting_cursor.h"

#include <array>
#include <optional>
#include <utility>

namespace praxis::search {

namespace {

std::optional<index::PostingList> list_of(std::string_view word, const Layer& layer) {
    const std::optional<Form> form = layer.dictionary().find(word);
    if (!form)
        return std::nullopt;
    const std::uint32_t list = layer.image().form_lists()[*form].exact;
    if (list == index::no_list)
        return std::nullopt;
    return layer.image().lists()[list];
}

// Both ascend.
std::uint64_t side_by_side(const index::Positions& left, const index::Positions& right) {
    std::uint64_t count = 0;
    std::size_t r = 0;
    for (std::size_t l = 0; l < left.size(); ++l) {
        while (r < right.size() && right[r] <= left[l])
            ++r;
        if (r == right.size())
            break;
        count += right[r] == left[l] + 1 ? 1 : 0;
    }
    return count;
}

std::uint64_t pair_count(std::string_view left, std::string_view right, const Layer& layer) {
    const auto of_left = list_of(left, layer);
    const auto of_right = list_of(right, layer);
    if (!of_left || !of_right)
        return 0;
    const bool left_is_rarer = of_left->size() <= of_right->size();
    const index::PostingList& rarer = left_is_rarer ? *of_left : *of_right;
    PostingCursor other(left_is_rarer ? *of_right : *of_left);
    std::uint64_t count = 0;
    std::array<std::uint32_t, index::block_postings> documents{};
    for (std::size_t block = 0; block < rarer.blocks().size(); ++block) {
        const std::uint32_t size = rarer.documents(block, documents.data());
        for (std::uint32_t i = 0; i < size; ++i)
            if (layer.live().contains(documents[i]) && other.seek(documents[i])) {
                const index::Positions here = rarer.positions(block, i);
                const index::Positions there = other.positions();
                count += left_is_rarer ? side_by_side(here, there) : side_by_side(there, here);
            }
    }
    return count;
}

} // namespace

std::uint64_t pair_count(std::string_view left, std::string_view right, const Snapshot& snapshot) {
    std::uint64_t count = 0;
    for (const Layer& layer : snapshot.layers())
        count += pair_count(left, right, layer);
    return count;
}

} // namespace praxis::search
