// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#include "corpus/phrases.h"

#include "base/utf8.h"

#include <algorithm>

namespace praxis::corpus {

namespace {

bool is_letter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
           static_cast<unsigned char>(c) >= 0x80;
}

std::size_t separator_length(std::string_view text,
                             const std::vector<std::string_view>& separators) {
    for (const std::string_view separator : separators)
        if (text.starts_with(separator))
            return separator.size();
    return 0;
}

} // namespace

bool is_listed(std::string_view phrase, std::string_view list) {
    if (phrase.empty())
        return false;
    for (std::size_t at = list.find(phrase); at != std::string_view::npos;
         at = list.find(phrase, at + 1)) {
        const std::size_t end = at + phrase.size();
        if ((at == 0 || list[at - 1] == '|') && (end == list.size() || list[end] == '|'))
            return true;
    }
    return false;
}

std::vector<std::string_view> split_list(std::string_view list) {
    return split_at(list, {"|"});
}

bool cut_front(std::string_view& text, std::string_view list) {
    const std::string lower = to_lower_ascii(text.substr(0, 40));
    for (const std::string_view phrase : split_list(list)) {
        if (!lower.starts_with(phrase))
            continue;
        const std::string_view rest = text.substr(phrase.size());
        if (!rest.empty() && is_letter(rest.front()))
            continue;
        text = trim(rest);
        if (text.starts_with(':'))
            text = trim(text.substr(1));
        return true;
    }
    return false;
}

std::vector<std::string_view> split_at(std::string_view text,
                                       const std::vector<std::string_view>& separators) {
    std::vector<std::string_view> pieces;
    const auto add = [&](std::string_view piece) {
        if (piece = trim(piece); !piece.empty())
            pieces.push_back(piece);
    };
    std::size_t begin = 0;
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t length = separator_length(text.substr(at), separators);
        if (length > 0)
            add(text.substr(begin, at - begin));
        at += std::max<std::size_t>(length, 1);
        if (length > 0)
            begin = at;
    }
    add(text.substr(begin));
    return pieces;
}

std::vector<std::string_view> words_of(std::string_view text) {
    return split_at(text, {" "});
}

} // namespace praxis::corpus
