// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#include "index/entry.h"

#include "base/fingerprint.h"
#include "base/utf8.h"
#include "schemas/publication_json.h"
#include "index/compression.h"

#include <algorithm>

namespace praxis::index {

namespace {

using analyzers::Token;
using analyzers::TokenKind;

constexpr std::size_t max_token_code_points = 255; // Lucene++ drops terms above 16,383 in silence
constexpr int stored_level = 3;

bool counts_for_length(const Token& token) {
    return token.kind != TokenKind::Joined && token.kind != TokenKind::YearInRange;
}

// Appends one value's tokens from position `base` on; returns the position behind them.
std::uint32_t append_value(IndexedField& field, std::vector<Token> tokens, std::uint32_t base) {
    std::uint32_t behind = base;
    for (Token& token : tokens) {
        field.length += counts_for_length(token) ? 1 : 0;
        behind = std::max(behind, base + token.position + 1);
        if (token.text.size() > max_token_code_points)
            token.text = first_code_points(token.text, max_token_code_points);
        field.tokens.push_back({std::move(token.text), base + token.position});
    }
    return behind;
}

IndexedField indexed_field(const schemas::Field& field,
                           const schemas::Publication& publication,
                           const analyzers::AnalyzerSet& analyzers) {
    IndexedField indexed{.name = field.name, .tokens = {}, .length = 0};
    std::uint32_t base = 0;
    for (const std::string_view text : schemas::field_texts(publication, field)) {
        const std::uint32_t behind = append_value(indexed, analyzers.analyze(text), base);
        if (behind > base)
            base = behind + field_gap;
    }
    return indexed;
}

} // namespace

std::uint64_t fingerprint_of(const schemas::Publication& publication) {
    return praxis::fingerprint_of(schemas::publication_to_json(publication));
}

Entry make_entry(schemas::Publication publication,
                 const schemas::Library& library,
                 const analyzers::AnalyzerSet& analyzers) {
    Entry entry;
    for (const schemas::Field& field : library.fields)
        if (IndexedField indexed = indexed_field(field, publication, analyzers);
            !indexed.tokens.empty())
            entry.fields.push_back(std::move(indexed));
    const std::string json = schemas::publication_to_json(publication);
    entry.stored = compress(json, stored_level);
    entry.fingerprint = praxis::fingerprint_of(json);
    entry.publication = std::move(publication);
    return entry;
}

} // namespace praxis::index
