// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#include "server/search/evaluation/leaf_evaluation.h"

#include "server/search/evaluation/bm25.h"
#include "server/search/evaluation/label_matching.h"
#include "server/search/evaluation/occurrences.h"

#include <algorithm>

namespace praxis::search {

namespace {

// How often a leaf stands in one field of a document, at that many edits.
struct Count {
    std::uint32_t document = 0;
    std::uint32_t field = 0;
    std::uint32_t edits = 0;
    std::uint32_t occurrences = 0;

    auto operator<=>(const Count&) const = default;
};

FieldReader reader_of(const Snapshot& snapshot, std::size_t field) {
    const schemas::Field& described = snapshot.library().fields[field];
    return {snapshot.text(), snapshot.dictionary(), described.name, field, described.analyzer};
}

void count_word(const Lattice& lattice,
                const FieldReader& reader,
                const Deadline& deadline,
                std::vector<Count>& counts) {
    for (const FormAt& at : lattice.edges.front().forms.in(reader.analyzer)) {
        if ((reader.dictionary.places(at.form) & field_place(reader.place)) == 0)
            continue;
        if (deadline.passed())
            return;
        for (const index::Posting& posting :
             reader.text.postings(reader.field, reader.dictionary.text(at.form)))
            counts.push_back({posting.document,
                              static_cast<std::uint32_t>(reader.place),
                              at.edits,
                              static_cast<std::uint32_t>(posting.positions.size())});
    }
}

// The documents in which some path through the lattice has all its words.
std::vector<std::uint32_t> candidates(const Lattice& lattice,
                                      const std::vector<Occurrences>& occurrences) {
    std::vector<std::vector<std::uint32_t>> reached(lattice.last + 1);
    for (std::size_t e = 0; e < lattice.edges.size(); ++e) {
        const LatticeEdge& edge = lattice.edges[e];
        const std::vector<std::uint32_t>& with_word = occurrences[e].documents();
        std::vector<std::uint32_t> extended;
        if (edge.from == 0)
            extended = with_word;
        else
            std::set_intersection(reached[edge.from].begin(),
                                  reached[edge.from].end(),
                                  with_word.begin(),
                                  with_word.end(),
                                  std::back_inserter(extended));
        std::vector<std::uint32_t> united;
        std::set_union(reached[edge.to].begin(),
                       reached[edge.to].end(),
                       extended.begin(),
                       extended.end(),
                       std::back_inserter(united));
        reached[edge.to] = std::move(united);
    }
    return std::move(reached.back());
}

void count_lattice(const Lattice& lattice,
                   const FieldReader& reader,
                   const Deadline& deadline,
                   std::vector<Count>& counts) {
    std::vector<Occurrences> occurrences;
    for (const LatticeEdge& edge : lattice.edges)
        occurrences.push_back(
            read_occurrences(reader, edge.forms, lattice.needs_ends(edge), deadline));
    EdgeSpans spans(lattice.edges.size());
    for (const std::uint32_t document : candidates(lattice, occurrences)) {
        if (document % 256 == 0 && deadline.passed())
            return;
        for (std::size_t e = 0; e < spans.size(); ++e)
            spans[e] = occurrences[e].of(document);
        if (const std::size_t matches = match_lattice(lattice, spans).size(); matches > 0)
            counts.push_back({document,
                              static_cast<std::uint32_t>(reader.place),
                              0,
                              static_cast<std::uint32_t>(matches)});
    }
}

std::vector<Count>
count_leaf(const PlannedLeaf& leaf, const Snapshot& snapshot, const Deadline& deadline) {
    std::vector<Count> counts;
    for (std::size_t field = 0; field < snapshot.library().fields.size(); ++field) {
        if ((snapshot.weighted_places() & field_place(field)) == 0 && leaf.field != field)
            continue;
        const FieldReader reader = reader_of(snapshot, field);
        if (leaf.lattice.is_one_word())
            count_word(leaf.lattice, reader, deadline, counts);
        else
            count_lattice(leaf.lattice, reader, deadline, counts);
    }
    std::sort(counts.begin(), counts.end());
    return counts;
}

// What one document's counts come to.
struct Tally {
    double frequency = 0; // weighted; of fuzzy words only the nearest forms'
    std::uint32_t edits = 0;
    bool in_field = false; // in the field that was asked for, if one was
};

using CountIterator = std::vector<Count>::const_iterator;

Tally tally(CountIterator first,
            CountIterator last,
            const PlannedLeaf& leaf,
            const Snapshot& snapshot) {
    const auto weight = [&](const Count& count) {
        return snapshot.library().fields[count.field].weight;
    };
    Tally tally;
    tally.edits = 3;
    for (auto count = first; count != last; ++count) {
        tally.in_field |= !leaf.field || *leaf.field == count->field;
        if (weight(*count) > 0)
            tally.edits = std::min(tally.edits, count->edits);
    }
    for (auto count = first; count != last;) {
        const std::uint32_t field = count->field;
        std::uint32_t occurrences = 0;
        const double field_weight = weight(*count);
        for (; count != last && count->field == field; ++count)
            occurrences += count->edits == tally.edits ? count->occurrences : 0;
        if (field_weight > 0)
            tally.frequency += field_weight * occurrences;
    }
    return tally;
}

double score_of(const Tally& tally, const PlannedLeaf& leaf, double idf, double relative_length) {
    if (tally.frequency <= 0)
        return 0;
    const double saturated = saturation(tally.frequency, relative_length);
    const double share =
        leaf.by_edits ? (2.0 - static_cast<double>(tally.edits) + saturated) / 3.0 : saturated;
    return idf * (bm25_k1 + 1.0) * share;
}

EvaluatedLeaf
score_counts(const std::vector<Count>& counts, const PlannedLeaf& leaf, const Snapshot& snapshot) {
    std::vector<std::pair<std::uint32_t, Tally>> tallies;
    std::size_t matching = 0;
    for (auto first = counts.begin(); first != counts.end();) {
        const auto last = std::find_if(
            first, counts.end(), [&](const Count& c) { return c.document != first->document; });
        tallies.emplace_back(first->document, tally(first, last, leaf, snapshot));
        matching += tallies.back().second.frequency > 0 ? 1 : 0;
        first = last;
    }
    EvaluatedLeaf evaluated;
    evaluated.weight = inverse_frequency(snapshot.publications().live.size(), matching);
    for (const auto& [document, tally] : tallies)
        if (tally.in_field)
            evaluated.matches.add(
                document,
                score_of(tally, leaf, evaluated.weight, snapshot.relative_length(document)));
    return evaluated;
}

} // namespace

EvaluatedLeaf
evaluate_leaf(const PlannedLeaf& leaf, const Snapshot& snapshot, const Deadline& deadline) {
    EvaluatedLeaf evaluated;
    if (leaf.field || !leaf.facet)
        evaluated = score_counts(count_leaf(leaf, snapshot, deadline), leaf, snapshot);
    if (leaf.facet)
        evaluated.matches =
            at_least(1,
                     {std::move(evaluated.matches), unscored(documents_with_value(leaf, snapshot))},
                     snapshot.publications().live,
                     snapshot.text().document_limit());
    return evaluated;
}

} // namespace praxis::search
