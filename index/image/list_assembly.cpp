// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#include "index/image/list_assembly.h"

#include <algorithm>
#include <array>
#include <limits>
#include <utility>

namespace praxis::index {

namespace {

constexpr std::size_t few = 256; // sorted by comparing

constexpr std::uint32_t digit_bits = 11;
constexpr std::uint32_t digits = 1U << digit_bits;

} // namespace

void ListAssembly::add(std::uint32_t field, const PostingRun& run) {
    if (std::exchange(taken_, false)) {
        pieces_.clear();
        positions_.clear();
    }
    RunReader reader(inputs_.bytes, run);
    while (reader.next()) {
        const std::uint32_t start = inputs_.rows->start(reader.stored(), field);
        pieces_.push_back({.document = inputs_.document_of_stored[reader.stored()],
                           .field = field,
                           .begin = static_cast<std::uint32_t>(positions_.size()),
                           .size = reader.size()});
        for (std::uint32_t left = reader.size(); left > 0; --left)
            positions_.push_back(start + reader.next_position());
    }
}

// By document, else as they came. Many are sorted digit by digit.
void ListAssembly::sort_pieces() {
    if (pieces_.size() < few) {
        std::stable_sort(pieces_.begin(), pieces_.end(), [](const Piece& a, const Piece& b) {
            return a.document < b.document;
        });
        return;
    }
    sorted_.resize(pieces_.size());
    const std::size_t documents = inputs_.document_of_stored.size();
    for (std::uint32_t shift = 0; documents >> shift > 0; shift += digit_bits) {
        std::array<std::uint32_t, digits> next{};
        for (const Piece& piece : pieces_)
            ++next[(piece.document >> shift) % digits];
        std::uint32_t before = 0;
        for (std::uint32_t& place : next)
            before += std::exchange(place, before);
        for (const Piece& piece : pieces_)
            sorted_[next[(piece.document >> shift) % digits]++] = piece;
        std::swap(pieces_, sorted_);
    }
}

void ListAssembly::join(std::span<const Piece> pieces, bool weighted) {
    PostingInput posting{
        .document = pieces.front().document, .frequency = 0, .fields = 0, .positions = {}};
    std::uint64_t frequency = 0;
    for (const Piece& piece : pieces) {
        frequency += std::uint64_t{inputs_.units[piece.field]} * piece.size;
        posting.fields = static_cast<std::uint16_t>(posting.fields | 1U << piece.field);
    }
    posting.frequency = static_cast<std::uint16_t>(
        weighted
            ? std::clamp<std::uint64_t>(frequency, 1, std::numeric_limits<std::uint16_t>::max())
            : 1);
    if (pieces.size() == 1) {
        posting.positions = std::span(positions_).subspan(pieces[0].begin, pieces[0].size);
    } else {
        const std::size_t begin = joined_.size();
        for (const Piece& piece : pieces)
            joined_.insert(joined_.end(),
                           positions_.begin() + piece.begin,
                           positions_.begin() + piece.begin + piece.size);
        std::sort(joined_.begin() + static_cast<std::ptrdiff_t>(begin), joined_.end());
        posting.positions = std::span(joined_).subspan(begin);
    }
    postings_.push_back(posting);
}

std::span<const PostingInput> ListAssembly::take(bool weighted) {
    postings_.clear();
    joined_.clear();
    joined_.reserve(positions_.size()); // spans look into it
    sort_pieces();
    const std::span<const Piece> all = pieces_;
    for (std::size_t begin = 0; begin < all.size();) {
        std::size_t end = begin + 1;
        while (end < all.size() && all[end].document == all[begin].document)
            ++end;
        join(all.subspan(begin, end - begin), weighted);
        begin = end;
    }
    taken_ = true;
    return postings_;
}

} // namespace praxis::index
