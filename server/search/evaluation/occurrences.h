// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "index/text_index_reader.h"
#include "server/search/columns/dictionary.h"
#include "server/search/evaluation/deadline.h"
#include "server/search/evaluation/lattice.h"

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <vector>

namespace praxis::search {

// Where words stand in one field, document by document.
//
// Shapes:   documents ascend; the spans of a document ascend, each once.
// Threads:  Thread-compatible
class Occurrences {
public:
    struct At {
        std::uint32_t document = 0;
        Span span;

        auto operator<=>(const At&) const = default;
    };

    Occurrences() = default;
    explicit Occurrences(std::vector<At> places); // in any order

    const std::vector<std::uint32_t>& documents() const { return documents_; }

    // Empty where the document has none.
    std::span<const Span> of(std::uint32_t document) const;

private:
    std::vector<std::uint32_t> documents_;
    std::vector<std::size_t> offsets_{0};
    std::vector<Span> spans_;
};

// What a generation is read through here.
struct FieldReader {
    const index::TextIndexReader& text;
    const Dictionary& dictionary;
    std::string field;
    std::size_t place = 0; // of the field in the library
    schemas::FieldAnalyzer analyzer = schemas::FieldAnalyzer::Text;
};

// The occurrences of an edge's words. With `ends`, a word that stands for a compound ("email"
// over "e-mail") covers the compound's positions; else every span is one position long.
Occurrences read_occurrences(const FieldReader& reader,
                             const FormSet& forms,
                             bool ends,
                             const Deadline& deadline);

} // namespace praxis::search
