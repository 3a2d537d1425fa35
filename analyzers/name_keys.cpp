// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#include "analyzers/name_keys.h"

#include <algorithm>

namespace praxis::analyzers {

namespace {

std::string key_of(std::string_view name, const AnalyzerSet& analyzers, auto&& written) {
    std::string key;
    for (const Token& token : analyzers.analyze(name))
        if (token.kind == TokenKind::Word || token.kind == TokenKind::Part)
            key += (key.empty() ? "" : " ") + written(token.text);
    return key;
}

} // namespace

std::string exact_key(std::string_view name, const AnalyzerSet& analyzers) {
    return key_of(name, analyzers, [](const std::string& form) { return form; });
}

std::string stem_key(std::string_view name, const AnalyzerSet& analyzers) {
    return key_of(
        name, analyzers, [&](const std::string& form) { return analyzers.stems(form).front(); });
}

std::size_t words_in_key(std::string_view key) {
    return key.empty() ? 0 : static_cast<std::size_t>(std::ranges::count(key, ' ')) + 1;
}

} // namespace praxis::analyzers
