// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#include "server/search/evaluation/plan.h"

#include "base/utf8.h"
#include "server/search/evaluation/label_matching.h"
#include "server/search/query/query_lexer.h"
#include "server/search/query/query_parser.h"
#include "server/search/query/query_settling.h"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <utility>

namespace praxis::search {

namespace {

constexpr std::size_t words_in_note = 8;

// What a pattern or a fuzzy word stands for in one layer.
struct Expansion {
    std::string typed;
    std::size_t position = 0;
    std::vector<std::string_view> words; // ascending
};

// Binds a query to one layer.
class Planner {
public:
    Planner(const Layer& layer, const Deadline& deadline) : layer_(layer), deadline_(deadline) {}

    Plan plan(const Node& query) {
        plan_.root = node(query);
        return std::move(plan_);
    }

    std::vector<Expansion> take_expansions() { return std::move(expansions_); }

private:
    PlanNode node(const Node& query) {
        return std::visit([&](const auto& value) { return PlanNode{planned(value)}; }, query.value);
    }

    std::vector<PlanNode> nodes(const std::vector<Node>& queries) {
        std::vector<PlanNode> planned;
        planned.reserve(queries.size());
        for (const Node& query : queries)
            planned.push_back(node(query));
        return planned;
    }

    Everything planned(const Everything& everything) { return everything; }

    Nothing planned(const Nothing& nothing) { return nothing; }

    Range planned(const Range& range) { return range; }

    PlannedAll planned(const And& both) { return {nodes(both.nodes)}; }

    PlannedAny planned(const Or& either) { return {nodes(either.nodes)}; }

    PlannedRun planned(const Run& run) {
        PlannedRun planned{
            needed_words(run.need, run.words.size()), nodes(run.words), nodes(run.required), {}};
        excluded_ = !excluded_;
        planned.excluded = nodes(run.excluded);
        excluded_ = !excluded_;
        return planned;
    }

    LeafNumber planned(const Word& word) {
        PlannedLeaf leaf = leaf_of(word);
        leaf.lattice = lattice_of(word.text, false);
        for (const LatticeEdge& part : leaf.lattice.edges)
            if (leaf.lattice.is_one_word() ||
                (part.to == part.from + 1 && !layer_.analyzers().is_query_stop_word(part.word)))
                leaf.typed_lists.push_back(part.list);
        for (const std::string& joined : word.also)
            add_reading(leaf.lattice, joined);
        for (const std::string& name : word.synonyms)
            add_name(leaf.lattice, lattice_of(name, false));
        return keep(std::move(leaf));
    }

    LeafNumber planned(const Phrase& phrase) {
        PlannedLeaf leaf = leaf_of(phrase);
        leaf.quoted = true;
        leaf.lattice = lattice_of(phrase.text, true);
        if (phrase.slop && leaf.lattice.last > 1)
            leaf.lattice.window = std::min<std::uint32_t>(
                leaf.lattice.last + *phrase.slop, static_cast<std::uint32_t>(max_window_words));
        return keep(std::move(leaf));
    }

    LeafNumber planned(const Pattern& pattern) {
        PlannedLeaf leaf = leaf_of(pattern);
        const Wildcard wildcard(folded_pattern(pattern.text, layer_.analyzers()));
        FormSet forms = pattern_forms(
            wildcard, places_of(leaf), layer_.dictionary(), max_expanded_terms, deadline_);
        note_expansion(pattern.text, pattern.position, forms);
        leaf.lattice = one_word(pattern.text, std::move(forms));
        leaf.by_presence = true;
        return keep(std::move(leaf));
    }

    LeafNumber planned(const Fuzzy& fuzzy) {
        PlannedLeaf leaf = leaf_of(fuzzy);
        const std::string word = folded(fuzzy.text, layer_.analyzers());
        FormSet forms = fuzzy_forms(word,
                                    fuzzy.max_edits,
                                    places_of(leaf),
                                    layer_.dictionary(),
                                    layer_.analyzers(),
                                    max_expanded_terms,
                                    deadline_);
        note_expansion(fuzzy.text + "~", fuzzy.position, forms);
        leaf.lattice = one_word(word, std::move(forms));
        leaf.by_edits = true;
        return keep(std::move(leaf));
    }

    LeafNumber keep(PlannedLeaf leaf) {
        leaf.excluded = excluded_;
        plan_.leaves.push_back(std::move(leaf));
        return {plan_.leaves.size() - 1};
    }

    PlannedLeaf leaf_of(const Clause& clause) const {
        PlannedLeaf leaf;
        if (clause.field.empty())
            return leaf;
        leaf.field = layer_.field(clause.field);
        leaf.facet = layer_.facet(clause.field);
        leaf.labels = leaf.facet && !leaf.field;
        leaf.value = to_lower_ascii(clause.text);
        return leaf;
    }

    Places places_of(const PlannedLeaf& leaf) const {
        if (leaf.field)
            return field_place(*leaf.field) | layer_.weighted_places();
        return leaf.facet ? label_place : layer_.weighted_places();
    }

    Lattice lattice_of(std::string_view text, bool exact) const {
        const std::vector<analyzers::Token> tokens = query_tokens(text, layer_.analyzers());
        Lattice lattice;
        for (const analyzers::Token& token : tokens) {
            const std::uint32_t from = token.position - tokens.front().position;
            lattice.edges.push_back(edge(from, from + token.span, token.text, exact));
            lattice.last = std::max(lattice.last, from + token.span);
        }
        return lattice;
    }

