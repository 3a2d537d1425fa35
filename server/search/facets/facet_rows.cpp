// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#include "server/search/facets/facet_rows.h"

#include <algorithm>

// Each slot has counters of its own, so that no increment waits for the one before it, and an empty
// slot counts up a counter that nobody reads.

namespace praxis::search {

namespace {

constexpr std::size_t slots_a_word = 8;
constexpr std::size_t counters_a_slot = 256;
constexpr std::uint8_t no_value = counters_a_slot - 1;

constexpr std::size_t counters_a_word = slots_a_word * counters_a_slot;

std::size_t most_values_of_a_document(const FacetColumn& column, std::uint32_t documents) {
    std::size_t most = 0;
    for (std::uint32_t document = 0; document < documents; ++document)
        most = std::max(most, column.of(document).size());
    return most;
}

void count_word(std::uint64_t word, std::uint32_t* counters) {
    for (std::size_t slot = 0; slot < slots_a_word; ++slot)
        ++counters[slot * counters_a_slot + (word >> (8 * slot) & 0xFFU)];
}

} // namespace

FacetRows::FacetRows(const std::vector<FacetColumn>& columns, std::uint32_t documents) {
    for (const FacetColumn& column : columns) {
        slots_.emplace_back();
        if (column.size() > no_value)
            continue;
        if (const std::size_t count = most_values_of_a_document(column, documents);
            count <= slots_a_word)
            slots_.back() = {0, count, column.size()};
    }
    lay_out();
    words_.assign(words_a_row_ * documents, ~std::uint64_t{0});
    for (std::size_t facet = 0; facet < columns.size(); ++facet)
        if (slots_[facet])
            fill(columns[facet], *slots_[facet]);
}

// Those with the fewest slots first, and no facet in two words: few words are read for few facets.
void FacetRows::lay_out() {
    std::vector<std::size_t> order = facets();
    std::ranges::stable_sort(order, {}, [&](std::size_t facet) { return slots_[facet]->count; });
    std::size_t end = 0;
    for (const std::size_t facet : order) {
        Slots& slots = *slots_[facet];
        if (end % slots_a_word + slots.count > slots_a_word)
            end = (end / slots_a_word + 1) * slots_a_word;
        slots.first = end;
        end += slots.count;
    }
    words_a_row_ = (end + slots_a_word - 1) / slots_a_word;
}

void FacetRows::fill(const FacetColumn& column, const Slots& slots) {
    for (std::size_t row = 0; row * words_a_row_ < words_.size(); ++row) {
        std::size_t slot = slots.first;
        for (const Ordinal value : column.of(static_cast<std::uint32_t>(row))) {
            std::uint64_t& word = words_[row * words_a_row_ + slot / slots_a_word];
            const std::size_t shift = slot++ % slots_a_word * 8;
            word ^= std::uint64_t{value ^ no_value} << shift;
        }
    }
}

// Those in which the facets have slots.
std::vector<std::size_t> FacetRows::words_of(std::span<const std::size_t> facets) const {
    std::vector<std::size_t> words;
    for (const std::size_t facet : facets)
        if (slots_[facet]->count > 0)
            words.push_back(slots_[facet]->first / slots_a_word);
    std::ranges::sort(words);
    words.erase(std::unique(words.begin(), words.end()), words.end());
    return words;
}

std::vector<std::size_t> FacetRows::facets() const {
    std::vector<std::size_t> facets;
    for (std::size_t facet = 0; facet < slots_.size(); ++facet)
        if (has(facet))
            facets.push_back(facet);
    return facets;
}

std::vector<std::vector<std::uint32_t>> FacetRows::count(std::span<const std::size_t> facets,
                                                         const DocumentSet& documents,
                                                         const Deadline& deadline) const {
    const std::vector<std::size_t> words = words_of(facets);
    std::vector<std::uint32_t> counters(words_a_row_ * counters_a_word);
    constexpr std::uint32_t stretch = 1U << 16U;
    for (std::uint32_t begin = 0; begin < documents.limit() && !deadline.passed();) {
        const std::uint32_t end = begin + std::min(stretch, documents.limit() - begin);
        documents.for_each(begin, end, [&](std::uint32_t document) {
            const std::uint64_t* row = words_.data() + document * words_a_row_;
            for (const std::size_t word : words)
                count_word(row[word], counters.data() + word * counters_a_word);
        });
        begin = end;
    }
    std::vector<std::vector<std::uint32_t>> counts;
    for (const std::size_t facet : facets)
        counts.push_back(added_up(*slots_[facet], counters));
    return counts;
}

// A facet's counts: the sums over its slots.
std::vector<std::uint32_t> FacetRows::added_up(const Slots& slots,
                                               std::span<const std::uint32_t> counters) const {
    std::vector<std::uint32_t> counts(slots.values);
    for (std::size_t slot = slots.first; slot < slots.first + slots.count; ++slot)
        for (std::size_t value = 0; value < counts.size(); ++value)
            counts[value] += counters[slot * counters_a_slot + value];
    return counts;
}

} // namespace praxis::search
