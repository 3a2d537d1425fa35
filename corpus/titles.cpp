// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#include "corpus/titles.h"

#include "base/utf8.h"
#include "corpus/formats/markdown_text.h"
#include "corpus/html_text.h"

#include <algorithm>

namespace praxis::corpus {

namespace {

std::string_view stem_of(std::string_view path) {
    const std::string_view name = path.substr(path.rfind('/') + 1);
    const std::size_t dot = name.rfind('.');
    return dot == std::string_view::npos || dot == 0 ? name : name.substr(0, dot);
}

std::string_view name_of_place(std::string_view path) {
    const std::string stem = to_lower_ascii(stem_of(path));
    const std::size_t folder = path.rfind('/');
    if (folder != std::string_view::npos &&
        (stem == "index" || stem == "_index" || stem == "readme"))
        return path.substr(0, folder).substr(path.substr(0, folder).rfind('/') + 1);
    return stem_of(path);
}

// The name without a date in front, its hyphens as blanks, the first letter a capital.
std::string readable_file_name(std::string_view path) {
    std::string_view name = name_of_place(path);
    const std::size_t begin = std::min(name.find_first_not_of("0123456789-_. "), name.size());
    if (begin >= 4)
        name.remove_prefix(begin);
    std::string words(name);
    std::replace_if(
        words.begin(), words.end(), [](char c) { return c == '-' || c == '_'; }, ' ');
    words = collapse_whitespace(words);
    if (!words.empty() && words[0] >= 'a' && words[0] <= 'z')
        words[0] = static_cast<char>(words[0] - 'a' + 'A');
    return words;
}

// Whether a file name says anything: it has a word of three letters that is no number in disguise.
bool says_something(std::string_view name) {
    std::size_t letters = 0;
    std::size_t digits = 0;
    std::size_t run = 0;
    std::size_t longest = 0;
    for (const char c : name) {
        const bool digit = c >= '0' && c <= '9';
        const bool letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c & 0x80) != 0;
        digits += digit ? 1 : 0;
        letters += letter ? 1 : 0;
        run = letter ? run + 1 : 0;
        longest = std::max(longest, run);
    }
    return longest >= 3 && letters > digits;
}

// The first sentence, or as many of its words as a title bears.
std::string opening_of(const std::vector<schemas::Passage>& passages) {
    constexpr std::size_t longest = 90;
    const auto found = std::find_if(passages.begin(), passages.end(), [](const auto& passage) {
        return !passage.text.empty();
    });
    if (found == passages.end())
        return {};
    std::string_view text = std::string_view(found->text).substr(0, found->text.find('\n'));
    for (const std::string_view end : {". ", "? ", "! "})
        text = text.substr(0, text.find(end));
    const std::string_view head = first_code_points(text, longest);
    if (head.size() == text.size())
        return std::string(head);
    return std::string(head.substr(0, head.rfind(' '))) + "\u2026";
}

// A heading of the first level, or one that next to no text goes before.
bool may_be_title(const std::vector<schemas::Passage>& passages, std::size_t at) {
    constexpr std::size_t short_text = 300;
    const schemas::Passage& passage = passages[at];
    return !passage.heading.empty() &&
           (passage.level == 1 || at == 0 ||
            (at == 1 && passages[0].heading.empty() && passages[0].text.size() <= short_text));
}

} // namespace

FoundTitle
find_title(const std::vector<schemas::Passage>& passages, std::string_view path, bool alone) {
    for (std::size_t i = 0; i < passages.size(); ++i)
        if (may_be_title(passages, i))
            return {passages[i].heading, FoundTitle::Origin::Heading};
    std::string name = readable_file_name(path);
    if (alone && says_something(name_of_place(path)))
        return {std::move(name), FoundTitle::Origin::FileName};
    if (std::string opening = opening_of(passages); !opening.empty())
        return {std::move(opening), FoundTitle::Origin::Opening};
    return {name.empty() ? std::string(stem_of(path)) : std::move(name),
            FoundTitle::Origin::FileName};
}

void drop_repeated_title(std::vector<schemas::Passage>& passages, std::string_view title) {
    if (passages.empty() || to_lower_ascii(passages.front().heading) != to_lower_ascii(title))
        return;
    passages.front().heading.clear();
    passages.front().anchor.clear();
    passages.front().level = 0;
    if (passages.front().text.empty())
        passages.erase(passages.begin());
}

std::string plain_line(std::string_view written) {
    const std::string text = markdown_to_plain_text(written);
    if (text.find_first_of("<&") == std::string::npos)
        return collapse_whitespace(text);
    return collapse_whitespace(html_to_plain_text(text));
}

} // namespace praxis::corpus
