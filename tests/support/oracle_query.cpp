// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#include "tests/support/oracle_query.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace praxis::tests {

using namespace search;

namespace {

// What one leaf comes to in one publication.
struct Tally {
    bool in_field = false;
    std::map<int, double> frequencies; // weighted, in twentieths, by edits

    bool counts() const { return !frequencies.empty(); }
};

Tally tally(const OracleLeaf& leaf,
            const schemas::Library& library,
            const OraclePublication& publication) {
    Tally result;
    for (std::size_t f = 0; f < library.fields.size(); ++f) {
        const schemas::Field& field = library.fields[f];
        std::map<int, std::uint32_t> counts;
        for (const OracleText& text : publication.fields[f])
            for (const auto& [edits, count] :
                 leaf.count(text, field.analyzer == schemas::FieldAnalyzer::Name))
                counts[edits] += count;
        if (counts.empty())
            continue;
        if (leaf.field == field.name || (leaf.field.empty() && field.weight > 0))
            result.in_field = true;
        for (const auto& [edits, count] : counts)
            if (field.weight > 0)
                result.frequencies[edits] += std::round(field.weight * 20) * count;
    }
    return result;
}

} // namespace

OracleQuery::OracleQuery(const schemas::Library& library,
                         const OracleWords& words,
                         const std::vector<OraclePublication>& publications,
                         const Node& query)
    : library_(library), words_(words), publications_(publications) {
    std::optional<Step> root = step(query);
    if (root)
        root_ = std::move(*root);
    else
        root_.kind = Step::Kind::None;
}

std::vector<OracleQuery::Step> OracleQuery::steps(const std::vector<Node>& nodes) {
    std::vector<Step> kept;
    for (const Node& node : nodes)
        if (std::optional<Step> next = step(node))
            kept.push_back(std::move(*next));
    return kept;
}

std::optional<OracleQuery::Step> OracleQuery::step(const Node& node) {
    if (std::holds_alternative<Everything>(node.value))
        return Step{};
    if (std::holds_alternative<Nothing>(node.value))
        return std::nullopt;
    if (const auto* word = std::get_if<Word>(&node.value)) {
        const OracleText tokens = words_.query_tokens(word->text);
        if (tokens.empty())
            return std::nullopt;
        Step made = add_leaf(words_.leaf(*word));
        made.stop_word = word->synonyms.empty() &&
                         std::all_of(tokens.begin(), tokens.end(), [&](const auto& token) {
                             return token.kind == analyzers::TokenKind::Joined ||
                                    words_.is_stop_word(token.text);
                         });
        return made;
    }
    if (const auto* phrase = std::get_if<Phrase>(&node.value))
        return words_.query_tokens(phrase->text).empty()
                   ? std::nullopt
                   : std::optional(add_leaf(words_.leaf(*phrase)));
    if (const auto* pattern = std::get_if<Pattern>(&node.value))
        return words_.query_tokens(pattern->text).empty()
                   ? std::nullopt
                   : std::optional(add_leaf(words_.leaf(*pattern)));
    if (const auto* fuzzy = std::get_if<Fuzzy>(&node.value))
        return words_.query_tokens(fuzzy->text).empty()
                   ? std::nullopt
                   : std::optional(add_leaf(words_.leaf(*fuzzy)));
    if (const auto* range = std::get_if<Range>(&node.value)) {
        Step made;
        made.kind = Step::Kind::Range;
        made.range = *range;
        return made;
    }
    if (const auto* both = std::get_if<And>(&node.value))
        return junction(Step::Kind::And, both->nodes);
    if (const auto* either = std::get_if<Or>(&node.value))
        return junction(Step::Kind::Or, either->nodes);
    return run(std::get<Run>(node.value));
}

std::optional<OracleQuery::Step> OracleQuery::junction(Step::Kind kind,
                                                       const std::vector<Node>& nodes) {
    Step made;
    made.kind = kind;
    made.steps = steps(nodes);
    if (made.steps.empty())
        return std::nullopt;
    return made;
}

// "FY 19": each word also stands for fy2019, which the analysis finds over both.
void OracleQuery::join_words(std::vector<Node>& nodes) const {
    for (std::size_t begin = 0; begin < nodes.size(); ++begin) {
        std::string text;
        std::vector<std::pair<std::size_t, std::size_t>> extents;
        std::size_t end = begin;
        for (; end < nodes.size(); ++end) {
            const Word* word = std::get_if<Word>(&nodes[end].value);
            if (word == nullptr || word->field != std::get_if<Word>(&nodes[begin].value)->field)
                break;
            text += end > begin ? " " : "";
            extents.emplace_back(text.size(), text.size() + word->text.size());
            text += word->text;
        }
        for (const auto& token : words_.query_tokens(text)) {
            std::vector<Word*> covered;
            for (std::size_t i = 0; i < extents.size(); ++i)
                if (token.begin < extents[i].second && token.end > extents[i].first)
                    covered.push_back(&std::get<Word>(nodes[begin + i].value));
            for (Word* word : covered)
                if (covered.size() > 1)
                    word->also.push_back(token.text);
        }
        begin = std::max(begin, end == begin ? begin : end - 1);
    }
}

