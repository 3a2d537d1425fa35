// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "schemas/library.h"
#include "schemas/publication.h"
#include "analyzers/analyzer_set.h"
#include "index/image/section_file.h"

#include <cstddef>
#include <cstdint>
#include <map>
#include <set>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace praxis::index {

// One facet while an image is made: its values and labels, and who has which (ImageFacet).
//
// Values are numbered as they come and put in order at the end. The label of a value is the
// commonest that publications give it, of equally common ones the first by bytes.
//
// Shapes:   rows as in DocumentSection.
// Threads:  Thread-compatible
// Lifetime: the facet must outlive it
class FacetSection {
public:
    explicit FacetSection(const schemas::Facet& facet) : facet_(&facet) {}

    void add(const schemas::Publication& publication);

    // Orders values and chooses labels; nothing may be added afterwards.
    void settle();

    // The exact forms of the labels, into `forms`: so that they are found as texts are.
    void add_label_forms(const analyzers::AnalyzerSet& analyzers,
                         std::set<std::string, std::less<>>& forms) const;

    // `order`: the row of each document; `lengths`: each document's length code.
    void write(SectionWriter& file,
               std::uint32_t first_section,
               std::span<const std::uint32_t> order,
               std::span<const std::uint8_t> lengths) const;

private:
    using Labels = std::map<std::string, std::uint32_t, std::less<>>; // label → how often

    void see(std::string_view value, std::string_view label);
    std::vector<std::uint32_t> parents() const;
    std::vector<std::uint32_t> label_ranks() const;
    std::vector<std::int32_t> numbers() const;
    void write_documents(SectionWriter& file,
                         std::uint32_t first_section,
                         std::span<const std::uint32_t> order,
                         std::span<const std::uint8_t> lengths) const;

    const schemas::Facet* facet_;
    std::unordered_map<std::string, std::uint32_t> numbers_; // value → its number
    std::vector<Labels> labels_;                             // by number
    std::vector<std::uint64_t> row_ends_;
    std::vector<std::uint32_t> row_values_; // numbers; ordinals once settled

    // By ordinal, once settled.
    std::vector<const std::string*> values_;
    std::vector<const std::string*> shown_;
};

} // namespace praxis::index
