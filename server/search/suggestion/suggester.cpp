// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#include "server/search/suggestion/suggester.h"

#include "server/search/query/query_settling.h"
#include "server/search/snapshot.h"
#include "server/search/spelling/near_words.h"
#include "server/search/suggestion/suggestion_sources.h"

#include <algorithm>
#include <array>
#include <set>
#include <utility>

namespace praxis::search {

namespace {

using analyzers::AnalyzerSet;
using analyzers::Token;
using analyzers::TokenKind;

constexpr std::size_t shortest_slip = 4;
constexpr std::size_t tried_beginnings = 12;

// In the order in which they are shown; how many of ten each kind has when all have enough.
struct Share {
    SuggestionKind kind;
    std::size_t of_ten;
};

constexpr std::array<Share, 5> shares = {{{SuggestionKind::Query, 3},
                                          {SuggestionKind::Topic, 2},
                                          {SuggestionKind::Organization, 1},
                                          {SuggestionKind::Place, 1},
                                          {SuggestionKind::Publication, 3}}};

std::vector<Token> words_of(std::string_view text, const AnalyzerSet& analyzers) {
    std::vector<Token> tokens = query_tokens(text, analyzers);
    std::erase_if(tokens, [](const Token& token) { return token.kind == TokenKind::Joined; });
    return tokens;
}

TypedWords read(std::string_view typed, const AnalyzerSet& analyzers) {
    TypedWords read;
    std::size_t end = 0;
    for (const Token& token : words_of(typed, analyzers)) {
        read.words.push_back(token.text);
        end = token.end;
    }
    read.last_is_whole = end < typed.size() && !read.words.empty();
    return read;
}

// The text with what was typed marked: whole words, of the last one perhaps the beginning.
std::vector<TextPart>
parts_of(const std::string& text, const TypedWords& typed, const AnalyzerSet& analyzers) {
    std::vector<TextPart> parts;
    const auto add = [&](std::string_view piece, bool mark) {
        if (piece.empty())
            return;
        if (!parts.empty() && parts.back().mark == mark)
            parts.back().text += piece;
        else
            parts.push_back({std::string(piece), mark});
    };
    std::size_t copied = 0;
    for (const Token& token : words_of(text, analyzers)) {
        const auto word = std::find_if(
            typed.words.begin(), typed.words.end(), [&](const std::string& typed_word) {
                return token.text.starts_with(typed_word);
            });
        if (word == typed.words.end())
            continue;
        // Where folding changed the word's length, all of it is marked.
        const bool cut = token.text.size() == token.end - token.begin;
        const std::size_t end = cut ? token.begin + word->size() : token.end;
        add(std::string_view(text).substr(copied, token.begin - copied), false);
        add(std::string_view(text).substr(token.begin, end - token.begin), true);
        copied = end;
    }
    add(std::string_view(text).substr(copied), false);
    return parts;
}

// What a title shares with the others of its series: "trends on tuesday ".
std::string series_of(std::string_view title, const AnalyzerSet& analyzers) {
    const std::size_t colon = title.find(": ");
    return colon == std::string_view::npos ? "" : folded_text(title.substr(0, colon), analyzers);
}

class Suggester {
public:
    explicit Suggester(const Snapshot& snapshot)
        : snapshot_(snapshot), index_(snapshot.aids().suggestions()) {}

    std::vector<Suggestion> suggest(const TypedWords& typed, std::size_t limit) {
        for (const TypedWords& reading : readings(typed))
            look_up(reading, limit);
        std::vector<Suggestion> suggestions;
        const std::array<std::size_t, shares.size()> counts = counts_within(limit);
        for (std::size_t s = 0; s < shares.size(); ++s)
            for (std::size_t i = 0; i < counts[s]; ++i)
                suggestions.push_back(shown(found_[s][i]));
        return suggestions;
    }

private:
    struct Found {
        EntryNumber entry = 0;
        TypedWords typed; // as it was read
    };

    bool leads_anywhere(const TypedWords& typed) const {
        return std::any_of(shares.begin(), shares.end(), [&](const Share& share) {
            return !index_.find(share.kind, typed, 1).empty();
        });
    }

    // As typed, or, if that leads nowhere, with one word read otherwise.
    std::vector<TypedWords> readings(const TypedWords& typed) const {
        if (leads_anywhere(typed))
            return {typed};
        std::vector<TypedWords> others;
        for (std::size_t i = 0; i < typed.words.size(); ++i) {
            if (typed.words[i].size() < shortest_slip)
                continue;
            std::vector<std::string> beginnings =
                near_beginnings(typed.words[i], 1, index_.words());
            if (beginnings.size() > tried_beginnings)
                beginnings.resize(tried_beginnings);
            for (std::string& beginning : beginnings) {
                TypedWords other = typed;
                other.words[i] = std::move(beginning);
                other.last_is_whole = other.last_is_whole && i + 1 < typed.words.size();
                others.push_back(std::move(other));
            }
        }
        return others;
    }

    void look_up(const TypedWords& typed, std::size_t limit) {
        for (std::size_t s = 0; s < shares.size(); ++s) {
            const bool titles = shares[s].kind == SuggestionKind::Publication;
            for (const EntryNumber entry :
                 index_.find(shares[s].kind, typed, titles ? 4 * limit : limit))
                if (found_[s].size() < limit && !is_shown(found_[s], entry) &&
                    !(titles && is_of_shown_series(entry, typed)))
                    found_[s].push_back({entry, typed});
        }
    }

    static bool is_shown(const std::vector<Found>& found, EntryNumber entry) {
        return std::any_of(
            found.begin(), found.end(), [&](const Found& f) { return f.entry == entry; });
    }

    // Whether the title's series already has its one entry, and no more of it was typed.
    bool is_of_shown_series(EntryNumber entry, const TypedWords& typed) {
        const std::string series =
            series_of(snapshot_.title(index_.target(entry).number), snapshot_.analyzers());
        const bool within =
            std::all_of(typed.words.begin(), typed.words.end(), [&](const std::string& word) {
                return series.starts_with(word) || series.find(" " + word) != std::string::npos;
            });
        return !series.empty() && within && !series_.insert(series).second;
    }

    std::array<std::size_t, shares.size()> counts_within(std::size_t limit) const {
        std::array<std::size_t, shares.size()> counts{};
        std::size_t left = limit;
        for (std::size_t s = 0; s < shares.size(); ++s) {
            const std::size_t share = (shares[s].of_ten * limit + 9) / 10;
            counts[s] = std::min({share, found_[s].size(), left});
            left -= counts[s];
        }
        for (std::size_t s = 0; s < shares.size(); ++s) {
            const std::size_t more = std::min(left, found_[s].size() - counts[s]);
            counts[s] += more;
            left -= more;
        }
        return counts;
    }

    Suggestion shown(const Found& found) const {
        Suggestion suggestion = suggestion_of(found.entry, index_, snapshot_);
        suggestion.parts = parts_of(suggestion.text, found.typed, snapshot_.analyzers());
        return suggestion;
    }

    const Snapshot& snapshot_;
    const SuggestionIndex& index_;
    std::array<std::vector<Found>, shares.size()> found_;
    std::set<std::string> series_;
};

} // namespace

std::vector<Suggestion>
suggest(std::string_view typed, std::size_t limit, const Snapshot& snapshot) {
    return Suggester(snapshot).suggest(read(typed, snapshot.analyzers()), limit);
}

std::string folded_text(std::string_view text, const AnalyzerSet& analyzers) {
    std::string folded;
    for (const Token& token : words_of(text, analyzers))
        folded += token.text + " ";
    return folded;
}

} // namespace praxis::search
