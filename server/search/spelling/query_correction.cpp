// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#include "server/search/spelling/query_correction.h"

#include "base/utf8.h"
#include "server/search/aids/search_aids.h"
#include "server/search/query/query_settling.h"
#include "server/search/spelling/pair_counts.h"

#include <algorithm>
#include <optional>
#include <utility>

namespace praxis::search {

namespace {

using analyzers::Token;
using analyzers::TokenKind;

// A piece of the typed text that is one word of the library's language.
struct TypedWord {
    std::size_t begin = 0; // bytes of the typed text
    std::size_t end = 0;
    std::string form;
    bool may_be_slip = false;
};

struct Slip {
    TypedWord word;
    std::vector<Speller::Candidate> candidates;
};

// Capitals only: an acronym, or a name that is typed with care.
bool has_lower_case(std::string_view typed) {
    return std::any_of(typed.begin(), typed.end(), [](char c) {
        return (c >= 'a' && c <= 'z') || static_cast<unsigned char>(c) >= 0x80;
    });
}

class QueryWords {
public:
    QueryWords(const std::string& text, const Snapshot& snapshot)
        : text_(text), snapshot_(snapshot) {}

    std::vector<TypedWord> of(const Node& query) {
        visit(query, false);
        std::sort(words_.begin(), words_.end(), [](const TypedWord& a, const TypedWord& b) {
            return a.begin < b.begin;
        });
        return std::move(words_);
    }

private:
    void visit(const Node& node, bool excluded) {
        if (const Word* word = std::get_if<Word>(&node.value))
            add(*word, excluded);
        else if (const And* both = std::get_if<And>(&node.value))
            visit_all(both->nodes, excluded);
        else if (const Or* either = std::get_if<Or>(&node.value))
            visit_all(either->nodes, excluded);
        else if (const Run* run = std::get_if<Run>(&node.value)) {
            visit_all(run->words, excluded);
            visit_all(run->required, excluded);
            visit_all(run->excluded, true);
        }
    }

    void visit_all(const std::vector<Node>& nodes, bool excluded) {
        for (const Node& node : nodes)
            visit(node, excluded);
    }

    void add(const Word& word, bool excluded) {
        const std::size_t from = first_code_points(text_, word.position).size();
        const std::size_t begin = text_.find(word.text, from);
        if (begin == std::string::npos)
            return;
        const bool in_text = word.field.empty() || snapshot_.field(word.field);
        const std::vector<Token> tokens = query_tokens(word.text, snapshot_.analyzers());
        for (const Token& token : tokens)
            if (token.kind != TokenKind::Joined)
                words_.push_back({begin + token.begin,
                                  begin + token.end,
                                  token.text,
                                  in_text && !excluded && word.synonyms.empty() &&
                                      !is_known(token, tokens) &&
                                      has_lower_case(std::string_view(word.text).substr(
                                          token.begin, token.end - token.begin))});
    }

    // By itself, or as part of a compound that is known.
    bool is_known(const Token& token, const std::vector<Token>& tokens) const {
        return std::any_of(tokens.begin(), tokens.end(), [&](const Token& other) {
            return other.position <= token.position &&
                   token.position < other.position + other.span && snapshot_.knows(other.text);
        });
    }

    const std::string& text_;
    const Snapshot& snapshot_;
    std::vector<TypedWord> words_;
};

class Corrector {
public:
    explicit Corrector(const Snapshot& snapshot) : snapshot_(snapshot) {}

    std::vector<Slip> slips(const std::vector<TypedWord>& words) const {
        std::vector<Slip> slips;
        for (std::size_t i = 0; i < words.size(); ++i) {
            if (!words[i].may_be_slip)
                continue;
            Slip slip{words[i],
                      speller().candidates(
                          words[i].form,
                          {neighbour(words, i, -1), neighbour(words, i, 1)},
                          [&](auto left, auto right) { return pair_count(left, right, snapshot_); },
                          max_corrections)};
            if (!slip.candidates.empty() &&
                !is_other_ending(slip.word.form, slip.candidates.front().text))
                slips.push_back(std::move(slip));
        }
        return slips;
    }

private:
    const Speller& speller() const { return snapshot_.aids().speller(); }

    // The word beside it, if it tells anything.
    std::string neighbour(const std::vector<TypedWord>& words, std::size_t i, int step) const {
        const std::size_t beside = step < 0 ? i - 1 : i + 1; // before the first: no place at all
        if (beside >= words.size() || snapshot_.analyzers().is_stop_word(words[beside].form))
            return {};
        return words[beside].form;
    }

    bool is_other_ending(const std::string& typed, const std::string& meant) const {
        if (!typed.starts_with(meant) && !meant.starts_with(typed))
            return false;
        const std::vector<std::string> stems = snapshot_.analyzers().stems(meant);
        const std::vector<std::string> typed_stems = snapshot_.analyzers().stems(typed);
        return std::any_of(typed_stems.begin(), typed_stems.end(), [&](const std::string& stem) {
            return std::find(stems.begin(), stems.end(), stem) != stems.end();
        });
    }

    const Snapshot& snapshot_;
};

// The candidate, with a capital if the typed word has one.
std::string as_typed(std::string candidate, char first_typed) {
    if (first_typed >= 'A' && first_typed <= 'Z' && candidate[0] >= 'a' && candidate[0] <= 'z')
        candidate[0] = static_cast<char>(candidate[0] - 'a' + 'A');
    return candidate;
}

// With the best candidate for each slip, or, for a single one, its next best.
std::string corrected(const std::string& text, const std::vector<Slip>& slips, std::size_t choice) {
    std::string result;
    std::size_t copied = 0;
    for (const Slip& slip : slips) {
        result.append(text, copied, slip.word.begin - copied);
        result += as_typed(slip.candidates[choice].text, text[slip.word.begin]);
        copied = slip.word.end;
    }
    return result.append(text, copied);
}

} // namespace

std::vector<std::string>
correct_query(const std::string& text, const Node& query, const Snapshot& snapshot) {
    const std::vector<TypedWord> words = QueryWords(text, snapshot).of(query);
    if (std::none_of(words.begin(), words.end(), [](const TypedWord& w) { return w.may_be_slip; }))
        return {};
    const std::vector<Slip> slips = Corrector(snapshot).slips(words);
    if (slips.empty())
        return {};
    const std::size_t choices = slips.size() == 1 ? slips.front().candidates.size() : 1;
    std::vector<std::string> corrections;
    for (std::size_t choice = 0; choice < choices; ++choice)
        corrections.push_back(corrected(text, slips, choice));
    return corrections;
}

} // namespace praxis::search
