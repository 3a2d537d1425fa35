// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#include "server/search/synonyms/synonym_file.h"

#include "base/utf8.h"

#include <algorithm>
#include <optional>
#include <utility>

namespace praxis::search {

namespace {

constexpr std::ptrdiff_t most_words = 12;

std::vector<std::string> split(std::string_view text, char separator) {
    std::vector<std::string> pieces;
    for (std::size_t begin = 0; begin <= text.size();) {
        const std::size_t end = std::min(text.find(separator, begin), text.size());
        pieces.push_back(collapse_whitespace(text.substr(begin, end - begin)));
        begin = end + 1;
    }
    return pieces;
}

bool has_a_word(std::string_view name) {
    return std::any_of(name.begin(), name.end(), [](char c) {
        return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
               static_cast<unsigned char>(c) >= 0x80;
    });
}

std::optional<std::string> mistake_in(const std::vector<std::string>& names) {
    for (const std::string& name : names) {
        if (name.empty())
            return "a name is missing";
        if (!has_a_word(name))
            return "\"" + name + "\" has no letters or digits";
        if (std::count(name.begin(), name.end(), ' ') >= most_words)
            return "\"" + name + "\" has more than 12 words";
    }
    return std::nullopt;
}

Result<SynonymRule> parse_line(std::string_view text, int line, std::string_view path) {
    const auto wrong = [&](const std::string& reason) {
        return failure(ErrorKind::InvalidInput, reason, SourcePosition{std::string(path), line, 0});
    };
    const bool equals = text.find('=') != std::string_view::npos;
    const std::size_t arrow = text.find('>');
    if (equals == (arrow != std::string_view::npos))
        return wrong(equals ? "use \"=\" or \">\", not both in one line"
                            : "write names that stand for each other with \"=\" between them, or "
                              "a name, \">\" and what it also finds");
    SynonymRule rule;
    rule.line = line;
    if (equals)
        rule.names = split(text, '=');
    else {
        rule.names = {collapse_whitespace(text.substr(0, arrow))};
        rule.wider = split(text.substr(arrow + 1), ',');
    }
    for (const auto* names : {&rule.names, &rule.wider})
        if (const auto mistake = mistake_in(*names))
            return wrong(*mistake);
    return rule;
}

} // namespace

Result<std::vector<SynonymRule>> parse_synonyms(std::string_view text, std::string_view path) {
    std::vector<SynonymRule> rules;
    int line = 0;
    for (std::size_t begin = 0; begin < text.size();) {
        const std::size_t end = std::min(text.find('\n', begin), text.size());
        const std::string_view raw = text.substr(begin, end - begin);
        const std::string_view content = trim(raw.substr(0, raw.find('#')));
        begin = end + 1;
        ++line;
        if (!is_valid_utf8(raw))
            return failure(ErrorKind::InvalidInput,
                           "the line is not UTF-8",
                           SourcePosition{std::string(path), line, 0});
        if (content.empty())
            continue;
        auto rule = parse_line(content, line, path);
        if (!rule)
            return tl::unexpected(rule.error());
        rules.push_back(std::move(*rule));
    }
    return rules;
}

} // namespace praxis::search
