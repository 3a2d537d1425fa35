// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#include "server/search/evaluation/wildcard.h"

#include "base/utf8.h"

namespace praxis::search {

Wildcard::Wildcard(std::string_view pattern)
    : prefix_(pattern.substr(0, pattern.find_first_of("*?"))) {
    bool star = false;
    for (std::size_t at = 0; at < pattern.size();) {
        const char32_t c = next_code_point(pattern, at);
        if (c == '*') {
            star = true;
            continue;
        }
        steps_.push_back({c == '?' ? U'\0' : c, star});
        star = false;
    }
    open_end_ = star;
    is_prefix_ = star && prefix_.size() + 1 == pattern.size();
}

bool Wildcard::matches(std::string_view word) const {
    std::vector<bool> reached(steps_.size() + 1, false); // how many steps may have been taken
    reached[0] = true;
    for (std::size_t at = 0; at < word.size();) {
        const char32_t c = next_code_point(word, at);
        for (std::size_t taken = steps_.size() + 1; taken-- > 0;) {
            const bool stays =
                reached[taken] && (taken == steps_.size() ? open_end_ : steps_[taken].star);
            const bool comes = taken > 0 && reached[taken - 1] &&
                               (steps_[taken - 1].letter == 0 || steps_[taken - 1].letter == c);
            reached[taken] = stays || comes;
        }
    }
    return reached[steps_.size()];
}

} // namespace praxis::search
