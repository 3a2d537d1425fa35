// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#include "server/search/evaluation/leaf_evaluation.h"

#include "server/search/evaluation/form_lists.h"
#include "server/search/evaluation/label_matching.h"
#include "server/search/evaluation/lattice_matching.h"
#include "server/search/scoring/bm25.h"
#include "server/search/sets/set_operations.h"

#include <memory>
#include <utility>
#include <vector>

namespace praxis::search {

namespace {

class LeafEvaluation {
public:
    LeafEvaluation(const PlannedLeaf& leaf, const Layer& layer, const Deadline& deadline)
        : leaf_(leaf), layer_(layer), deadline_(deadline) {}

    EvaluatedLeaf evaluate(bool sure) {
        EvaluatedLeaf evaluated;
        evaluated.documents = DocumentSet::none(limit());
        if (leaf_.field || !leaf_.facet) {
            read_texts();
            evaluated.matching = layer_.living_count(weighted_);
            evaluated.documents = leaf_.field ? in_field_ : weighted_;
            evaluated.term = term(sure);
        }
        if (leaf_.facet)
            evaluated.documents =
                union_of({evaluated.documents, documents_with_value(leaf_, layer_)}, limit());
        return evaluated;
    }

private:
    std::uint32_t limit() const { return layer_.document_count(); }

    bool is_in_weighted_field() const {
        return leaf_.field && (layer_.text_fields().weighted() & field_bit(*leaf_.field)) != 0;
    }

    // What holds all fields with a weight, and what holds the leaf's field.
    TextScope weighted_scope() const { return {layer_.text_fields().all(), true}; }

    TextScope field_scope() const { return {field_bit(*leaf_.field), is_in_weighted_field()}; }

    void read_texts() {
        if (!leaf_.lattice.is_one_word())
            return read_phrase();
        const LatticeEdge& edge = leaf_.lattice.edges.front();
        read_word(lists_of_edge(edge, weighted_scope(), layer_));
        if (leaf_.field)
            in_field_ = documents_of(lists_of_edge(edge, field_scope(), layer_),
                                     field_bit(*leaf_.field),
                                     layer_,
                                     deadline_);
    }

    void read_word(const std::vector<FormList>& lists) {
        const FieldBits all = layer_.text_fields().all();
        if (leaf_.by_presence) {
            weighted_ = documents_of(lists, all, layer_, deadline_);
            shares_ = EqualShares{weighted_};
        } else if (!leaf_.by_edits && lists.size() == 1 && lists.front().fields == all) {
            weighted_ = DocumentSet::of_list(lists.front().list, limit());
            shares_ = ListShares{lists.front().list};
        } else
            work_out(tally(lists, layer_, deadline_));
    }

    void work_out(const std::vector<Tally>& tallies) {
        auto known = std::make_shared<KnownShares>();
        known->documents.reserve(tallies.size());
        known->shares.reserve(tallies.size());
        for (const Tally& tally : tallies) {
            const float share = layer_.score_table().share(
                static_cast<std::uint16_t>(tally.frequency), tally.document);
            known->add(tally.document,
                       leaf_.by_edits ? (2.0F - static_cast<float>(tally.edits) + share) / 3.0F
                                      : share);
        }
        weighted_ = DocumentSet::of(known->documents, limit());
        shares_ = std::move(known);
    }

    void read_phrase() {
        const std::vector<LatticeMatch> matches =
            match_in_texts(leaf_.lattice, weighted_scope(), layer_, deadline_);
        std::vector<Tally> tallies;
        for (const LatticeMatch& match : matches)
            tallies.push_back({match.document, 0, match.frequency});
        work_out(tallies);
        if (!leaf_.field)
            return;
        std::vector<std::uint32_t> documents;
        for (const LatticeMatch& match :
             is_in_weighted_field()
                 ? matches
                 : match_in_texts(leaf_.lattice, field_scope(), layer_, deadline_))
            if ((match.fields & field_bit(*leaf_.field)) != 0)
                documents.push_back(match.document);
        in_field_ = DocumentSet::of(std::move(documents), limit());
    }

    ScoredTerm term(bool sure) const {
        ScoredTerm term{shares_, leaf_.by_presence ? 1.0 : bm25_k1 + 1.0, std::nullopt};
        if (leaf_.field && !(sure && !leaf_.facet))
            term.gate = in_field_;
        return term;
    }

    const PlannedLeaf& leaf_;
    const Layer& layer_;
    const Deadline& deadline_;
    DocumentSet weighted_; // where it stands in a field with a weight
    DocumentSet in_field_; // where it stands in the leaf's field
    decltype(ScoredTerm::shares) shares_;
};

} // namespace

EvaluatedLeaf
evaluate_leaf(const PlannedLeaf& leaf, bool sure, const Layer& layer, const Deadline& deadline) {
    return LeafEvaluation(leaf, layer, deadline).evaluate(sure);
}

} // namespace praxis::search
