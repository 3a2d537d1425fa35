// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#include "server/search/spelling/near_words.h"

#include <algorithm>

namespace praxis::search {

namespace {

class Walk {
public:
    Walk(std::string_view typed, std::size_t max_edits) : typed_(typed), max_edits_(max_edits) {
        std::vector<std::size_t>& row = rows_.emplace_back(typed.size() + 1);
        for (std::size_t i = 0; i < row.size(); ++i)
            row[i] = i;
    }

    // Computes the rows for `word`, of which the first `kept` letters are those of the word before;
    // returns how many letters can still lead anywhere: all of them, or those up to a dead end.
    std::size_t follow(std::string_view word, std::size_t kept) {
        for (std::size_t depth = kept + 1; depth <= word.size(); ++depth) {
            add_row(word, depth);
            if (is_dead_end(depth))
                return depth;
        }
        return word.size();
    }

    std::size_t distance(std::size_t letters) const { return rows_[letters].back(); }

    bool is_dead_end(std::size_t depth) const {
        const auto least = [&](std::size_t d) {
            return *std::min_element(rows_[d].begin(), rows_[d].end());
        };
        return least(depth) > max_edits_ && (depth == 0 || least(depth - 1) + 1 > max_edits_);
    }

private:
    void add_row(std::string_view word, std::size_t depth) {
        if (rows_.size() <= depth)
            rows_.emplace_back(typed_.size() + 1);
        const std::vector<std::size_t>& above = rows_[depth - 1];
        std::vector<std::size_t>& row = rows_[depth];
        row[0] = depth;
        for (std::size_t i = 1; i < row.size(); ++i) {
            const bool same = typed_[i - 1] == word[depth - 1];
            row[i] = std::min({above[i] + 1, row[i - 1] + 1, above[i - 1] + (same ? 0U : 1U)});
            if (i > 1 && depth > 1 && typed_[i - 1] == word[depth - 2] &&
                typed_[i - 2] == word[depth - 1])
                row[i] = std::min(row[i], rows_[depth - 2][i - 2] + 1);
        }
    }

    std::string_view typed_;
    std::size_t max_edits_;
    std::vector<std::vector<std::size_t>> rows_;
};

std::size_t shared_letters(std::string_view a, std::string_view b) {
    return static_cast<std::size_t>(std::mismatch(a.begin(), a.end(), b.begin(), b.end()).first -
                                    a.begin());
}

} // namespace

std::vector<std::size_t>
near_words(std::string_view typed, std::size_t max_edits, const WordList& words) {
    std::vector<std::size_t> near;
    Walk walk(typed, max_edits);
    std::string_view before;
    for (std::size_t place = 0; place < words.size();) {
        const std::string_view word = words.word(place);
        const std::size_t followed = walk.follow(word, shared_letters(word, before));
        before = word.substr(0, followed);
        if (walk.is_dead_end(followed)) {
            place = words.behind(before, place);
            continue;
        }
        if (walk.distance(word.size()) <= max_edits)
            near.push_back(place);
        ++place;
    }
    return near;
}

std::vector<std::string>
near_beginnings(std::string_view typed, std::size_t max_edits, const WordList& words) {
    std::vector<std::string> near;
    if (typed.empty())
        return near;
    Walk walk(typed, max_edits);
    std::string_view before;
    const WordList::Range range = words.with_prefix(typed.substr(0, 1));
    for (std::size_t place = range.first; place < range.last;) {
        const std::string_view word = words.word(place);
        const std::size_t kept = shared_letters(word, before);
        const std::size_t followed = walk.follow(word, kept);
        std::size_t letters = kept + 1;
        while (letters <= followed && walk.distance(letters) > max_edits)
            ++letters;
        const bool is_near = letters <= followed;
        before = word.substr(0, is_near ? letters : followed);
        if (is_near)
            near.emplace_back(before);
        place = is_near || walk.is_dead_end(followed) ? words.behind(before, place) : place + 1;
    }
    return near;
}

} // namespace praxis::search
