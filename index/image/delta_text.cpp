// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#include "index/image/delta_text.h"

#include "index/entry.h"

#include <algorithm>

namespace praxis::index {

namespace {

// Hands out occurrences, which ascend, document by document.
void visit_documents(const auto& occurrences, const auto& visit) {
    std::vector<std::uint32_t> positions;
    for (auto at = occurrences.begin(); at != occurrences.end();) {
        const std::uint32_t document = at->document;
        positions.clear();
        for (; at != occurrences.end() && at->document == document; ++at)
            positions.push_back(at->position);
        visit(document, positions);
    }
}

} // namespace

DeltaText::DeltaText(const TextIndexReader& commit,
                     std::span<const std::uint32_t> numbers,
                     const schemas::Library& library)
    : commit_(commit), numbers_(numbers) {
    const analyzers::AnalyzerSet analyzers(library);
    for (const schemas::Field& field : library.fields)
        lengths_[field.name].resize(numbers.size());
    for (std::uint32_t document = 0; document < numbers.size(); ++document)
        for (const IndexedField& field :
             make_entry(commit.publication(numbers[document]), library, analyzers).fields) {
            lengths_[field.name][document] = field.length;
            Terms& terms = terms_[field.name];
            for (const IndexedToken& token : field.tokens)
                terms[token.text].push_back({document, token.position});
        }
}

const DeltaText::Terms& DeltaText::terms(std::string_view field) const {
    static const Terms none;
    const auto found = terms_.find(field);
    return found == terms_.end() ? none : found->second;
}

void DeltaText::visit_terms(std::string_view field,
                            std::string_view prefix,
                            const std::function<bool(std::string_view term)>& visit) const {
    const Terms& all = terms(field);
    for (auto term = all.lower_bound(prefix); term != all.end() && term->first.starts_with(prefix);
         ++term)
        if (!visit(term->first))
            return;
}

std::vector<Posting> DeltaText::postings(std::string_view field, std::string_view term) const {
    std::vector<Posting> found;
    if (const auto known = terms(field).find(term); known != terms(field).end())
        visit_documents(known->second, [&](std::uint32_t document, const auto& positions) {
            found.push_back({document, positions});
        });
    return found;
}

void DeltaText::visit_postings(std::string_view field, PostingVisitor& visitor) const {
    for (const auto& [term, occurrences] : terms(field)) {
        visitor.term(term);
        visit_documents(occurrences, [&](std::uint32_t document, const auto& positions) {
            visitor.posting(document, positions);
        });
    }
}

const std::vector<std::uint32_t>& DeltaText::lengths(std::string_view field) const {
    return lengths_.find(field)->second;
}

std::optional<std::uint32_t> DeltaText::document_of(std::string_view id) const {
    const auto number = commit_.document_of(id);
    const auto found = std::ranges::find(numbers_, number);
    return found == numbers_.end()
               ? std::nullopt
               : std::optional(static_cast<std::uint32_t>(found - numbers_.begin()));
}

} // namespace praxis::index
