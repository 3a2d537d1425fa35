// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "schemas/library.h"
#include "analyzers/analyzer_set.h"
#include "index/image/facet_section.h"
#include "index/image/image.h"
#include "index/image/posting_store.h"
#include "index/image/section_file.h"

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace praxis::index {

// The dictionary of an image while it is made: every exact form, where it stands, and the stems.
//
// Shapes:   forms and stems as image.h says.
// Threads:  Thread-compatible
class FormSection {
public:
    // A form's postings in one field.
    struct FieldRun {
        std::uint32_t field = 0;
        PostingRun run;
    };

    // Merges the fields' terms with the forms of labels. Forms of labels that are not shown stand
    // nowhere: they are there so that a delta can show these.
    FormSection(const PostingStore& store, std::size_t fields, const LabelForms& label_forms);

    // Derives the stems.
    void stem(const analyzers::AnalyzerSet& analyzers);

    std::uint32_t size() const { return static_cast<std::uint32_t>(places_.size()); }

    std::string_view text(Form form) const { return forms_[form]; }

    // Its occurrences in all texts.
    std::uint32_t frequency(Form form) const { return frequencies_[form]; }

    // By field, ascending.
    std::span<const FieldRun> runs(Form form) const {
        return std::span(runs_).subspan(run_offsets_[form],
                                        run_offsets_[form + 1] - run_offsets_[form]);
    }

    // The forms that share a stem with this one, itself included; ascending.
    std::vector<Form> family(Form form) const;

    void write(SectionWriter& file) const;

private:
    StringTableWriter forms_;
    std::vector<std::uint64_t> places_;
    std::vector<std::uint32_t> frequencies_;
    std::vector<std::uint32_t> run_offsets_ = {0};
    std::vector<FieldRun> runs_;

    StringTableWriter stems_;
    std::vector<std::uint32_t> stem_offsets_ = {0};
    std::vector<Form> stem_forms_;
    std::vector<std::uint32_t> stems_of_offsets_; // by form
    std::vector<std::uint32_t> stems_of_;
};

} // namespace praxis::index
