// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

// Opening looks at sizes only: that every section is there, as long as the others say, and that the
// last element of what points into another section points inside. What lies between is covered by
// the sections' checksums, which `verify` reads; the indexer does before it publishes.

#include "base/bisection.h"
#include "index/image/document_section.h"
#include "index/image/image_file.h"
#include "index/image/image_sections.h"

#include <algorithm>
#include <vector>

namespace praxis::index {

namespace {

void require(bool holds, const char* what) {
    if (!holds)
        throw Error(ErrorKind::Corrupt, what);
}

class MappedImage final : public Image {
public:
    MappedImage(SectionFile file, const schemas::Library& library) : file_(std::move(file)) {
        read_summary(library);
        read_documents();
        read_forms();
        read_similarity();
        acronyms_ = AcronymTable(file_, image_section::acronyms);
        read_base();
        for (std::size_t i = 0; i < library.facets.size(); ++i)
            facets_.push_back(read_facet(image_section::first_of_facet(i), library.facets[i]));
    }

    std::uint32_t document_count() const override { return summary_.documents; }

    std::string_view id(std::uint32_t document) const override { return ids_[document]; }

    std::optional<std::uint32_t> document_of(std::string_view id) const override;
    std::optional<std::uint32_t> document_of(std::string_view source,
                                             std::string_view source_id) const override;

    std::span<const std::uint32_t> documents_with_prefix(std::string_view prefix) const override;

    std::uint32_t stored_number(std::uint32_t document) const override {
        return stored_numbers_[document];
    }

    std::span<const std::uint8_t> length_codes() const override { return length_codes_; }

    double total_length() const override { return summary_.total_length; }

    std::span<const FieldStart> field_starts(std::uint32_t document) const override {
        return field_starts_.subspan(field_start_offsets_[document],
                                     field_start_offsets_[document + 1] -
                                         field_start_offsets_[document]);
    }

    const StringTable& forms() const override { return forms_; }

    std::span<const FormLists> form_lists() const override { return form_lists_; }

    std::span<const std::uint64_t> form_places() const override { return form_places_; }

    std::span<const std::uint32_t> form_frequencies() const override { return form_frequencies_; }

    bool may_be_joined(Form form) const override {
        return std::binary_search(joined_forms_.begin(), joined_forms_.end(), form);
    }

    const StringTable& stems() const override { return stems_; }

    std::span<const Form> forms_of_stem(std::uint32_t stem) const override {
        return stem_forms_.subspan(stem_offsets_[stem],
                                   stem_offsets_[stem + 1] - stem_offsets_[stem]);
    }

    const PostingLists& lists() const override { return lists_; }

    std::span<const std::int32_t> dates() const override { return dates_; }

    std::span<const std::int32_t> first_days() const override { return first_days_; }

    std::span<const std::int32_t> last_days() const override { return last_days_; }

    std::span<const std::uint32_t> title_ranks() const override { return title_ranks_; }

    std::span<const VectorWord> vector(std::uint32_t document) const override {
        return vector_words_.subspan(vector_offsets_[document],
                                     vector_offsets_[document + 1] - vector_offsets_[document]);
    }

    std::span<const Neighbour> neighbours(std::uint32_t document) const override {
        return neighbours_.subspan(document * max_neighbours, max_neighbours);
    }

    const AcronymTable& acronyms() const override { return acronyms_; }

    std::size_t facet_count() const override { return facets_.size(); }

    const ImageFacet& facet(std::size_t facet) const override { return facets_[facet]; }

    const StringTable& title_keys() const override { return title_keys_; }

    const StringTable& titles() const override { return titles_; }

    std::uint64_t print() const override { return file_.print(); }

    std::optional<std::uint64_t> base_print() const override { return base_print_; }

    std::span<const std::uint32_t> gone() const override { return gone_; }

    Result<void> verify() const override { return file_.verify(); }

private:
    // A section with an element for each of `count`.
    template <typename T>
    std::span<const T> column(std::uint32_t section, std::size_t count) const {
        const std::span<const T> values = file_.values<T>(section);
        require(values.size() == count, "a column of an image has another length than it says");
        return values;
    }

