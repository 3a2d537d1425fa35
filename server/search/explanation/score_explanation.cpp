// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#include "server/search/explanation/score_explanation.h"

#include "server/search/evaluation/form_lists.h"
#include "server/search/scoring/posting_cursor.h"
#include "server/search/scoring/term_share.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <utility>

namespace praxis::search {

namespace {

// The words along the lattice's first way: "capital improvement program".
std::string text_of(const Lattice& lattice) {
    std::string text;
    std::uint32_t at = 0;
    while (at < lattice.last) {
        const auto edge = std::find_if(lattice.edges.begin(),
                                       lattice.edges.end(),
                                       [&](const LatticeEdge& e) { return e.from == at; });
        if (edge == lattice.edges.end())
            break;
        text += (text.empty() ? "" : " ") + edge->word;
        at = edge->to;
    }
    return text;
}

class ClauseExplanation {
public:
    ClauseExplanation(std::uint32_t document, const Layer& layer)
        : document_(document), layer_(layer) {}

    ExplainedClause explain(const PlannedLeaf& leaf, const ScoredTerm& term, double rarity) {
        ExplainedClause clause;
        clause.clause = text_of(leaf.lattice);
        clause.rarity = rarity;
        clause.share = share_of(term, document_, layer_.score_table());
        if (clause.share > 0 && leaf.lattice.is_one_word() && !leaf.by_presence && !leaf.by_edits)
            find_word(leaf.lattice.edges.front(), clause);
        clause.contribution = term.weight * clause.share;
        return clause;
    }

private:
    // How often and where the word stands.
    void find_word(const LatticeEdge& edge, ExplainedClause& clause) const {
        double frequency = 0;
        FieldBits fields = 0;
        for (const FormList& form : lists_of_edge(edge, {layer_.text_fields().all(), true}, layer_))
            if (PostingCursor cursor(form.list); cursor.seek(document_)) {
                frequency += cursor.frequency();
                fields = static_cast<FieldBits>(fields | (cursor.fields() & form.fields));
            }
        clause.frequency = frequency / index::frequency_unit;
        for (std::size_t field = 0; field < layer_.library().fields.size(); ++field)
            if ((fields & field_bit(field)) != 0)
                clause.fields.push_back(layer_.library().fields[field].name);
    }

    std::uint32_t document_;
    const Layer& layer_;
};

std::string list_of(const std::vector<std::string>& names) {
    std::string listed;
    for (std::size_t i = 0; i < names.size(); ++i)
        listed += (i == 0 ? "" : i + 1 == names.size() ? " and " : ", ") + names[i];
    return listed;
}

std::string sentence_of(const ExplainedClause& clause, double plain_score) {
    const std::string where =
        clause.fields.empty() ? "" : fmt::format(" It stands in {}.", list_of(clause.fields));
    return fmt::format("“{}” adds {:.2f} of {:.2f}: it is {}, and the publication gets {:.0f} % of "
                       "what that allows by how often it has it for its length.{}",
                       clause.clause,
                       clause.contribution,
                       plain_score,
                       clause.rarity >= 4   ? "rare in the library"
                       : clause.rarity >= 2 ? "neither rare nor common in the library"
                                            : "common in the library",
                       100 * clause.share,
                       where);
}

} // namespace

std::vector<ExplainedClause> explain_clauses(std::uint32_t document,
                                             const Plans& plans,
                                             const Evaluation& evaluation,
                                             const Snapshot& snapshot) {
    const Snapshot::Place at = snapshot.place(document);
    const std::vector<ScoredTerm>& terms = evaluation.layers[at.number].terms;
    ClauseExplanation explanation(at.document, *at.layer);
    std::vector<ExplainedClause> clauses;
    for (std::size_t i = 0; i < terms.size(); ++i) {
        const std::size_t leaf = evaluation.term_leaves[i];
        ExplainedClause clause =
            explanation.explain(plans[at.number].leaves[leaf], terms[i], evaluation.weights[leaf]);
        if (clause.contribution > 0)
            clauses.push_back(std::move(clause));
    }
    return clauses;
}

std::vector<std::string> in_plain_words(const Explanation& explanation) {
    if (!explanation.matches)
        return {"The publication does not match the query with these filters."};
    std::vector<std::string> sentences;
    sentences.push_back(explanation.place
                            ? fmt::format("Place {} of {}.", *explanation.place, explanation.total)
                            : fmt::format("Behind the first thousand of {}.", explanation.total));
    for (const ExplainedClause& clause : explanation.clauses)
        sentences.push_back(sentence_of(clause, explanation.plain_score));
    if (explanation.clauses.empty())
        sentences.emplace_back("Nothing in the query tells one publication from another.");
    if (const double moved = explanation.score - explanation.plain_score; std::abs(moved) > 1e-4)
        sentences.push_back(
            fmt::format("Its title, words side by side and publications like it {} it by {:.2f}.",
                        moved > 0 ? "raise" : "lower",
                        std::abs(moved)));
    return sentences;
}

} // namespace praxis::search
