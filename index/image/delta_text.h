// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "schemas/library.h"
#include "analyzers/analyzer_set.h"
#include "index/text_index_reader.h"

#include <cstdint>
#include <map>
#include <span>
#include <string>
#include <vector>

namespace praxis::index {

// Some publications of a commit as if they were all that it has.
//
// Their postings come from analysing them again, which gives what was indexed: reading them in
// Lucene++ would mean to read the postings of all others, too.
//
// Shapes:   documents are numbered by their place in `numbers`, their numbers in the commit.
// Errors:   as TextIndexReader.
// Threads:  Thread-safe
// Lifetime: commit and numbers must outlive it.
class DeltaText final : public TextIndexReader {
public:
    DeltaText(const TextIndexReader& commit,
              std::span<const std::uint32_t> numbers,
              const schemas::Library& library);

    std::uint32_t document_limit() const override {
        return static_cast<std::uint32_t>(numbers_.size());
    }

    std::uint32_t publication_count() const override { return document_limit(); }

    bool is_live(std::uint32_t document) const override { return document < document_limit(); }

    void visit_terms(std::string_view field,
                     std::string_view prefix,
                     const std::function<bool(std::string_view term)>& visit) const override;
    std::vector<Posting> postings(std::string_view field, std::string_view term) const override;
    void visit_postings(std::string_view field, PostingVisitor& visitor) const override;

    const std::vector<std::uint32_t>& lengths(std::string_view field) const override;

    schemas::Publication publication(std::uint32_t document) const override {
        return commit_.publication(numbers_[document]);
    }

    std::optional<std::uint32_t> document_of(std::string_view id) const override;

private:
    struct Occurrence {
        std::uint32_t document = 0;
        std::uint32_t position = 0;
    };

    using Terms = std::map<std::string, std::vector<Occurrence>, std::less<>>;

    const Terms& terms(std::string_view field) const;

    const TextIndexReader& commit_;
    std::span<const std::uint32_t> numbers_;
    std::map<std::string, Terms, std::less<>> terms_; // by field
    std::map<std::string, std::vector<std::uint32_t>, std::less<>> lengths_;
};

} // namespace praxis::index
