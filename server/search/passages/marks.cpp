// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#include "server/search/passages/marks.h"

#include <algorithm>
#include <utility>

namespace praxis::search {

namespace {

using analyzers::Token;

// The word at a position, or null.
const Token* word_at(const std::vector<Token>& tokens, std::uint32_t position) {
    auto token = std::ranges::lower_bound(tokens, position, {}, &Token::position);
    for (; token != tokens.end() && token->position == position; ++token)
        if (token->kind == analyzers::TokenKind::Word || token->kind == analyzers::TokenKind::Part)
            return &*token;
    return nullptr;
}

// One text's marks.
class TextMarks {
public:
    explicit TextMarks(const std::vector<Token>& tokens) : tokens_(tokens) {}

    void mark(std::size_t leaf,
              const Lattice& lattice,
              schemas::FieldAnalyzer analyzer,
              const LatticeForms& forms) {
        if (lattice.is_one_word())
            mark_word(leaf, lattice.edges.front().forms, analyzer, forms);
        else
            mark_phrase(leaf, lattice, analyzer, forms);
    }

    std::vector<Mark> take() {
        std::sort(marks_.begin(), marks_.end());
        marks_.erase(std::unique(marks_.begin(), marks_.end()), marks_.end());
        return std::move(marks_);
    }

private:
    void mark_word(std::size_t leaf,
                   const FormSet& word,
                   schemas::FieldAnalyzer analyzer,
                   const LatticeForms& forms) {
        for (const Token& token : tokens_)
            if (const auto form = forms.find(token.text); form && word.edits(*form, analyzer))
                marks_.push_back({token.begin, token.end, leaf});
    }

    void mark_phrase(std::size_t leaf,
                     const Lattice& lattice,
                     schemas::FieldAnalyzer analyzer,
                     const LatticeForms& forms) {
        const auto spans = spans_in(tokens_, lattice, analyzer, forms);
        for (const Span& span : matched_words(lattice, {spans.begin(), spans.end()})) {
            const Token* const first = word_at(tokens_, span.begin);
            const Token* const last = word_at(tokens_, span.end - 1);
            if (first != nullptr && last != nullptr)
                marks_.push_back({first->begin, last->end, leaf});
        }
    }

    const std::vector<Token>& tokens_;
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

Marker::Marker(const Plan& plan, const Layer& layer) : plan_(&plan), layer_(&layer) {
    forms_.reserve(plan.leaves.size());
    for (const PlannedLeaf& leaf : plan.leaves)
        forms_.emplace_back(leaf.lattice, layer.dictionary());
}

std::vector<Mark> Marker::marks_in(std::string_view text, const schemas::Property& property) const {
    if (text.empty() || plan_->leaves.empty())
        return {};
    const std::vector<Token> tokens = layer_->analyzers().analyze(text);
    TextMarks marks(tokens);
    const std::vector<schemas::Field>& fields = layer_->library().fields;
    for (std::size_t field = 0; field < fields.size(); ++field)
        for (std::size_t leaf = 0;
             fields[field].property == property && leaf < plan_->leaves.size();
             ++leaf)
            if (is_looked_for(plan_->leaves[leaf], *layer_, field))
                marks.mark(leaf, plan_->leaves[leaf].lattice, fields[field].analyzer, forms_[leaf]);
    return marks.take();
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