    // Offsets of `count` pieces of what has `size` elements.
    template <typename T>
    std::span<const T> offsets(std::uint32_t section, std::size_t count, std::size_t size) const {
        const std::span<const T> values = column<T>(section, count + 1);
        require(values.back() == size, "offsets of an image lead out of it");
        return values;
    }

    StringTable table(std::uint32_t section, std::size_t count) const {
        StringTable strings(file_, section);
        require(strings.size() == count, "a table of an image has another length than it says");
        return strings;
    }

    void read_summary(const schemas::Library& library);
    void read_documents();
    void read_forms();
    void read_similarity();
    void read_base();
    ImageFacet read_facet(std::uint32_t first, const schemas::Facet& facet) const;

    SectionFile file_;
    ImageSummary summary_;
    StringTable ids_;
    std::span<const std::uint32_t> by_id_;
    StringTable source_keys_;
    std::span<const std::uint32_t> by_source_;
    std::span<const std::uint32_t> stored_numbers_;
    std::span<const std::uint8_t> length_codes_;
    std::span<const std::uint32_t> field_start_offsets_;
    std::span<const FieldStart> field_starts_;
    std::span<const std::int32_t> dates_;
    std::span<const std::int32_t> first_days_;
    std::span<const std::int32_t> last_days_;
    std::span<const std::uint32_t> title_ranks_;
    StringTable title_keys_;
    StringTable titles_;
    StringTable forms_;
    std::span<const FormLists> form_lists_;
    std::span<const std::uint64_t> form_places_;
    std::span<const std::uint32_t> form_frequencies_;
    std::span<const Form> joined_forms_;
    StringTable stems_;
    std::span<const std::uint32_t> stem_offsets_;
    std::span<const Form> stem_forms_;
    PostingLists lists_;
    std::span<const std::uint32_t> vector_offsets_;
    std::span<const VectorWord> vector_words_;
    std::span<const Neighbour> neighbours_;
    AcronymTable acronyms_;
    std::vector<ImageFacet> facets_;
    std::optional<std::uint64_t> base_print_;
    std::span<const std::uint32_t> gone_;
};

void MappedImage::read_summary(const schemas::Library& library) {
    summary_ = column<ImageSummary>(image_section::summary, 1).front();
    require(summary_.facets == library.facets.size(), "an image has another number of facets");
}

void MappedImage::read_documents() {
    namespace section = image_section;
    const std::size_t count = summary_.documents;
    ids_ = table(section::ids, count);
    by_id_ = column<std::uint32_t>(section::by_id, count);
    by_source_ = file_.values<std::uint32_t>(section::by_source);
    source_keys_ = table(section::source_keys, by_source_.size());
    stored_numbers_ = column<std::uint32_t>(section::stored_numbers, count);
    length_codes_ = column<std::uint8_t>(section::length_codes, count);
    field_starts_ = file_.values<FieldStart>(section::field_starts);
    field_start_offsets_ =
        offsets<std::uint32_t>(section::field_start_offsets, count, field_starts_.size());
    dates_ = column<std::int32_t>(section::dates, count);
    first_days_ = column<std::int32_t>(section::first_days, count);
    last_days_ = column<std::int32_t>(section::last_days, count);
    title_ranks_ = column<std::uint32_t>(section::title_ranks, count);
    title_keys_ = table(section::title_keys, count);
    titles_ = table(section::titles, count);
}

void MappedImage::read_forms() {
    namespace section = image_section;
    forms_ = StringTable(file_, section::forms);
    form_lists_ = column<FormLists>(section::form_lists, forms_.size());
    form_places_ = column<std::uint64_t>(section::form_places, forms_.size());
    form_frequencies_ = column<std::uint32_t>(section::form_frequencies, forms_.size());
    joined_forms_ = file_.values<Form>(section::joined_forms);
    stems_ = StringTable(file_, section::stems);
    stem_forms_ = file_.values<Form>(section::stem_forms);
    stem_offsets_ =
        offsets<std::uint32_t>(section::stem_offsets, stems_.size(), stem_forms_.size());
    lists_ = PostingLists(file_, section::lists, summary_.documents);
}

void MappedImage::read_similarity() {
    namespace section = image_section;
    vector_words_ = file_.values<VectorWord>(section::vector_words);
    vector_offsets_ =
        offsets<std::uint32_t>(section::vector_offsets, summary_.documents, vector_words_.size());
    neighbours_ = column<Neighbour>(section::neighbours, summary_.documents * max_neighbours);
}

void MappedImage::read_base() {
    namespace section = image_section;
    if (!file_.has(section::base_print))
        return;
    base_print_ = column<std::uint64_t>(section::base_print, 1).front();
    gone_ = file_.values<std::uint32_t>(section::gone);
}

ImageFacet MappedImage::read_facet(std::uint32_t first, const schemas::Facet& facet) const {
    namespace section = image_section;
    ImageFacet read;
    read.values = StringTable(file_, first + section::facet_values);
    const std::size_t count = read.values.size();
    read.labels = table(first + section::facet_labels, count);
    read.parents = column<Ordinal>(first + section::facet_parents, count);
    read.label_ranks = column<std::uint32_t>(first + section::facet_label_ranks, count);
    read.numbers =
        column<std::int32_t>(first + section::facet_numbers,
                             facet.shape == schemas::FacetShape::Range ? count : std::size_t{0});
    read.totals = column<std::uint32_t>(first + section::facet_totals, count);
    read.document_values = file_.values<Ordinal>(first + section::facet_document_values);
    read.document_offsets = offsets<std::uint64_t>(
        first + section::facet_document_offsets, summary_.documents, read.document_values.size());
    read.documents = PostingLists(file_, first + section::facet_documents, summary_.documents);
    require(read.documents.size() == count, "a facet of an image lacks lists");
    read.other_values = file_.values<Ordinal>(first + section::facet_other_values);
    read.other_labels = table(first + section::facet_other_labels, read.other_values.size());
    read.other_documents = file_.values<std::uint32_t>(first + section::facet_other_documents);
    read.other_offsets = offsets<std::uint32_t>(first + section::facet_other_offsets,
                                                read.other_values.size(),
                                                read.other_documents.size());
    return read;
}

std::optional<std::uint32_t> MappedImage::document_of(std::string_view id) const {
    const auto found = std::lower_bound(
        by_id_.begin(), by_id_.end(), id, [&](std::uint32_t document, std::string_view wanted) {
            return ids_[document] < wanted;
        });
    if (found == by_id_.end() || ids_[*found] != id)
        return std::nullopt;
    return *found;
}

std::span<const std::uint32_t> MappedImage::documents_with_prefix(std::string_view prefix) const {
    const std::size_t first = first_without(
        0, by_id_.size(), [&](std::size_t place) { return ids_[by_id_[place]] < prefix; });
    const std::size_t last = first_without(first, by_id_.size(), [&](std::size_t place) {
        return ids_[by_id_[place]].starts_with(prefix);
    });
    return by_id_.subspan(first, last - first);
}

std::optional<std::uint32_t> MappedImage::document_of(std::string_view source,
                                                      std::string_view source_id) const {
    const auto found = source_keys_.find(source_key(source, source_id));
    return found ? std::optional(by_source_[*found]) : std::nullopt;
}

} // namespace

Result<std::shared_ptr<const Image>> image_of(SectionFile file, const schemas::Library& library) {
    try {
        return std::make_shared<MappedImage>(std::move(file), library);
    } catch (const Error& error) {
        return tl::unexpected(error);
    }
}

Result<std::shared_ptr<const Image>> Image::open(const std::filesystem::path& file,
                                                 std::uint64_t fingerprint,
                                                 const schemas::Library& library) {
    auto mapped = SectionFile::map(file, fingerprint);
    if (!mapped)
        return tl::unexpected(mapped.error());
    return image_of(std::move(*mapped), library);
}

bool belong_together(const Images& images) {
    if (images.empty() || images.front()->base_print())
        return false;
    if (images.size() == 1)
        return true;
    const Image& base = *images.front();
    const std::span<const std::uint32_t> gone = images.back()->gone();
    return images.size() == 2 && images.back()->base_print() == base.print() &&
           (gone.empty() || gone.back() < base.document_count());
}

} // namespace praxis::index
