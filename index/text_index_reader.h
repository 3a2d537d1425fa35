// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "base/result.h"
#include "schemas/publication.h"

#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace praxis::index {

// One commit of the Lucene++ index, read only, in UTF-8 and plain values.
//
// Documents are numbered 0 … document_limit() - 1 inside this commit; numbers mean nothing in
// another one. Deleted documents never show.
//
// Errors:   Corrupt when the index does not read back.
// Threads:  Thread-safe
// Lifetime: kept alive by the Generation that opened it (generation.h)

struct Posting {
    std::uint32_t document = 0;
    std::vector<std::uint32_t> positions; // ascending; its size is the term frequency
};

// Is told the postings of a field, term by term (TextIndexReader::visit_postings).
class PostingVisitor {
public:
    virtual ~PostingVisitor() = default;

    // The next term; what follows is its.
    virtual void term(std::string_view text) = 0;

    // Positions ascend; they are gone after the call.
    virtual void posting(std::uint32_t document, std::span<const std::uint32_t> positions) = 0;
};

class TextIndexReader {
public:
    virtual ~TextIndexReader() = default;

    virtual std::uint32_t document_limit() const = 0;
    virtual std::uint32_t publication_count() const = 0;
    virtual bool is_live(std::uint32_t document) const = 0;

    // The exact forms of a field that begin with `prefix`, in code point order, until `visit`
    // returns false.
    virtual void visit_terms(std::string_view field,
                             std::string_view prefix,
                             const std::function<bool(std::string_view term)>& visit) const = 0;

    // The live documents in which the exact form stands in the field, ascending.
    virtual std::vector<Posting> postings(std::string_view field, std::string_view term) const = 0;

    // Every exact form of a field in code point order, each with its postings as `postings` gives
    // them, in one pass over the field: for who reads them all.
    virtual void visit_postings(std::string_view field, PostingVisitor& visitor) const;

    // The IndexedField::length of every document in that field, 0 where it has none.
    virtual const std::vector<std::uint32_t>& lengths(std::string_view field) const = 0;

    virtual schemas::Publication publication(std::uint32_t document) const = 0;

    virtual std::optional<std::uint32_t> document_of(std::string_view id) const = 0;

    // Opens the commit of that name (Manifest::commit) in a folder of Lucene++ files. It takes no
    // lease: whoever opens sees to it that the files stay.
    static Result<std::shared_ptr<const TextIndexReader>> open(const std::filesystem::path& folder,
                                                               const std::string& commit);
};

} // namespace praxis::index
