// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#include "server/search/synonyms/synonyms.h"

#include "base/fingerprint.h"
#include "base/utf8.h"
#include "server/search/query/query_settling.h"

#include <fmt/format.h>

#include <algorithm>

namespace praxis::search {

namespace {

using analyzers::AnalyzerSet;
using analyzers::Token;
using analyzers::TokenKind;

// "fire engin" of "Fire Engines".
std::string stems_of(std::string_view text, const AnalyzerSet& analyzers) {
    std::string stems;
    for (const Token& token : query_tokens(text, analyzers))
        if (token.kind != TokenKind::Joined)
            stems += (stems.empty() ? "" : " ") + analyzers.stems(token.text).front();
    return stems;
}

std::size_t words_in(std::string_view stems) {
    return static_cast<std::size_t>(std::count(stems.begin(), stems.end(), ' ')) + 1;
}

bool is_in_capitals(std::string_view text) {
    return std::none_of(text.begin(), text.end(), [](char c) { return c >= 'a' && c <= 'z'; });
}

void add_once(std::vector<std::string>& names, const std::string& name) {
    if (std::find(names.begin(), names.end(), name) == names.end())
        names.push_back(name);
}

// Whether one stands right behind the other, in the same field.
bool are_side_by_side(const Word& left, const Word& right) {
    return left.field == right.field &&
           right.position == left.position + count_code_points(left.text) + 1;
}

} // namespace

class SynonymExpansion {
public:
    SynonymExpansion(const Synonyms& synonyms,
                     const AnalyzerSet& analyzers,
                     std::vector<Note>& notes)
        : synonyms_(synonyms), analyzers_(analyzers), notes_(notes) {}

    void expand(Node& node) {
        if (Word* word = std::get_if<Word>(&node.value))
            expand_stretch({word});
        else if (And* both = std::get_if<And>(&node.value))
            expand_each(both->nodes);
        else if (Or* either = std::get_if<Or>(&node.value))
            expand_each(either->nodes);
        else if (Run* run = std::get_if<Run>(&node.value)) {
            expand_row(run->words);
            expand_each(run->required);
            expand_each(run->excluded);
        }
    }

private:
    void expand_each(std::vector<Node>& nodes) {
        for (Node& node : nodes)
            expand(node);
    }

    // Words side by side may be one name.
    void expand_row(std::vector<Node>& nodes) {
        std::vector<Word*> stretch;
        for (Node& node : nodes) {
            Word* word = std::get_if<Word>(&node.value);
            if (word == nullptr ||
                (!stretch.empty() && !are_side_by_side(*stretch.back(), *word))) {
                expand_stretch(stretch);
                stretch.clear();
            }
            if (word != nullptr)
                stretch.push_back(word);
            else
                expand(node);
        }
        expand_stretch(stretch);
    }

    void expand_stretch(const std::vector<Word*>& words) {
        for (std::size_t first = 0; first < words.size(); ++first) {
            std::string stems;
            std::string typed;
            for (std::size_t last = first; last < words.size(); ++last) {
                stems += (stems.empty() ? "" : " ") + stems_of(words[last]->text, analyzers_);
                typed += (typed.empty() ? "" : " ") + words[last]->text;
                if (words_in(stems) > synonyms_.longest_)
                    break;
                const auto others = synonyms_.others_.find(stems);
                if (others == synonyms_.others_.end() || is_common_word(stems, typed))
                    continue;
                for (std::size_t i = first; i <= last; ++i)
                    for (const std::string& other : others->second)
                        add_once(words[i]->synonyms, other);
                note(typed, others->second);
            }
        }
    }

    bool is_common_word(const std::string& stems, const std::string& typed) const {
        return analyzers_.is_stop_word(stems) && !is_in_capitals(typed);
    }

    void note(const std::string& typed, const std::vector<std::string>& others) {
        std::string listed;
        for (const std::string& other : others)
            listed += (listed.empty() ? "" : ", ") + other;
        notes_.push_back({"expanded", fmt::format("“{}” also finds {}.", typed, listed)});
    }

    const Synonyms& synonyms_;
    const AnalyzerSet& analyzers_;
    std::vector<Note>& notes_;
};

Synonyms::Synonyms(const std::vector<SynonymRule>& rules, const AnalyzerSet& analyzers) {
    Fingerprint print;
    for (const SynonymRule& rule : rules) {
        for (const std::string& name : rule.names) {
            std::vector<std::string> others = rule.wider;
            for (const std::string& equal : rule.names)
                if (equal != name)
                    others.push_back(equal);
            add(name, others, analyzers);
            print.add_part(name);
        }
        print.add_part(">");
        for (const std::string& wider : rule.wider)
            print.add_part(wider);
        print.add_part("\n");
    }
    fingerprint_ = rules.empty() ? 0 : print.value();
}

void Synonyms::add(const std::string& name,
                   const std::vector<std::string>& others,
                   const AnalyzerSet& analyzers) {
    const std::string stems = stems_of(name, analyzers);
    if (stems.empty())
        return;
    longest_ = std::max(longest_, words_in(stems));
    for (const std::string& other : others)
        add_once(others_[stems], other);
}

void Synonyms::expand(Node& query, const AnalyzerSet& analyzers, std::vector<Note>& notes) const {
    if (!others_.empty())
        SynonymExpansion(*this, analyzers, notes).expand(query);
}

} // namespace praxis::search
