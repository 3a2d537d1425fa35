// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#include "index/image/facet_section.h"

#include "analyzers/collation.h"
#include "index/image/image.h"
#include "index/image/image_sections.h"

#include <algorithm>
#include <charconv>

namespace praxis::index {

namespace {

// Visits every level of a path: the path so far, and its number from 0.
template <typename Visit>
void each_level(std::string_view path, Visit&& visit) {
    std::size_t level = 0;
    for (std::size_t end = path.find('/');; end = path.find('/', end + 1)) {
        visit(path.substr(0, end), level++);
        if (end == std::string_view::npos)
            return;
    }
}

std::int32_t number_of(std::string_view value) {
    std::int32_t number = 0;
    const auto [end, error] = std::from_chars(value.data(), value.data() + value.size(), number);
    return error == std::errc() && end == value.data() + value.size() ? number : no_number;
}

// Which values each document has.
struct DocumentValues {
    std::span<const std::uint64_t> offsets; // by document, one more than there are
    std::span<const Ordinal> values;
    std::span<const std::uint32_t> totals; // by value
};

// The documents of each value as posting lists.
void write_value_lists(SectionWriter& file,
                       std::uint32_t first_section,
                       const DocumentValues& of,
                       std::span<const std::uint8_t> lengths) {
    std::vector<std::uint64_t> ends(of.totals.size());
    std::uint64_t end = 0;
    for (std::size_t value = 0; value < ends.size(); ++value) {
        ends[value] = end;
        end += of.totals[value];
    }
    std::vector<std::uint32_t> documents(of.values.size());
    for (std::uint32_t document = 0; document + 1 < of.offsets.size(); ++document)
        for (std::uint64_t at = of.offsets[document]; at < of.offsets[document + 1]; ++at)
            documents[ends[of.values[at]]++] = document;
    PostingListsWriter lists(file, first_section, lengths, false);
    std::vector<PostingInput> postings;
    for (std::size_t value = 0; value < ends.size(); ++value) {
        postings.clear();
        for (std::uint64_t at = ends[value] - of.totals[value]; at < ends[value]; ++at)
            postings.push_back(
                {.document = documents[at], .frequency = 1, .fields = 0, .positions = {}});
        lists.add(postings);
    }
    lists.finish();
}

StringTableWriter table_of(const std::vector<const std::string*>& texts) {
    StringTableWriter table;
    for (const std::string* text : texts)
        table.add(*text);
    return table;
}

} // namespace

void FacetSection::add(const schemas::Publication& publication) {
    const auto first = static_cast<std::ptrdiff_t>(row_values_.size());
    for (const schemas::Term& term : schemas::facet_terms(publication, *facet_)) {
        if (facet_->shape != schemas::FacetShape::Hierarchical)
            see(term.value, term.label(), static_cast<std::size_t>(first));
        else
            each_level(term.value, [&](std::string_view path, std::size_t level) {
                see(path,
                    level < term.labels.size() ? std::string_view(term.labels[level]) : path,
                    static_cast<std::size_t>(first));
            });
    }
    row_ends_.push_back(row_values_.size());
}

// `first`: where the row's values begin.
void FacetSection::see(std::string_view value, std::string_view label, std::size_t first) {
    const auto next = static_cast<std::uint32_t>(numbers_.size());
    const std::uint32_t number = numbers_.try_emplace(std::string(value), next).first->second;
    if (number == labels_.size())
        labels_.emplace_back();
    if (std::ranges::find(row_values_.begin() + static_cast<std::ptrdiff_t>(first),
                          row_values_.end(),
                          number) != row_values_.end())
        return;
    row_values_.push_back(number);
    Labels& labels = labels_[number];
    auto known = std::ranges::find(labels, label, &Label::text);
    if (known == labels.end())
        known = labels.insert(known, {std::string(label), 0});
    ++known->publications;
    if (known != labels.begin())
        others_.push_back({.row = static_cast<std::uint32_t>(row_ends_.size()),
                           .value = number,
                           .label = static_cast<std::uint32_t>(known - labels.begin())});
}

void FacetSection::settle_others(std::span<const Ordinal> ordinals) {
    for (OtherLabel& other : others_)
        other.value = ordinals[other.value];
    std::ranges::sort(
        others_, {}, [](const OtherLabel& other) { return std::pair(other.row, other.value); });
}

// Which of the value's labels the row gives it.
std::uint32_t FacetSection::label_of(std::uint32_t row, Ordinal value) const {
    const std::pair wanted(row, value);
    const auto found = std::ranges::lower_bound(others_, wanted, {}, [](const OtherLabel& other) {
        return std::pair(other.row, other.value);
    });
    return found != others_.end() && std::pair(found->row, found->value) == wanted ? found->label
                                                                                   : 0;
}

void FacetSection::settle() {
    std::vector<std::pair<const std::string*, std::uint32_t>> values;
    for (const auto& [value, number] : numbers_)
        values.emplace_back(&value, number);
    std::sort(values.begin(), values.end(), [](const auto& left, const auto& right) {
        return *left.first < *right.first;
    });
    std::vector<Ordinal> ordinals(values.size());
    for (const auto& [value, number] : values) {
        ordinals[number] = static_cast<Ordinal>(values_.size());
        values_.push_back(value);
        given_.push_back(&labels_[number]);
        shown_.push_back(
            &std::ranges::max_element(labels_[number], [](const Label& a, const Label& b) {
                 return a.publications != b.publications ? a.publications < b.publications
                                                         : a.text > b.text;
             })->text);
    }
    settle_others(ordinals);
    for (std::uint32_t& value : row_values_)
        value = ordinals[value];
    std::uint64_t begin = 0;
    for (const std::uint64_t end : row_ends_) {
        std::sort(row_values_.begin() + static_cast<std::ptrdiff_t>(begin),
                  row_values_.begin() + static_cast<std::ptrdiff_t>(end));
        begin = end;
    }
}

void FacetSection::add_label_forms(const analyzers::AnalyzerSet& analyzers,
                                   LabelForms& forms) const {
    for (Ordinal value = 0; value < values_.size(); ++value)
        for (const Label& label : *given_[value])
            for (analyzers::Token& token : analyzers.analyze(label.text))
                if (token.kind != analyzers::TokenKind::YearInRange)
                    forms[std::move(token.text)] |= &label.text == shown_[value];
}

std::vector<Ordinal> FacetSection::parents() const {
    std::vector<Ordinal> parents(values_.size(), no_ordinal);
    if (facet_->shape != schemas::FacetShape::Hierarchical)
        return parents;
    for (std::size_t i = 0; i < values_.size(); ++i) {
        const std::size_t slash = values_[i]->rfind('/');
        if (slash == std::string::npos)
            continue;
        const auto parent =
            std::lower_bound(values_.begin(),
                             values_.end(),
                             values_[i]->substr(0, slash),
                             [](const std::string* a, const std::string& b) { return *a < b; });
        parents[i] = static_cast<Ordinal>(parent - values_.begin());
    }
    return parents;
}

std::vector<std::uint32_t> FacetSection::label_ranks() const {
    std::vector<std::pair<std::string, Ordinal>> keys;
    for (const std::string* label : shown_)
        keys.emplace_back(analyzers::sort_key(*label), static_cast<Ordinal>(keys.size()));
    std::sort(keys.begin(), keys.end());
    std::vector<std::uint32_t> ranks(keys.size());
    std::uint32_t rank = 1;
    for (std::size_t i = 0; i < keys.size(); ++i) {
        rank += i > 0 && keys[i].first != keys[i - 1].first ? 2 : 0;
        ranks[keys[i].second] = rank;
    }
    return ranks;
}

std::vector<std::int32_t> FacetSection::numbers() const {
    std::vector<std::int32_t> numbers;
    if (facet_->shape == schemas::FacetShape::Range)
        for (const std::string* value : values_)
            numbers.push_back(number_of(*value));
    return numbers;
}

void FacetSection::write(SectionWriter& file,
                         std::uint32_t first_section,
                         std::span<const std::uint32_t> order,
                         std::span<const std::uint8_t> lengths) const {
    table_of(values_).write(file, first_section + image_section::facet_values);
    table_of(shown_).write(file, first_section + image_section::facet_labels);
    file.section(first_section + image_section::facet_parents, parents());
    file.section(first_section + image_section::facet_label_ranks, label_ranks());
    file.section(first_section + image_section::facet_numbers, numbers());
    write_documents(file, first_section, order, lengths);
    write_other_labels(file, first_section, order);
}

// The labels that are not shown, each with the documents that give it.
void FacetSection::write_other_labels(SectionWriter& file,
                                      std::uint32_t first_section,
                                      std::span<const std::uint32_t> order) const {
    using Key = std::pair<Ordinal, std::string_view>;
    std::map<Key, std::vector<std::uint32_t>> others;
    for (std::uint32_t document = 0; document < order.size(); ++document) {
        const std::uint32_t row = order[document];
        for (std::uint64_t at = row == 0 ? 0 : row_ends_[row - 1]; at < row_ends_[row]; ++at)
            if (const Ordinal value = row_values_[at]; given_[value]->size() > 1)
                if (const Label& label = (*given_[value])[label_of(row, value)];
                    &label.text != shown_[value])
                    others[{value, label.text}].push_back(document);
    }
    StringTableWriter labels;
    std::vector<Ordinal> values;
    std::vector<std::uint32_t> offsets = {0};
    std::vector<std::uint32_t> documents;
    for (const auto& [key, giving] : others) {
        values.push_back(key.first);
        labels.add(key.second);
        documents.insert(documents.end(), giving.begin(), giving.end());
        offsets.push_back(static_cast<std::uint32_t>(documents.size()));
    }
    labels.write(file, first_section + image_section::facet_other_labels);
    file.section(first_section + image_section::facet_other_values, values);
    file.section(first_section + image_section::facet_other_offsets, offsets);
    file.section(first_section + image_section::facet_other_documents, documents);
}

void FacetSection::write_documents(SectionWriter& file,
                                   std::uint32_t first_section,
                                   std::span<const std::uint32_t> order,
                                   std::span<const std::uint8_t> lengths) const {
    std::vector<std::uint64_t> offsets = {0};
    std::vector<Ordinal> values;
    std::vector<std::uint32_t> totals(values_.size());
    values.reserve(row_values_.size());
    for (const std::uint32_t row : order) {
        for (std::uint64_t at = row == 0 ? 0 : row_ends_[row - 1]; at < row_ends_[row]; ++at) {
            values.push_back(row_values_[at]);
            ++totals[row_values_[at]];
        }
        offsets.push_back(values.size());
    }
    file.section(first_section + image_section::facet_totals, totals);
    file.section(first_section + image_section::facet_document_offsets, offsets);
    file.section(first_section + image_section::facet_document_values, values);
    write_value_lists(file,
                      first_section + image_section::facet_documents,
                      {.offsets = offsets, .values = values, .totals = totals},
                      lengths);
}

} // namespace praxis::index
