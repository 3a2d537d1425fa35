// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "index/image/field_rows.h"
#include "index/image/posting_lists.h"
#include "index/image/posting_store.h"

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

namespace praxis::index {

// Puts several runs of postings together into one list in the order of an image's documents.
//
// A posting is a document with what all runs say of it: frequencies weighted and added up, fields
// joined, positions in the publication's row. The buffers are kept from one list to the next.
//
// Shapes:   documents ascend, positions ascend.
// Threads:  Thread-compatible
// Lifetime: what it is made of must outlive it; a result lasts until the next call
class ListAssembly {
public:
    struct Inputs {
        std::string_view bytes;                            // PostingStore::map
        std::span<const std::uint32_t> document_of_stored; // DocumentSection
        const FieldRows* rows = nullptr;
        std::span<const std::uint32_t> units; // by field: what an occurrence adds to a frequency
    };

    explicit ListAssembly(const Inputs& inputs) : inputs_(inputs) {}

    void add(std::uint32_t field, const PostingRun& run);

    // The list of what was added since the last call; with `weighted` false, frequencies are 1.
    std::span<const PostingInput> take(bool weighted);

private:
    // A document's occurrences in one run.
    struct Piece {
        std::uint32_t document = 0;
        std::uint32_t field = 0;
        std::uint32_t begin = 0; // in positions_
        std::uint32_t size = 0;
    };

    void sort_pieces();
    void join(std::span<const Piece> pieces, bool weighted);

    Inputs inputs_;
    bool taken_ = false;
    std::vector<Piece> pieces_;
    std::vector<Piece> sorted_;
    std::vector<std::uint32_t> positions_;
    std::vector<std::uint32_t> joined_; // positions of documents that have several pieces
    std::vector<PostingInput> postings_;
};

} // namespace praxis::index
