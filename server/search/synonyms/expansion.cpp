// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#include "server/search/synonyms/expansion.h"

#include "base/utf8.h"
#include "analyzers/name_keys.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>

namespace praxis::search {

namespace {

using analyzers::AnalyzerSet;

void add_once(std::vector<std::string>& names, const std::string& name) {
    if (std::ranges::find(names, name) == names.end())
        names.push_back(name);
}

// Whether one stands right behind the other, in the same field.
bool are_side_by_side(const Word& left, const Word& right) {
    return left.field == right.field &&
           right.position == left.position + count_code_points(left.text) + 1;
}

void append_word(std::string& words, const std::string& word) {
    words += (words.empty() || word.empty() ? "" : " ") + word;
}

class Expansion {
public:
    Expansion(std::span<const NameSource* const> sources,
              const AnalyzerSet& analyzers,
              std::vector<Note>& notes)
        : sources_(sources), analyzers_(analyzers), notes_(notes) {}

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
        std::vector<TypedName> typed;
        for (const Word* word : words)
            typed.push_back({word->text,
                             analyzers::exact_key(word->text, analyzers_),
                             analyzers::stem_key(word->text, analyzers_)});
        for (std::size_t first = 0; first < words.size(); ++first) {
            TypedName name;
            for (std::size_t last = first; last < words.size(); ++last) {
                append_word(name.typed, typed[last].typed);
                append_word(name.exact, typed[last].exact);
                append_word(name.stems, typed[last].stems);
                if (!is_common_word(name))
                    add_others(name, std::span(words).subspan(first, last - first + 1));
                if (std::ranges::none_of(sources_, [&](const NameSource* source) {
                        return source->has_longer(name.stems);
                    }))
                    break;
            }
        }
    }

    bool is_common_word(const TypedName& name) const {
        return analyzers_.is_query_stop_word(name.exact) && !is_in_capitals(name.typed);
    }

    void add_others(const TypedName& name, std::span<Word* const> words) {
        for (const NameSource* source : sources_) {
            const OtherNames others = source->others(name);
            for (Word* word : words) {
                for (const std::string& other : others.names)
                    add_once(word->synonyms, other);
                for (const ExactName& exact : others.exact)
                    add_once(word->also, exact.form);
            }
            note(name.typed, others);
        }
    }

    void note(const std::string& typed, const OtherNames& others) {
        std::vector<std::string> listed = others.names;
        for (const ExactName& exact : others.exact)
            listed.push_back(exact.written);
        if (!listed.empty())
            notes_.push_back(
                {"expanded",
                 fmt::format("“{}” also finds {}{}.", typed, fmt::join(listed, ", "), others.why)});
    }

    std::span<const NameSource* const> sources_;
    const AnalyzerSet& analyzers_;
    std::vector<Note>& notes_;
};

} // namespace

void expand_names(Node& query,
                  std::span<const NameSource* const> sources,
                  const AnalyzerSet& analyzers,
                  std::vector<Note>& notes) {
    Expansion(sources, analyzers, notes).expand(query);
}

bool is_in_capitals(std::string_view typed) {
    return std::ranges::none_of(typed, [](char c) { return c >= 'a' && c <= 'z'; });
}

} // namespace praxis::search
