// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#include "corpus/html/given_names.h"

#include <algorithm>

namespace praxis::corpus {

namespace {

constexpr std::size_t max_bytes = 512; // of an attribute; longer ones were not written by people

bool is_upper(char c) {
    return c >= 'A' && c <= 'Z';
}

bool is_lower_or_digit(char c) {
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
}

std::string as_words(std::string_view name) {
    std::string words = "-";
    bool after_lower = false;
    for (const char c : name) {
        if (is_upper(c) && after_lower)
            words += '-';
        after_lower = is_lower_or_digit(c);
        if (is_upper(c))
            words += static_cast<char>(c - 'A' + 'a');
        else if (is_lower_or_digit(c))
            words += c;
        else if (words.back() != '-')
            words += '-';
    }
    if (words.back() != '-')
        words += '-';
    return words;
}

void add_names(std::vector<std::string>& names, std::string_view list) {
    constexpr std::string_view blanks = " \t\r\n\f";
    while (true) {
        const std::size_t begin = list.find_first_not_of(blanks);
        if (begin == std::string_view::npos)
            return;
        list.remove_prefix(begin);
        const std::size_t end = std::min(list.find_first_of(blanks), list.size());
        names.push_back(as_words(list.substr(0, end)));
        list.remove_prefix(end);
    }
}

} // namespace

std::vector<std::string> given_names(const HtmlNode& node) {
    std::vector<std::string> names;
    add_names(names, node.attribute("class").substr(0, max_bytes));
    add_names(names, node.attribute("id").substr(0, max_bytes));
    return names;
}

NameTable::NameTable(std::string_view words) {
    constexpr std::string_view blanks = " \n";
    for (std::size_t at = words.find_first_not_of(blanks); at != std::string_view::npos;
         at = words.find_first_not_of(blanks, at)) {
        const std::size_t end = std::min(words.find_first_of(blanks, at), words.size());
        words_.emplace_back(words.substr(at, end - at));
        at = end;
    }
    std::sort(words_.begin(), words_.end());
}

bool NameTable::matches(const std::vector<std::string>& names) const {
    return std::any_of(names.begin(), names.end(), [&](const std::string& name) {
        return matches(std::string_view(name));
    });
}

bool NameTable::matches(std::string_view name) const {
    constexpr int most_parts = 4;
    for (std::size_t begin = 1; begin < name.size(); begin = name.find('-', begin) + 1) {
        std::size_t end = begin;
        for (int parts = 0; parts < most_parts && end != name.size() - 1; ++parts) {
            end = name.find('-', end + 1);
            if (std::binary_search(words_.begin(), words_.end(), name.substr(begin, end - begin)))
                return true;
        }
    }
    return false;
}

} // namespace praxis::corpus