    LatticeEdge
    edge(std::uint32_t from, std::uint32_t to, const std::string& word, bool exact) const {
        const Dictionary& dictionary = layer_.dictionary();
        const std::optional<Form> form = dictionary.find(word);
        LatticeEdge edge{from,
                         to,
                         word,
                         exact ? exact_form(form)
                               : stem_forms(word, form, dictionary, layer_.analyzers())};
        if (form) {
            const index::FormLists& lists = layer_.image().form_lists()[*form];
            edge.list = exact ? lists.exact : lists.word;
        } else if (!exact)
            edge.list = list_of_family(word, edge.forms.in_text);
        return edge;
    }

    // The list that all forms of a stem share, for a word that is none of them.
    std::uint32_t list_of_family(std::string_view word, const std::vector<FormAt>& family) const {
        if (family.empty() || layer_.analyzers().stems(word).size() != 1)
            return index::no_list;
        const Dictionary& dictionary = layer_.dictionary();
        const Places names = layer_.text_fields().names();
        const std::uint32_t list = layer_.image().form_lists()[family.front().form].word;
        const bool shared = std::all_of(family.begin(), family.end(), [&](const FormAt& member) {
            return layer_.image().form_lists()[member.form].word == list &&
                   (layer_.image().form_places()[member.form] & names) == 0 &&
                   layer_.analyzers().stems(dictionary.text(member.form)).size() == 1;
        });
        return shared ? list : index::no_list;
    }

    // Another form for all that the lattice stands for.
    void add_reading(Lattice& lattice, const std::string& form) const {
        LatticeEdge joined = edge(0, lattice.last, form, true);
        if (lattice.is_one_word()) {
            lattice.edges.front().forms.add(joined.forms);
            lattice.edges.front().list = index::no_list;
        } else
            lattice.edges.insert(lattice.edges.begin(), std::move(joined));
    }

    // Another name for all that the lattice stands for: a way of its own from its first node to
    // its last.
    static void add_name(Lattice& lattice, Lattice name) {
        if (name.edges.empty())
            return;
        if (lattice.is_one_word() && name.is_one_word()) {
            lattice.edges.front().forms.add(name.edges.front().forms);
            lattice.edges.front().list = index::no_list;
            return;
        }
        const std::uint32_t last = lattice.last + name.last - 1;
        for (LatticeEdge& edge : lattice.edges)
            edge.to = edge.to == lattice.last ? last : edge.to;
        for (LatticeEdge& edge : name.edges) {
            edge.from += edge.from == 0 ? 0 : lattice.last - 1;
            edge.to = edge.to == name.last ? last : edge.to + lattice.last - 1;
            lattice.edges.push_back(std::move(edge));
        }
        lattice.last = last;
        std::stable_sort(
            lattice.edges.begin(),
            lattice.edges.end(),
            [](const LatticeEdge& a, const LatticeEdge& b) { return a.from < b.from; });
    }

    static Lattice one_word(std::string_view word, FormSet forms) {
        Lattice lattice;
        lattice.edges.push_back({0, 1, std::string(word), std::move(forms), index::no_list});
        lattice.last = 1;
        return lattice;
    }

    void note_expansion(std::string typed, std::size_t position, const FormSet& forms) {
        Expansion& expansion = expansions_.emplace_back();
        expansion.typed = std::move(typed);
        expansion.position = position;
        for (const FormAt& form : forms.in_text)
            expansion.words.push_back(layer_.dictionary().text(form.form));
    }

    const Layer& layer_;
    const Deadline& deadline_;
    Plan plan_;
    std::vector<Expansion> expansions_;
    bool excluded_ = false;
};

std::string listed(const std::vector<std::string_view>& words) {
    std::string listed;
    for (std::size_t i = 0; i < std::min(words.size(), words_in_note); ++i)
        listed += fmt::format("{}{}", i == 0 ? "" : ", ", words[i]);
    if (words.size() > words_in_note)
        listed += fmt::format(" and {} more", words.size() - words_in_note);
    return listed;
}

std::vector<std::string_view> united(const std::vector<std::string_view>& left,
                                     const std::vector<std::string_view>& right) {
    std::vector<std::string_view> words;
    std::ranges::set_union(left, right, std::back_inserter(words));
    return words;
}

// The expansions of all layers, one by one; the first that comes to too much is a problem.
std::optional<RequestProblem> note_expansions(const std::vector<std::vector<Expansion>>& by_layer,
                                              std::vector<Note>& notes) {
    std::size_t expanded = 0;
    for (std::size_t i = 0; i < by_layer.front().size(); ++i) {
        const Expansion& expansion = by_layer.front()[i];
        std::vector<std::string_view> words = expansion.words;
        for (std::size_t layer = 1; layer < by_layer.size(); ++layer)
            words = united(words, by_layer[layer][i].words);
        expanded += words.size();
        if (expanded > max_expanded_terms)
            return RequestProblem{
                ErrorKind::InvalidInput,
                "The query stands for too many words.",
                {{"q",
                  fmt::format(
                      "Patterns and fuzzy words may stand for {} words; write more letters.",
                      max_expanded_terms),
                  expansion.position}}};
        add_note(notes,
                 "expanded",
                 words.empty()
                     ? fmt::format("“{}” stands for no word of the library.", expansion.typed)
                     : fmt::format("“{}” stands for {}.", expansion.typed, listed(words)));
    }
    return std::nullopt;
}

} // namespace

Answered<Plans> plan_query(const Node& query,
                           const Snapshot& snapshot,
                           const Deadline& deadline,
                           std::vector<Note>& notes) {
    Plans plans;
    std::vector<std::vector<Expansion>> expansions;
    for (const Layer& layer : snapshot.layers()) {
        Planner planner(layer, deadline);
        plans.push_back(planner.plan(query));
        expansions.push_back(planner.take_expansions());
    }
    if (auto problem = note_expansions(expansions, notes))
        return tl::unexpected(std::move(*problem));
    find_labelled(plans, snapshot);
    return plans;
}

} // namespace praxis::search
