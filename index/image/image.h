// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "base/result.h"
#include "schemas/library.h"
#include "index/image/acronym_table.h"
#include "index/image/posting_lists.h"
#include "index/image/string_table.h"

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <limits>
#include <memory>
#include <optional>
#include <span>
#include <string_view>
#include <utility>
#include <vector>

namespace praxis::index {

// Everything that finding, ordering and counting publications needs, as one immutable file that is
// mapped read-only.
//
// A generation has a *base*, the image of all its publications or of those of an earlier
// generation; and in the latter case a *delta* over it: the image of the publications that the
// base does not have as they are now, with the base's documents that are gone.
//
// An image is derived from the Lucene++ index and can be made again at any time (image_builder.h);
// nothing is stored here only. Opening checks bounds, not contents: it takes milliseconds, whatever
// the size, and memory is the page cache's.
//
// Documents are numbered 0 … document_count() - 1 in the default order of results: by date, the
// newest first, undated last, then by id. So the smaller number wins every tie, and "-date" is no
// sorting at all.
//
// Shapes:   spans by document have document_count() elements; fields and facets are numbered by
//           their place in the library.
// Errors:   Corrupt (damaged, or made by another format or library than `fingerprint` says).
// Threads:  Immutable
// Lifetime: spans and views live as long as the object.
// Source:   docs/index_format.md, "Images"

using Form = std::uint32_t;    // an exact form by its place in `forms()`
using Ordinal = std::uint32_t; // a facet's value by its place in `ImageFacet::values`

constexpr std::uint32_t no_list = 0xFFFFFFFF;
constexpr Ordinal no_ordinal = 0xFFFFFFFF;
constexpr std::int32_t undated = std::numeric_limits<std::int32_t>::min();
constexpr std::int32_t no_number = std::numeric_limits<std::int32_t>::min();

// Weighted frequencies are whole numbers of this unit: a field of weight 3 adds 60 for each
// occurrence; a sum is cut at 65,535.
constexpr std::uint32_t frequency_unit = 20;

// In which posting lists an exact form is found; `no_list` where it has none.
struct FormLists {
    // Where a bare word finds it: every form that shares a stem with it, in fields of text, and
    // itself, in fields of names. Forms with equal sets share the list. Fields with weight only.
    std::uint32_t word = no_list;
    std::uint32_t exact = no_list;      // itself, in fields with weight
    std::uint32_t unweighted = no_list; // itself, in fields without: frequencies are 1
};

// Where a field's text begins in a publication's row of positions; fields without text are left
// out. Positions of the last value of a field and the first of the next are far apart (100).
struct FieldStart {
    std::uint32_t position = 0;
    std::uint32_t field = 0;
};

// One of a publication's heaviest words: vectors are of length 1, weights in 255ths.
struct VectorWord {
    std::uint32_t list = 0; // the posting list of the word's stem
    std::uint32_t weight = 0;
};

constexpr double vector_unit = 255;

// A publication that is like another one, and how much of its likeness to its neighbours is this.
struct Neighbour {
    std::uint32_t document = no_neighbour;
    float share = 0;

    static constexpr std::uint32_t no_neighbour = 0xFFFFFFFF;
};

constexpr std::size_t max_neighbours = 5;

// One facet: its values, and which of them every document has. In a hierarchical facet a document
// has each of its values and all that lie above them, each once.
struct ImageFacet {
    StringTable values;                         // ascending
    StringTable labels;                         // by ordinal
    std::span<const Ordinal> parents;           // the value above, or no_ordinal
    std::span<const std::uint32_t> label_ranks; // by collation; odd, equal labels equal ranks
    std::span<const std::int32_t> numbers; // of a range facet's values, or no_number; else empty
    std::span<const std::uint32_t> totals; // documents that have the value
    std::span<const std::uint64_t> document_offsets; // one more than documents
    std::span<const Ordinal> document_values;        // ascending for each document
    PostingLists documents; // by ordinal: the documents that have the value; no positions

