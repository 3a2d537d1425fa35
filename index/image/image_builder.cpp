// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

// From a Lucene++ commit to an image, in the order in which things can be known:
//
//   1. every publication is read: ids, dates, facets; that gives the order of the documents;
//      beside it, in a second thread, every posting is read into a temporary store
//   2. labels give their forms, the store its terms: together the dictionary, and its stems
//   3. lengths and columns are written
//   4. each list is put together from the store in the order of the documents
//   5. so are the words' weights in every publication; they give its neighbours
//
// A delta is made in the same way, of fewer publications (delta_text.h).
//
// What is held in memory grows with publications and forms, not with occurrences: those lie in
// temporary files.

#include "index/image/image_builder.h"

#include "base/fingerprint.h"
#include "index/image/acronym_section.h"
#include "index/image/delta_text.h"
#include "index/image/document_section.h"
#include "index/image/facet_section.h"
#include "index/image/field_rows.h"
#include "index/image/form_section.h"
#include "index/image/image_file.h"
#include "index/image/image_sections.h"
#include "index/image/joined_forms.h"
#include "index/image/length_code.h"
#include "index/image/list_assembly.h"
#include "index/image/posting_store.h"
#include "index/image/word_lists.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <future>
#include <system_error>

namespace praxis::index {

namespace {

// What is read of the publications themselves.
struct Columns {
    DocumentSection documents;
    std::vector<FacetSection> facets;
    AcronymSection acronyms;
};

Columns read_publications(const TextIndexReader& text,
                          const schemas::Library& library,
                          const analyzers::AnalyzerSet& analyzers) {
    Columns columns{.documents = {},
                    .facets = {library.facets.begin(), library.facets.end()},
                    .acronyms = AcronymSection(analyzers)};
    for (std::uint32_t stored = 0; stored < text.document_limit(); ++stored) {
        if (!text.is_live(stored))
            continue;
        const schemas::Publication publication = text.publication(stored);
        columns.documents.add(stored, publication);
        for (FacetSection& facet : columns.facets)
            facet.add(publication);
        columns.acronyms.add(publication);
    }
    columns.documents.settle();
    for (FacetSection& facet : columns.facets)
        facet.settle();
    return columns;
}

PostingStore read_postings(const TextIndexReader& text,
                           const schemas::Library& library,
                           const std::filesystem::path& folder) {
    PostingStore store(folder, library.fields.size(), text.document_limit());
    for (std::uint32_t field = 0; field < library.fields.size(); ++field)
        store.read(text, library.fields[field].name, field);
    return store;
}

LabelForms label_forms(const Columns& columns,
                       const schemas::Library& library,
                       const analyzers::AnalyzerSet& analyzers) {
    LabelForms forms;
    for (std::size_t i = 0; i < library.facets.size(); ++i)
        if (library.facets[i].shape != schemas::FacetShape::Range &&
            library.field(library.facets[i].name) == nullptr)
            columns.facets[i].add_label_forms(analyzers, forms);
    return forms;
}

std::vector<std::uint8_t> length_codes(const TextIndexReader& text,
                                       const schemas::Library& library,
                                       std::span<const std::uint32_t> stored_numbers) {
    std::vector<double> lengths(stored_numbers.size());
    for (const schemas::Field& field : library.fields) {
        if (field.weight <= 0)
            continue;
        const std::vector<std::uint32_t>& of_field = text.lengths(field.name);
        for (std::size_t document = 0; document < lengths.size(); ++document)
            lengths[document] += field.weight * of_field[stored_numbers[document]];
    }
    std::vector<std::uint8_t> codes(lengths.size());
    std::ranges::transform(lengths, codes.begin(), length_code);
    return codes;
}

std::vector<std::uint32_t> frequency_units(const schemas::Library& library) {
    std::vector<std::uint32_t> units;
    for (const schemas::Field& field : library.fields)
        units.push_back(
            static_cast<std::uint32_t>(std::lround(std::max(field.weight, 0.0) * frequency_unit)));
    return units;
}

void write_lists(SectionWriter& file,
                 const schemas::Library& library,
                 const analyzers::AnalyzerSet& analyzers,
                 const FormSection& forms,
                 const ListAssembly::Inputs& inputs,
                 std::span<const std::uint8_t> lengths,
                 double total_length,
                 const Image* base) {
    ListAssembly assembly(inputs);
    PostingListsWriter writer(file, image_section::lists, lengths, true);
    WordLists words(library, forms, assembly, writer);
    const auto lists = words.write();
    writer.finish();
    file.section(image_section::form_lists, lists);
    SimilaritySection similarity(
        lengths,
        base == nullptr ? SimilaritySection::Measure{lengths.size(), total_length}
                        : SimilaritySection::Measure{base->document_count(), base->total_length()});
    words.weigh(lists, base, analyzers, similarity);
    if (base == nullptr)
        similarity.find_neighbours();
    else
        similarity.leave_alone();
    similarity.write(file);
}

// Returns the sum of all lengths.
double write_summary(SectionWriter& file,
                     const schemas::Library& library,
                     const std::vector<std::uint8_t>& lengths) {
    ImageSummary summary{.documents = static_cast<std::uint32_t>(lengths.size()),
                         .facets = static_cast<std::uint32_t>(library.facets.size()),
                         .total_length = 0};
    for (const std::uint8_t code : lengths)
        summary.total_length += decoded_length(code);
    file.section(image_section::summary, std::vector{summary});
    file.section(image_section::length_codes, lengths);
    return summary.total_length;
}

std::vector<std::uint32_t> numbers_in_commit(std::vector<std::uint32_t> stored_numbers,
                                             const DeltaSource* delta) {
    if (delta != nullptr)
        for (std::uint32_t& number : stored_numbers)
            number = delta->present[number];
    return stored_numbers;
}

// What makes a delta of an image.
void write_base(SectionWriter& file, const DeltaSource& delta) {
    file.section(image_section::base_print, std::vector{delta.base->print()});
    file.section(image_section::gone, delta.gone);
}

// Everything but the end of the file; of a base, `delta` is null.
Result<void> write_sections(const TextIndexReader& text,
                            const schemas::Library& library,
                            const DeltaSource* delta,
                            SectionWriter& file) {
    if (library.fields.size() > max_image_fields)
        return failure(ErrorKind::InvalidInput,
                       fmt::format("a library can have {} text fields", max_image_fields));
    auto reading =
        std::async(std::launch::async, [&] { return read_postings(text, library, file.folder()); });
    const analyzers::AnalyzerSet analyzers(library);
    const Columns columns = read_publications(text, library, analyzers);
    PostingStore store = reading.get();
    const auto bytes = store.map();
    if (!bytes)
        return tl::unexpected(bytes.error());

    FormSection forms(store, library.fields.size(), label_forms(columns, library, analyzers));
    forms.stem(analyzers);

    const auto stored_numbers = columns.documents.stored_numbers();
    const auto lengths = length_codes(text, library, stored_numbers);
    const FieldRows rows(store, text.document_limit(), library.fields.size());
    const double total_length = write_summary(file, library, lengths);
    columns.documents.write(file);
    file.section(image_section::stored_numbers, numbers_in_commit(stored_numbers, delta));
    rows.write(file, stored_numbers);
    for (std::size_t i = 0; i < columns.facets.size(); ++i)
        columns.facets[i].write(
            file, image_section::first_of_facet(i), columns.documents.order(), lengths);
    forms.write(file);
    file.section(
        image_section::joined_forms,
        joined_forms(forms, store, rows, *bytes, text.document_limit(), library.fields.size()));
    const auto documents = columns.documents.document_of_stored(text.document_limit());
    const auto units = frequency_units(library);
    write_lists(file,
                library,
                analyzers,
                forms,
                {.bytes = *bytes, .document_of_stored = documents, .rows = &rows, .units = units},
                lengths,
                total_length,
                delta == nullptr ? nullptr : delta->base);
    columns.acronyms.write(file, image_section::acronyms);
    if (delta != nullptr)
        write_base(file, *delta);
    return {};
}

// Writes into `file`; an index that does not read back is a failure.
Result<void> write_image(const TextIndexReader& text,
                         const schemas::Library& library,
                         const DeltaSource* delta,
                         Result<SectionWriter>& file) {
    if (!file)
        return tl::unexpected(file.error());
    try {
        if (delta == nullptr)
            return write_sections(text, library, nullptr, *file);
        return write_sections(DeltaText(text, delta->present, library), library, delta, *file);
    } catch (const Error& error) {
        return tl::unexpected(error);
    }
}

std::filesystem::path temporary_folder() {
    std::error_code code;
    const std::filesystem::path folder = std::filesystem::temp_directory_path(code);
    return code ? std::filesystem::path("/tmp") : folder;
}

Result<SectionFile> unnamed_image(const TextIndexReader& text,
                                  const schemas::Library& library,
                                  const DeltaSource* delta = nullptr) {
    auto writer = SectionWriter::create_unnamed(temporary_folder(), image_fingerprint(library));
    if (auto written = write_image(text, library, delta, writer); !written)
        return tl::unexpected(written.error());
    return writer->finish_and_map();
}

} // namespace

std::uint64_t image_fingerprint(const schemas::Library& library) {
    Fingerprint print;
    print.add_part(fmt::format("{} {} {}",
                               image_format,
                               analyzers::AnalyzerSet::version(),
                               analyzers::AnalyzerSet::stems_version()));
    for (const std::string& language : library.languages)
        print.add_part(language);
    for (const schemas::Field& field : library.fields)
        print.add_part(fmt::format("field {} {} {} {}",
                                   field.name,
                                   field.property,
                                   field.weight,
                                   static_cast<int>(field.analyzer)));
    for (const schemas::Facet& facet : library.facets) {
        print.add_part(fmt::format(
            "facet {} {} {}", facet.name, facet.property, static_cast<int>(facet.shape)));
        for (const auto& [value, label] : facet.labels)
            print.add_part(value).add_part(label);
    }
    return print.value();
}

Result<std::uint64_t> build_image(const TextIndexReader& text,
                                  const schemas::Library& library,
                                  const std::filesystem::path& file) {
    auto writer = SectionWriter::create(file, image_fingerprint(library));
    if (auto written = write_image(text, library, nullptr, writer); !written)
        return tl::unexpected(written.error());
    return writer->finish();
}

Result<std::uint64_t> build_delta(const TextIndexReader& text,
                                  const schemas::Library& library,
                                  const DeltaSource& source,
                                  const std::filesystem::path& file) {
    auto writer = SectionWriter::create(file, image_fingerprint(library));
    if (auto written = write_image(text, library, &source, writer); !written)
        return tl::unexpected(written.error());
    return writer->finish();
}

std::optional<DeltaSource>
delta_source(const TextIndexReader& text, const Image& base, const std::set<std::string>& changed) {
    DeltaSource source{.base = &base, .gone = {}, .present = {}};
    for (const std::string& id : changed) {
        if (const auto document = base.document_of(id))
            source.gone.push_back(*document);
        if (const auto number = text.document_of(id))
            source.present.push_back(*number);
    }
    std::ranges::sort(source.gone);
    std::ranges::sort(source.present);
    const std::size_t together = base.document_count() - source.gone.size() + source.present.size();
    return together == text.publication_count() ? std::optional(std::move(source)) : std::nullopt;
}

Result<std::shared_ptr<const Image>> temporary_delta(const TextIndexReader& text,
                                                     const schemas::Library& library,
                                                     const DeltaSource& source) {
    auto mapped = unnamed_image(text, library, &source);
    if (!mapped)
        return tl::unexpected(mapped.error());
    return image_of(std::move(*mapped), library);
}

Result<std::shared_ptr<const Image>> temporary_image(const TextIndexReader& text,
                                                     const schemas::Library& library) {
    auto mapped = unnamed_image(text, library);
    if (!mapped)
        return tl::unexpected(mapped.error());
    return image_of(std::move(*mapped), library);
}

Result<bool> equals_image(const TextIndexReader& text,
                          const schemas::Library& library,
                          const DeltaSource* delta,
                          const std::filesystem::path& file) {
    const auto known = SectionFile::map(file, image_fingerprint(library));
    if (!known)
        return tl::unexpected(known.error());
    const auto built = unnamed_image(text, library, delta);
    if (!built)
        return tl::unexpected(built.error());
    return known->all() == built->all();
}

} // namespace praxis::index
