// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#include "server/search/ranking/query_words.h"

#include <cstddef>
#include <cstdint>
#include <span>

namespace praxis::search {

namespace {

// The clause as a bare word without a field's name; nothing if it is something else.
const PlannedLeaf* bare_word(const PlanNode& node, const Plan& plan) {
    const auto* number = std::get_if<LeafNumber>(&node.value);
    if (number == nullptr)
        return nullptr;
    const PlannedLeaf& leaf = plan.leaves[number->number];
    return leaf.field || leaf.facet || leaf.typed_lists.empty() ? nullptr : &leaf;
}

// Gathers the words layer by layer: the same in each, with other lists.
class Gathering {
public:
    explicit Gathering(const Layer& layer) : layer_(layer) {}

    void add_to(std::vector<QueryWord>& words, const Plan& plan) {
        const auto* run = std::get_if<PlannedRun>(&plan.root.value);
        for (const PlanNode& node :
             run == nullptr ? std::span(&plan.root, 1) : std::span(run->words)) {
            const PlannedLeaf* word = bare_word(node, plan);
            if (word == nullptr)
                add(words, index::no_list, std::nullopt);
            else
                for (const std::uint32_t list : word->typed_lists)
                    add(words,
                        list,
                        word->typed_lists.size() > 1
                            ? std::optional(std::get<LeafNumber>(node.value).number)
                            : std::nullopt);
        }
    }

private:
    void
    add(std::vector<QueryWord>& words, std::uint32_t list, std::optional<std::size_t> cut_leaf) {
        if (next_ == words.size())
            words.push_back({{}, cut_leaf});
        words[next_++].lists.push_back(
            list == index::no_list ? std::nullopt : std::optional(layer_.image().lists()[list]));
    }

    const Layer& layer_;
    std::size_t next_ = 0;
};

} // namespace

std::vector<QueryWord> words_of_query(const Plans& plans, const Snapshot& snapshot) {
    std::vector<QueryWord> words;
    for (std::size_t layer = 0; layer < plans.size(); ++layer)
        Gathering(snapshot.layers()[layer]).add_to(words, plans[layer]);
    return words;
}

std::vector<PostingCursor> cursors_of(const QueryWord& word) {
    std::vector<PostingCursor> cursors;
    for (const auto& list : word.lists)
        cursors.push_back(list ? PostingCursor(*list) : PostingCursor());
    return cursors;
}

} // namespace praxis::search