std::optional<OracleQuery::Step> OracleQuery::run(Run run) {
    join_words(run.words);
    Step made;
    made.kind = Step::Kind::Run;
    made.need = run.need;
    made.steps = steps(run.words);
    made.required = steps(run.required);
    made.excluded = steps(run.excluded);
    const bool others = !made.required.empty() ||
                        std::any_of(made.steps.begin(), made.steps.end(), [](const Step& s) {
                            return !s.stop_word;
                        });
    if (others)
        std::erase_if(made.steps, [](const Step& s) { return s.stop_word; });
    if (made.need == Need::None && made.required.empty())
        made.need = Need::All;
    if (made.steps.empty() && made.required.empty() && made.excluded.empty())
        return std::nullopt;
    return made;
}

OracleQuery::Step OracleQuery::add_leaf(OracleLeaf leaf) {
    Step made;
    made.kind = Step::Kind::Leaf;
    made.leaf = scores_.size();
    std::vector<Tally> tallies;
    for (const OraclePublication& publication : publications_)
        tallies.push_back(tally(leaf, library_, publication));
    const auto matching = static_cast<double>(
        std::count_if(tallies.begin(), tallies.end(), [](const Tally& t) { return t.counts(); }));
    const auto all = static_cast<double>(publications_.size());
    const double idf = std::log(1 + (all - matching + 0.5) / (matching + 0.5));
    double average = 0;
    for (const OraclePublication& publication : publications_)
        average += publication.length / all;
    std::vector<std::optional<double>> scores(publications_.size());
    for (std::size_t p = 0; p < publications_.size(); ++p) {
        if (tallies[p].in_field) {
            double score = 0;
            if (tallies[p].counts()) {
                const auto [edits, units] = *tallies[p].frequencies.begin();
                const double tf = std::clamp(units, 1.0, 65535.0) / 20;
                const double part =
                    tf / (tf + 1.2 * (1 - 0.6 + 0.6 * publications_[p].length / average));
                score =
                    leaf.pattern ? idf : idf * 2.2 * (leaf.fuzzy ? (2 - edits + part) / 3 : part);
            }
            scores[p] = score;
        }
        if (!scores[p] && has_value(leaf, p))
            scores[p] = 0;
    }
    scores_.push_back(std::move(scores));
    return made;
}

bool OracleQuery::has_value(const OracleLeaf& leaf, std::size_t publication) const {
    const schemas::Facet* facet = library_.facet(leaf.field);
    if (facet == nullptr)
        return false;
    const bool labels =
        library_.field(leaf.field) == nullptr && facet->shape != schemas::FacetShape::Range;
    const bool paths = facet->shape == schemas::FacetShape::Hierarchical;
    for (const schemas::Term& term :
         schemas::facet_terms(publications_[publication].publication, *facet)) {
        if (term.value == leaf.typed || (paths && term.value.starts_with(leaf.typed + "/")))
            return true;
        for (std::size_t level = paths ? 0 : term.labels.size() - 1;
             labels && level < term.labels.size();
             ++level)
            if (!leaf.count(words_.query_tokens(term.labels[level]), false).empty())
                return true;
    }
    return false;
}

bool OracleQuery::meets(const Range& range,
                        const schemas::Library& library,
                        const schemas::Publication& publication) {
    if (range.field == "date") {
        std::optional<std::pair<Date, Date>> days;
        if (publication.date)
            days = {publication.date->date.first_day(), publication.date->date.last_day()};
        if (publication.period)
            days = {publication.period->begin.first_day(), publication.period->end.last_day()};
        return days && days->first <= days->second &&
               (!range.from || range.from->first_day() <= days->second) &&
               (!range.to || days->first <= range.to->last_day());
    }
    for (const schemas::Term& term :
         schemas::facet_terms(publication, *library.facet(range.field))) {
        const int year = std::stoi(term.value);
        if ((!range.from || range.from->year <= year) && (!range.to || year <= range.to->year))
            return true;
    }
    return false;
}

std::optional<double> OracleQuery::score(std::size_t publication) const {
    return score(root_, publication);
}

std::optional<double> OracleQuery::score(const Step& step, std::size_t publication) const {
    switch (step.kind) {
    case Step::Kind::All:
        return 0;
    case Step::Kind::None:
        return std::nullopt;
    case Step::Kind::Leaf:
        return scores_[step.leaf][publication];
    case Step::Kind::Range:
        return meets(step.range, library_, publications_[publication].publication)
                   ? std::optional(0.0)
                   : std::nullopt;
    case Step::Kind::Run:
        return run_score(step, publication);
    case Step::Kind::And:
    case Step::Kind::Or:
        break;
    }
    double sum = 0;
    std::size_t found = 0;
    for (const Step& part : step.steps)
        if (const std::optional<double> added = score(part, publication)) {
            sum += *added;
            ++found;
        }
    const std::size_t needed = step.kind == Step::Kind::And ? step.steps.size() : 1;
    return found >= needed ? std::optional(sum) : std::nullopt;
}

std::optional<double> OracleQuery::run_score(const Step& step, std::size_t publication) const {
    double sum = 0;
    std::size_t found = 0;
    for (const Step& word : step.steps)
        if (const std::optional<double> added = score(word, publication)) {
            sum += *added;
            ++found;
        }
    const std::size_t n = step.steps.size();
    std::size_t needed = n;
    if (step.need == Need::None)
        needed = 0;
    else if (step.need == Need::Any)
        needed = n > 0 ? 1 : 0;
    else if (step.need == Need::Most && n > 2)
        needed = 3 * n / 4;
    if (found < needed)
        return std::nullopt;
    for (const Step& required : step.required) {
        const std::optional<double> added = score(required, publication);
        if (!added)
            return std::nullopt;
        sum += *added;
    }
    for (const Step& excluded : step.excluded)
        if (score(excluded, publication))
            return std::nullopt;
    return sum;
}

} // namespace praxis::tests
