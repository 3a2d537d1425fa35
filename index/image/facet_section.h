// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "schemas/library.h"
#include "schemas/publication.h"
#include "analyzers/analyzer_set.h"
#include "index/image/image.h"
#include "index/image/section_file.h"

#include <cstddef>
#include <cstdint>
#include <map>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace praxis::index {

// The exact forms of labels; whether a label has it that is shown.
using LabelForms = std::map<std::string, bool, std::less<>>;

// One facet while an image is made: its values and labels, and who has which (ImageFacet).
//
// Values are numbered as they come and put in order at the end. The label of a value is the
// commonest that publications give it, of equally common ones the first by bytes; of several that
// one publication gives, its first counts.
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

    // The exact forms of all labels, into `forms`: so that they are found as texts are.
    void add_label_forms(const analyzers::AnalyzerSet& analyzers, LabelForms& forms) const;

    // `order`: the row of each document; `lengths`: each document's length code.
    void write(SectionWriter& file,
               std::uint32_t first_section,
               std::span<const std::uint32_t> order,
               std::span<const std::uint8_t> lengths) const;

private:
    struct Label {
        std::string text;
        std::uint32_t publications = 0;
    };

    using Labels = std::vector<Label>; // of one value, as they came

    // A row that gives a value another label than the first one seen.
    struct OtherLabel {
        std::uint32_t row = 0;
        std::uint32_t value = 0; // number; ordinal once settled
        std::uint32_t label = 0; // place in Labels
    };

    void see(std::string_view value, std::string_view label, std::size_t first);
    void settle_others(std::span<const Ordinal> ordinals);
    std::uint32_t label_of(std::uint32_t row, Ordinal value) const;
    void write_other_labels(SectionWriter& file,
                            std::uint32_t first_section,
                            std::span<const std::uint32_t> order) const;
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
    std::vector<OtherLabel> others_;                         // by row, then by value once settled
    std::vector<std::uint64_t> row_ends_;
    std::vector<std::uint32_t> row_values_; // numbers; ordinals once settled

    // By ordinal, once settled.
    std::vector<const std::string*> values_;
    std::vector<const Labels*> given_;
    std::vector<const std::string*> shown_;
};

} // namespace praxis::index
