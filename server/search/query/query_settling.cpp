// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#include "server/search/query/query_settling.h"

#include "server/search/query/query_lexer.h"

#include <algorithm>
#include <iterator>
#include <optional>
#include <string>
#include <utility>

namespace praxis::search {

namespace {

using analyzers::AnalyzerSet;
using analyzers::Token;
using analyzers::TokenKind;

// Gives every word the joined forms that reach over it and over another of `words`.
void add_joined_forms(const std::vector<Word*>& words, const AnalyzerSet& analyzers) {
    std::string text;
    std::vector<std::size_t> ends;
    for (const Word* word : words) {
        text += (text.empty() ? "" : " ") + word->text;
        ends.push_back(text.size());
    }
    const auto word_at = [&](std::size_t offset) {
        return static_cast<std::size_t>(std::lower_bound(ends.begin(), ends.end(), offset + 1) -
                                        ends.begin());
    };
    for (const Token& token : query_tokens(text, analyzers)) {
        const std::size_t first = word_at(token.begin);
        const std::size_t last = word_at(token.end - 1);
        for (std::size_t i = first; first < last && i <= last; ++i)
            words[i]->also.push_back(token.text);
    }
}

// The same in every stretch of words with nothing else between them.
void link_words(std::vector<Node>& nodes, const AnalyzerSet& analyzers) {
    std::vector<Word*> stretch;
    for (Node& node : nodes) {
        Word* word = std::get_if<Word>(&node.value);
        if (word == nullptr || (!stretch.empty() && stretch.back()->field != word->field)) {
            add_joined_forms(stretch, analyzers);
            stretch.clear();
        }
        if (word != nullptr)
            stretch.push_back(word);
    }
    add_joined_forms(stretch, analyzers);
}

class Settler {
public:
    explicit Settler(const AnalyzerSet& analyzers) : analyzers_(analyzers) {}

    std::optional<Node> settle(Node node) {
        return std::visit([&](auto& value) { return settle_value(std::move(value)); }, node.value);
    }

    void add_notes(std::vector<Note>& notes) const {
        if (!stop_words_.empty())
            add_note(notes, "stop-words", "Left out as too common: " + stop_words_ + ".");
        if (!wordless_.empty())
            add_note(notes, "ignored", "Left out, having no letters or digits: " + wordless_ + ".");
    }

private:
    template <typename Leaf>
    std::optional<Node> settle_value(Leaf leaf) {
        if constexpr (std::is_base_of_v<Clause, Leaf>)
            if (query_tokens(leaf.text, analyzers_).empty()) {
                list(wordless_, leaf.text);
                return std::nullopt;
            }
        return Node{std::move(leaf)};
    }

    std::optional<Node> settle_value(And both) { return settle_junction(std::move(both)); }

    std::optional<Node> settle_value(Or either) { return settle_junction(std::move(either)); }

    template <typename Junction>
    std::optional<Node> settle_junction(Junction junction) {
        junction.nodes = settle_all(std::move(junction.nodes));
        if (junction.nodes.empty())
            return std::nullopt;
        if (junction.nodes.size() == 1)
            return std::move(junction.nodes.front());
        return Node{std::move(junction)};
    }

    std::optional<Node> settle_value(Run run) {
        link_words(run.words, analyzers_);
        run.required = settle_all(std::move(run.required));
        run.excluded = settle_all(std::move(run.excluded));
        settle_words(run);
        if (run.need == Need::None && run.required.empty())
            run.need = Need::All;
        const std::size_t positive = run.words.size() + run.required.size();
        if (positive == 0 && run.excluded.empty())
            return std::nullopt;
        if (positive == 1 && run.excluded.empty())
            return std::move(run.words.empty() ? run.required : run.words).front();
        return Node{std::move(run)};
    }

    std::vector<Node> settle_all(std::vector<Node> nodes) {
        std::vector<Node> settled;
        for (Node& node : nodes)
            if (std::optional<Node> left = settle(std::move(node)))
                settled.push_back(std::move(*left));
        return settled;
    }

    bool is_stop_word(const Node& node) const {
        const Word* word = std::get_if<Word>(&node.value);
        if (word == nullptr || !word->synonyms.empty())
            return false;
        const std::vector<Token> tokens = query_tokens(word->text, analyzers_);
        return std::all_of(tokens.begin(), tokens.end(), [&](const Token& token) {
            return token.kind == TokenKind::Joined || analyzers_.is_query_stop_word(token.text);
        });
    }

    // A stop word is one as it was typed: parentheses of which only one is left are meant.
    void settle_words(Run& run) {
        const auto rest =
            std::stable_partition(run.words.begin(), run.words.end(), [&](const Node& word) {
                return !is_stop_word(word);
            });
        std::vector<Node> stop_words(std::make_move_iterator(rest),
                                     std::make_move_iterator(run.words.end()));
        run.words.erase(rest, run.words.end());
        run.words = settle_all(std::move(run.words));
        stop_words = settle_all(std::move(stop_words));
        if (run.words.empty() && run.required.empty())
            run.words = std::move(stop_words);
        else
            for (const Node& word : stop_words)
                list(stop_words_, std::get<Word>(word.value).text);
    }

    static void list(std::string& listed, const std::string& text) {
        listed += (listed.empty() ? "" : ", ") + text;
    }

    const AnalyzerSet& analyzers_;
    std::string stop_words_;
    std::string wordless_;
};

} // namespace

Node settle_query(Node query, const AnalyzerSet& analyzers, std::vector<Note>& notes) {
    Settler settler(analyzers);
    std::optional<Node> settled = settler.settle(std::move(query));
    settler.add_notes(notes);
    return settled ? std::move(*settled) : Node{Nothing{}};
}

std::vector<Token> query_tokens(std::string_view text, const AnalyzerSet& analyzers) {
    std::vector<Token> tokens = analyzers.analyze(text);
    std::erase_if(tokens, [](const Token& token) { return token.kind == TokenKind::YearInRange; });
    return tokens;
}

} // namespace praxis::search
