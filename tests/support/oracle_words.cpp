// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#include "tests/support/oracle_words.h"

#include "base/utf8.h"

#include <algorithm>
#include <set>

namespace praxis::tests {

namespace {

using analyzers::Token;
using analyzers::TokenKind;

std::u32string letters(std::string_view text) {
    std::u32string all;
    for (std::size_t at = 0; at < text.size();)
        all += next_code_point(text, at);
    return all;
}

bool glob(std::u32string_view pattern, std::u32string_view word) {
    if (pattern.empty())
        return word.empty();
    if (pattern.front() == '*') {
        for (std::size_t skipped = 0; skipped <= word.size(); ++skipped)
            if (glob(pattern.substr(1), word.substr(skipped)))
                return true;
        return false;
    }
    return !word.empty() && (pattern.front() == '?' || pattern.front() == word.front()) &&
           glob(pattern.substr(1), word.substr(1));
}

// The whole table of optimal string alignment.
int edits_between(const std::u32string& a, const std::u32string& b) {
    std::vector<std::vector<int>> table(a.size() + 1, std::vector<int>(b.size() + 1, 0));
    for (std::size_t i = 0; i <= a.size(); ++i)
        for (std::size_t j = 0; j <= b.size(); ++j) {
            if (i == 0 || j == 0) {
                table[i][j] = static_cast<int>(i + j);
                continue;
            }
            table[i][j] = std::min({table[i - 1][j] + 1,
                                    table[i][j - 1] + 1,
                                    table[i - 1][j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1)});
            if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                table[i][j] = std::min(table[i][j], table[i - 2][j - 2] + 1);
        }
    return table[a.size()][b.size()];
}

OracleTest exactly(const std::string& word) {
    return [word](const std::string& token, bool) {
        return token == word ? std::optional(0) : std::nullopt;
    };
}

// How many positions a token reaches over, as far as the index can tell: a joined form that is
// spelled like the words it stands for reaches over all of them, another over the first.
std::uint32_t reach(const Token& token, const OracleText& text) {
    std::string spelled;
    for (const Token& part : text)
        if (part.position >= token.position && part.position < token.position + token.span &&
            (part.kind == TokenKind::Part || part.kind == TokenKind::Word))
            spelled += part.text;
    return spelled == token.text ? token.span : 1;
}

// The ends of all ways from `node` to `last`, begun at `position` of the text.
void follow(const OracleLeaf& leaf,
            const OracleText& text,
            bool in_names,
            std::uint32_t node,
            std::uint32_t last,
            std::uint32_t position,
            std::set<std::uint32_t>& ends) {
    if (node == last) {
        ends.insert(position);
        return;
    }
    for (const OracleEdge& edge : leaf.edges)
        if (edge.from == node && edge.to <= last)
            for (const Token& token : text)
                if (token.position == position && edge.test(token.text, in_names))
                    follow(
                        leaf, text, in_names, edge.to, last, position + reach(token, text), ends);
}

std::uint32_t length_of(const OracleText& text) {
    return text.empty() ? 0 : text.back().position + 1;
}

bool begins_at(const OracleLeaf& leaf, const OracleText& text, bool in_names, std::uint32_t begin) {
    std::set<std::uint32_t> ends;
    follow(leaf, text, in_names, 0, leaf.last, begin, ends);
    return !ends.empty() || std::ranges::any_of(leaf.names, [&](const OracleLeaf& name) {
        return begins_at(name, text, in_names, begin);
    });
}

std::uint32_t count_phrase(const OracleLeaf& leaf, const OracleText& text, bool in_names) {
    std::uint32_t count = 0;
    for (std::uint32_t begin = 0; begin < length_of(text); ++begin)
        count += begins_at(leaf, text, in_names, begin) ? 1 : 0;
    return count;
}

// How often a word stands there that is the leaf or one of its names, all of one word.
std::uint32_t count_words(const OracleLeaf& leaf, const OracleText& text, bool in_names) {
    std::uint32_t count = 0;
    for (const Token& token : text)
        count += leaf.edges.front().test(token.text, in_names) ||
                         std::ranges::any_of(
                             leaf.names,
                             [&](const OracleLeaf& name) {
                                 return name.edges.front().test(token.text, in_names).has_value();
                             })
                     ? 1
                     : 0;
    return count;
}

// A word of a window, or the readings of one compound: the nodes it lies between.
struct Item {
    std::uint32_t first = 0;
    std::uint32_t last = 0;
};

std::vector<Item> items_of(const OracleLeaf& leaf) {
    std::vector<Item> items;
    std::uint32_t first = 0;
    for (std::uint32_t node = 1; node <= leaf.last; ++node) {
        const bool jumped = std::any_of(leaf.edges.begin(), leaf.edges.end(), [&](const auto& e) {
            return e.from < node && node < e.to;
        });
        if (jumped)
            continue;
        items.push_back({first, node});
        first = node;
    }
    return items;
}

std::string spelled(const OracleLeaf& leaf, const Item& item) {
    std::string text;
    for (const OracleEdge& edge : leaf.edges)
        if (edge.from >= item.first && edge.to <= item.last)
            text += std::to_string(edge.from - item.first) + edge.word + "|";
    return text;
}

std::uint32_t count_windows(const OracleLeaf& leaf, const OracleText& text, bool in_names) {
    std::map<std::string, std::pair<Item, std::size_t>> wanted; // how many of each
    for (const Item& item : items_of(leaf)) {
        auto& entry = wanted[spelled(leaf, item)];
        entry = {item, entry.second + 1};
    }
    std::uint32_t count = 0;
    for (std::uint32_t begin = 0; begin < length_of(text); ++begin) {
        const std::uint32_t limit = begin + *leaf.window;
        bool all = true;
        bool begins = false;
        for (const auto& [spelling, entry] : wanted) {
            std::size_t places = 0;
            for (std::uint32_t place = begin; place < limit; ++place) {
                std::set<std::uint32_t> ends;
                follow(leaf, text, in_names, entry.first.first, entry.first.last, place, ends);
                const bool here = !ends.empty() && *ends.begin() <= limit;
                places += here ? 1 : 0;
                begins |= here && place == begin;
            }
            all &= places >= entry.second;
        }
        count += all && begins ? 1 : 0;
    }
    return count;
}

} // namespace

std::map<int, std::uint32_t> OracleLeaf::count(const OracleText& text, bool in_names) const {
    std::map<int, std::uint32_t> counts;
    const auto is_one_word = [](const OracleLeaf& leaf) {
        return leaf.edges.size() == 1;
    };
    if (!names.empty() && is_one_word(*this) && std::ranges::all_of(names, is_one_word)) {
        if (const std::uint32_t found = count_words(*this, text, in_names))
            counts[0] = found;
    } else if (names.empty() && edges.size() == 1) {
        for (const Token& token : text)
            if (const auto edits = edges.front().test(token.text, in_names))
                ++counts[*edits];
    } else if (const std::uint32_t found = window ? count_windows(*this, text, in_names)
                                                  : count_phrase(*this, text, in_names)) {
        counts[0] = found;
    }
    return counts;
}

OracleText OracleWords::query_tokens(std::string_view text) const {
    OracleText kept;
    for (const Token& token : analyzers_.analyze(text))
        if (token.kind != TokenKind::YearInRange)
            kept.push_back(token);
    return kept;
}

const std::vector<std::string>& OracleWords::stems(const std::string& word) const {
    const auto known = stems_.find(word);
    return known != stems_.end() ? known->second
                                 : stems_.emplace(word, analyzers_.stems(word)).first->second;
}

OracleTest OracleWords::by_stem(const std::string& word) const {
    return [this, word](const std::string& token, bool in_names) -> std::optional<int> {
        if (token == word)
            return 0;
        if (in_names)
            return std::nullopt;
        for (const std::string& left : stems(token))
            for (const std::string& right : stems(word))
                if (left == right)
                    return 0;
        return std::nullopt;
    };
}

OracleLeaf OracleWords::lattice(const search::Clause& clause, bool exact) const {
    OracleLeaf leaf{clause.field, to_lower_ascii(clause.text), {}, 0, std::nullopt, false, false};
    for (const Token& token : query_tokens(clause.text)) {
        leaf.edges.push_back({token.position,
                              token.position + token.span,
                              token.text,
                              exact ? exactly(token.text) : by_stem(token.text)});
        leaf.last = std::max(leaf.last, token.position + token.span);
    }
    return leaf;
}

OracleLeaf OracleWords::leaf(const search::Word& word) const {
    OracleLeaf leaf = lattice(word, false);
    for (const std::string& form : word.also) {
        if (leaf.edges.size() > 1) {
            leaf.edges.push_back({0, leaf.last, form, exactly(form)});
            continue;
        }
        leaf.edges.front().test = [typed = leaf.edges.front().test,
                                   joined = exactly(form)](const std::string& token, bool names) {
            const std::optional<int> plain = typed(token, names);
            return plain ? plain : joined(token, names);
        };
    }
    for (const std::string& name : word.synonyms)
        if (OracleLeaf other = lattice({word.field, name, 0}, false); !other.edges.empty())
            leaf.names.push_back(std::move(other));
    return leaf;
}

OracleLeaf OracleWords::leaf(const search::Phrase& phrase) const {
    OracleLeaf found = lattice(phrase, true);
    if (phrase.slop && found.last > 1)
        found.window = std::min<std::uint32_t>(found.last + *phrase.slop, 99);
    return found;
}

OracleLeaf OracleWords::leaf(const search::Pattern& pattern) const {
    std::string folded;
    std::string piece;
    for (const char c : pattern.text + "\n") {
        if (c != '*' && c != '?' && c != '\n') {
            piece += c;
            continue;
        }
        folded += fold(piece);
        piece.clear();
        if (c != '\n')
            folded += c;
    }
    OracleLeaf leaf{pattern.field, to_lower_ascii(pattern.text), {}, 1, std::nullopt, false, true};
    leaf.edges.push_back({0, 1, folded, [wanted = letters(folded)](const std::string& token, bool) {
                              return glob(wanted, letters(token)) ? std::optional(0) : std::nullopt;
                          }});
    return leaf;
}

OracleLeaf OracleWords::leaf(const search::Fuzzy& fuzzy) const {
    const std::string word = fold(fuzzy.text);
    const std::u32string typed = letters(word);
    const int allowed = std::min<int>(static_cast<int>(fuzzy.max_edits),
                                      typed.size() < 4   ? 0
                                      : typed.size() < 8 ? 1
                                                         : 2);
    OracleLeaf leaf{fuzzy.field, to_lower_ascii(fuzzy.text), {}, 1, std::nullopt, true, false};
    leaf.edges.push_back({0,
                          1,
                          word,
                          [typed, allowed, gentle = by_stem(word)](
                              const std::string& token, bool in_names) -> std::optional<int> {
                              if (gentle(token, in_names))
                                  return 0;
                              const std::u32string there = letters(token);
                              const int edits = edits_between(typed, there);
                              if (allowed == 0 || edits > allowed || there.front() != typed.front())
                                  return std::nullopt;
                              return edits;
                          }});
    return leaf;
}

std::string OracleWords::fold(std::string_view piece) const {
    std::string folded;
    for (const Token& token : query_tokens(piece))
        if (token.kind != TokenKind::Joined)
            folded += token.text;
    return folded;
}

} // namespace praxis::tests
