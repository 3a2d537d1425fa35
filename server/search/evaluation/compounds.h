// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "server/search/evaluation/form_lists.h"
#include "server/search/evaluation/lattice.h"
#include "server/search/layer.h"
#include "server/search/scoring/posting_cursor.h"
#include "server/search/sets/document_set.h"

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <utility>
#include <vector>

namespace praxis::search {

// How far a form reaches where it stands for a compound ("email" over "e-mail").
//
// Threads:  Thread-compatible
// Lifetime: the layer must outlive it.
class Compound {
public:
    Compound(Form form, const TextScope& scope, const Layer& layer);

    // Whether the form could be one anywhere.
    bool is_possible() const { return !pieces_.empty(); }

    // The documents that have all pieces of some way to cut it.
    DocumentSet documents() const;

    // Adds the spans of the form at a place: of each compound there, or of the one position.
    // Documents ascend from call to call.
    void add_spans(std::uint32_t document, std::uint32_t begin, std::vector<Span>& spans);

private:
    // A piece of the form that is itself a form: letters [begin, end) in bytes.
    struct Piece {
        std::size_t begin = 0;
        std::size_t end = 0;
        PostingCursor cursor;
    };

    std::vector<Piece> pieces_of(std::string_view form, const TextScope& scope) const;
    static bool stands_at(Piece& piece, std::uint32_t document, std::uint32_t position);

    const Layer& layer_;
    std::size_t length_ = 0;
    std::vector<Piece> pieces_;
    std::vector<std::pair<std::size_t, std::uint32_t>> reached_; // letters, position
};

} // namespace praxis::search