    // Labels that publications give and that are not shown, by value and bytes; and who gives each.
    StringTable other_labels;
    std::span<const Ordinal> other_values;          // ascending
    std::span<const std::uint32_t> other_offsets;   // one more than other labels
    std::span<const std::uint32_t> other_documents; // ascending for each label

    std::span<const Ordinal> of(std::uint32_t document) const {
        return document_values.subspan(document_offsets[document],
                                       document_offsets[document + 1] - document_offsets[document]);
    }
};

class Image {
public:
    // `fingerprint`: image_fingerprint(library) of the library it is to be read with.
    static Result<std::shared_ptr<const Image>> open(const std::filesystem::path& file,
                                                     std::uint64_t fingerprint,
                                                     const schemas::Library& library);
    virtual ~Image() = default;

    virtual std::uint32_t document_count() const = 0;

    virtual std::string_view id(std::uint32_t document) const = 0;
    virtual std::optional<std::uint32_t> document_of(std::string_view id) const = 0;
    virtual std::optional<std::uint32_t> document_of(std::string_view source,
                                                     std::string_view source_id) const = 0;

    // Those whose ids begin so, in the order of their ids.
    virtual std::span<const std::uint32_t> documents_with_prefix(std::string_view prefix) const = 0;

    // The document's number in the Lucene++ commit (TextIndexReader).
    virtual std::uint32_t stored_number(std::uint32_t document) const = 0;

    // Codes of weighted lengths (length_code.h), and the sum of what they stand for.
    virtual std::span<const std::uint8_t> length_codes() const = 0;
    virtual double total_length() const = 0;

    virtual std::span<const FieldStart> field_starts(std::uint32_t document) const = 0;

    // Exact forms, ascending: those of texts and those of facets' labels.
    virtual const StringTable& forms() const = 0;
    virtual std::span<const FormLists> form_lists() const = 0;
    virtual std::span<const std::uint64_t> form_places() const = 0; // bit i: field i; 63: labels
    virtual std::span<const std::uint32_t> form_frequencies() const = 0; // occurrences in texts

    // Stems, ascending, and the forms that have each; ascending.
    virtual const StringTable& stems() const = 0;
    virtual std::span<const Form> forms_of_stem(std::uint32_t stem) const = 0;

    // The lists that FormLists names, with positions.
    virtual const PostingLists& lists() const = 0;

    virtual std::span<const std::int32_t> dates() const = 0;      // ordered as Date is, or undated
    virtual std::span<const std::int32_t> first_days() const = 0; // days since 1970-01-01
    virtual std::span<const std::int32_t> last_days() const = 0;  // before the first: no date
    virtual std::span<const std::uint32_t> title_ranks() const = 0; // equal titles, equal ranks
    virtual const StringTable& title_keys() const = 0; // by document: what titles are ordered by
    virtual const StringTable& titles() const = 0;     // by document: as they are shown

    // What a publication is about, its words by list; and those nearest to it (at most 5,
    // no_neighbour behind the last), the nearest first. In a delta the lists are the base's, and
    // there are no neighbours.
    virtual std::span<const VectorWord> vector(std::uint32_t document) const = 0;
    virtual std::span<const Neighbour> neighbours(std::uint32_t document) const = 0;

    // The acronyms that the texts of its publications explain.
    virtual const AcronymTable& acronyms() const = 0;

    virtual std::size_t facet_count() const = 0;
    virtual const ImageFacet& facet(std::size_t facet) const = 0;

    // Tells images apart. In a delta also: the print of its base, and the documents of the base
    // that are gone, ascending; a base has neither.
    virtual std::uint64_t print() const = 0;
    virtual std::optional<std::uint64_t> base_print() const = 0;
    virtual std::span<const std::uint32_t> gone() const = 0;

    // Reads everything and compares checksums.
    virtual Result<void> verify() const = 0;

    // Whether the form may stand for a compound somewhere, and so for several positions.
    virtual bool may_be_joined(Form form) const = 0;
};

// What a generation is answered from: a base and perhaps a delta over it, in this order.
using Images = std::vector<std::shared_ptr<const Image>>;

// Whether these are a base, or a base and its delta.
bool belong_together(const Images& images);

} // namespace praxis::index
