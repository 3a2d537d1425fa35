// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#include "index/image/form_section.h"

#include "index/image/image_sections.h"

#include <algorithm>
#include <limits>
#include <optional>
#include <utility>

namespace praxis::index {

namespace {

constexpr std::uint64_t label_place = std::uint64_t{1} << 63U;

// Walks the terms of all fields and the labels' forms together, in order.
class MergedTerms {
public:
    MergedTerms(const PostingStore& store, std::size_t fields, const LabelForms& labels)
        : store_(store), next_(fields), label_(labels.begin()), labels_end_(labels.end()) {}

    // The smallest form that is left.
    std::optional<std::string_view> peek() const {
        std::optional<std::string_view> smallest;
        if (label_ != labels_end_)
            smallest = label_->first;
        for (std::size_t field = 0; field < next_.size(); ++field)
            if (next_[field] < store_.term_count(field))
                if (const auto term = store_.term(field, next_[field]);
                    !smallest || term < *smallest)
                    smallest = term;
        return smallest;
    }

    // Whether a label that is shown has the form.
    bool take_label(std::string_view form) {
        return label_ != labels_end_ && label_->first == form && (label_++)->second;
    }

    std::optional<PostingRun> take(std::size_t field, std::string_view form) {
        if (next_[field] == store_.term_count(field) || store_.term(field, next_[field]) != form)
            return std::nullopt;
        return store_.run(field, next_[field]++);
    }

private:
    const PostingStore& store_;
    std::vector<std::uint32_t> next_; // by field
    LabelForms::const_iterator label_;
    LabelForms::const_iterator labels_end_;
};

} // namespace

FormSection::FormSection(const PostingStore& store,
                         std::size_t fields,
                         const LabelForms& label_forms) {
    MergedTerms terms(store, fields, label_forms);
    while (const auto next = terms.peek()) {
        const std::string form(*next);
        std::uint64_t places = 0;
        std::uint64_t frequency = 0;
        for (std::uint32_t field = 0; field < fields; ++field)
            if (const auto run = terms.take(field, form)) {
                places |= std::uint64_t{1} << field;
                frequency += run->occurrences;
                runs_.push_back({field, *run});
            }
        if (terms.take_label(form))
            places |= label_place;
        forms_.add(form);
        places_.push_back(places);
        frequencies_.push_back(static_cast<std::uint32_t>(
            std::min<std::uint64_t>(frequency, std::numeric_limits<std::uint32_t>::max())));
        run_offsets_.push_back(static_cast<std::uint32_t>(runs_.size()));
    }
}

void FormSection::stem(const analyzers::AnalyzerSet& analyzers) {
    std::vector<std::pair<std::string, Form>> pairs;
    stems_of_offsets_ = {0};
    for (Form form = 0; form < size(); ++form) {
        for (std::string& stem : analyzers.stems(forms_[form]))
            pairs.emplace_back(std::move(stem), form);
        stems_of_offsets_.push_back(static_cast<std::uint32_t>(pairs.size()));
    }
    std::sort(pairs.begin(), pairs.end());
    stems_of_.resize(pairs.size());
    std::vector<std::uint32_t> filled(stems_of_offsets_);
    for (std::size_t i = 0; i < pairs.size(); ++i) {
        if (i == 0 || pairs[i].first != pairs[i - 1].first) {
            stems_.add(pairs[i].first);
            stem_offsets_.push_back(stem_offsets_.back());
        }
        stems_of_[filled[pairs[i].second]++] = stems_.size() - 1;
        stem_forms_.push_back(pairs[i].second);
        ++stem_offsets_.back();
    }
}

std::vector<Form> FormSection::family(Form form) const {
    std::vector<Form> family;
    const std::uint32_t end = stems_of_offsets_[form + 1];
    for (std::uint32_t i = stems_of_offsets_[form]; i < end; ++i) {
        const std::uint32_t stem = stems_of_[i];
        family.insert(family.end(),
                      stem_forms_.begin() + stem_offsets_[stem],
                      stem_forms_.begin() + stem_offsets_[stem + 1]);
    }
    if (end - stems_of_offsets_[form] > 1) {
        std::sort(family.begin(), family.end());
        family.erase(std::unique(family.begin(), family.end()), family.end());
    }
    return family;
}

void FormSection::write(SectionWriter& file) const {
    forms_.write(file, image_section::forms);
    file.section(image_section::form_places, places_);
    file.section(image_section::form_frequencies, frequencies_);
    stems_.write(file, image_section::stems);
    file.section(image_section::stem_offsets, stem_offsets_);
    file.section(image_section::stem_forms, stem_forms_);
}

} // namespace praxis::index
