// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#include "base/utf8.h"
#include "analyzers/embedded_text.h"

#include <cstddef>

namespace praxis::analyzers {

namespace {

// What stands in front of `separator`; `rest` moves behind it.
std::string_view cut_front(std::string_view& rest, char separator) {
    const std::size_t end = rest.find(separator);
    const std::string_view front = rest.substr(0, end);
    rest.remove_prefix(end == std::string_view::npos ? rest.size() : end + 1);
    return front;
}

} // namespace

std::vector<std::string_view> data_lines(std::string_view name) {
    std::vector<std::string_view> lines;
    for (std::string_view rest = embedded_text(name); !rest.empty();) {
        std::string_view line = cut_front(rest, '\n');
        line = trim(cut_front(line, '#'));
        if (!line.empty())
            lines.push_back(line);
    }
    return lines;
}

std::vector<std::string_view> words_of(std::string_view line) {
    std::vector<std::string_view> words;
    while (!line.empty())
        if (const std::string_view word = cut_front(line, ' '); !word.empty())
            words.push_back(word);
    return words;
}

} // namespace praxis::analyzers
