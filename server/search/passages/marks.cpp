// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#include "server/search/passages/marks.h"

#include "server/search/evaluation/label_matching.h"

#include <algorithm>
#include <map>
#include <utility>

namespace praxis::search {

namespace {

using analyzers::Token;

// The bytes that the tokens of each position cover.
std::map<std::uint32_t, std::pair<std::size_t, std::size_t>>
bytes_by_position(const std::vector<Token>& tokens) {
    std::map<std::uint32_t, std::pair<std::size_t, std::size_t>> bytes;
    for (const Token& token : tokens)
        if (token.kind == analyzers::TokenKind::Word || token.kind == analyzers::TokenKind::Part)
            bytes.insert({token.position, {token.begin, token.end}});
    return bytes;
}

class Marker {
public:
    Marker(const std::vector<Token>& tokens, const Plan& plan, const Layer& layer)
        : tokens_(tokens), positions_(bytes_by_position(tokens)), plan_(plan), layer_(layer) {}

    void mark(std::size_t leaf, schemas::FieldAnalyzer analyzer) {
        const Lattice& lattice = plan_.leaves[leaf].lattice;
        if (lattice.is_one_word())
            mark_word(leaf, lattice.edges.front().forms, analyzer);
        else
            mark_phrase(leaf, lattice, analyzer);
    }

    std::vector<Mark> marks() {
        std::sort(marks_.begin(), marks_.end());
        marks_.erase(std::unique(marks_.begin(), marks_.end()), marks_.end());
        return std::move(marks_);
    }

private:
    void mark_word(std::size_t leaf, const FormSet& forms, schemas::FieldAnalyzer analyzer) {
        for (const Token& token : tokens_)
            if (const auto form = layer_.dictionary().find(token.text);
                form && forms.edits(*form, analyzer))
                marks_.push_back({token.begin, token.end, leaf});
    }

    void mark_phrase(std::size_t leaf, const Lattice& lattice, schemas::FieldAnalyzer analyzer) {
        const auto spans = spans_in(tokens_, lattice, analyzer, layer_.dictionary());
        for (const Span& span : matched_words(lattice, {spans.begin(), spans.end()})) {
            const auto first = positions_.find(span.begin);
            const auto last = positions_.find(span.end - 1);
            if (first != positions_.end() && last != positions_.end())
                marks_.push_back({first->second.first, last->second.second, leaf});
        }
    }

    const std::vector<Token>& tokens_;
    std::map<std::uint32_t, std::pair<std::size_t, std::size_t>> positions_;
    const Plan& plan_;
    const Layer& layer_;
    std::vector<Mark> marks_;
};

bool is_looked_for(const PlannedLeaf& leaf, const Layer& layer, std::size_t field) {
    if (leaf.excluded)
        return false;
    if (leaf.field)
        return leaf.field == field;
    return !leaf.facet && (layer.weighted_places() & field_place(field)) != 0;
}

void add_part(std::vector<TextPart>& parts, std::string_view text, bool mark) {
    if (text.empty())
        return;
    if (parts.empty() || parts.back().mark != mark)
        parts.push_back({"", mark});
    parts.back().text += text;
}

} // namespace

std::vector<Mark> marks_in(std::string_view text,
                           const schemas::Property& property,
                           const Plan& plan,
                           const Layer& layer) {
    if (text.empty() || plan.leaves.empty())
        return {};
    const std::vector<Token> tokens = layer.analyzers().analyze(text);
    Marker marker(tokens, plan, layer);
    const std::vector<schemas::Field>& fields = layer.library().fields;
    for (std::size_t field = 0; field < fields.size(); ++field)
        for (std::size_t leaf = 0; fields[field].property == property && leaf < plan.leaves.size();
             ++leaf)
            if (is_looked_for(plan.leaves[leaf], layer, field))
                marker.mark(leaf, fields[field].analyzer);
    return marker.marks();
}

std::vector<TextPart> marked_parts(std::string_view text, const std::vector<Mark>& marks) {
    std::string shown(text);
    std::replace(shown.begin(), shown.end(), '\n', ' ');
    std::vector<TextPart> parts;
    std::size_t done = 0;
    for (const Mark& mark : marks) {
        const std::size_t begin = std::max(mark.begin, done);
        const std::size_t end = std::min(mark.end, shown.size());
        if (begin >= end)
            continue;
        add_part(parts, std::string_view(shown).substr(done, begin - done), false);
        add_part(parts, std::string_view(shown).substr(begin, end - begin), true);
        done = end;
    }
    add_part(parts, std::string_view(shown).substr(done), false);
    return parts;
}

} // namespace praxis::search
