// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#include "index/checks/delta_check.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cstdint>
#include <set>
#include <string_view>
#include <tuple>
#include <vector>

namespace praxis::index {

namespace {

constexpr std::uint32_t nowhere = 0xFFFFFFFF;

struct FoundPosting {
    std::uint32_t document = 0; // of the whole
    std::uint16_t frequency = 0;
    std::uint16_t fields = 0;
    std::vector<std::uint32_t> positions;

    auto operator<=>(const FoundPosting&) const = default;
};

using Postings = std::vector<FoundPosting>;

// One of the images, and where its documents stand in the whole.
struct Placed {
    const Image* image = nullptr;
    std::vector<std::uint32_t> places; // nowhere: gone
};

void add_postings(const Placed& placed, std::uint32_t list, Postings& postings) {
    if (list == no_list)
        return;
    std::array<std::uint32_t, block_postings> documents{};
    const PostingList postings_of = placed.image->lists()[list];
    for (std::size_t block = 0; block < postings_of.blocks().size(); ++block) {
        const std::uint32_t count = postings_of.documents(block, documents.data());
        for (std::uint32_t i = 0; i < count; ++i) {
            if (placed.places[documents[i]] == nowhere)
                continue;
            FoundPosting& posting = postings.emplace_back();
            posting.document = placed.places[documents[i]];
            posting.frequency = postings_of.frequencies(block)[i];
            posting.fields = postings_of.fields(block)[i];
            const Positions positions = postings_of.positions(block, i);
            for (std::size_t p = 0; p < positions.size(); ++p)
                posting.positions.push_back(positions[p]);
        }
    }
}

void add_form(const Placed& placed,
              std::string_view form,
              std::uint32_t FormLists::*list,
              Postings& postings) {
    if (const auto known = placed.image->forms().find(form))
        add_postings(placed, placed.image->form_lists()[*known].*list, postings);
}

std::set<std::string_view> values_of(const ImageFacet& facet, std::uint32_t document) {
    std::set<std::string_view> values;
    for (const Ordinal value : facet.of(document))
        values.insert(facet.values[value]);
    return values;
}

auto row_of(const Image& image, std::uint32_t document) {
    std::vector<std::pair<std::uint32_t, std::uint32_t>> starts;
    for (const FieldStart& start : image.field_starts(document))
        starts.emplace_back(start.position, start.field);
    return std::tuple(image.dates()[document],
                      image.first_days()[document],
                      image.last_days()[document],
                      image.length_codes()[document],
                      image.title_keys()[document],
                      image.titles()[document],
                      starts);
}

class Comparison {
public:
    Comparison(const Image& base, const Image& delta, const Image& whole)
        : whole_{&whole, {}}, parts_{place(base, delta.gone()), place(delta, {})} {
        for (std::uint32_t document = 0; document < whole.document_count(); ++document)
            whole_.places.push_back(document);
    }

    std::optional<std::string> run() const {
        if (auto problem = documents_problem())
            return problem;
        for (const Image* image : {whole_.image, parts_[0].image, parts_[1].image})
            for (Form form = 0; form < image->forms().size(); ++form)
                if (auto problem = form_problem(image->forms()[form]))
                    return problem;
        return std::nullopt;
    }

private:
    Placed place(const Image& image, std::span<const std::uint32_t> gone) const {
        Placed placed{&image, std::vector<std::uint32_t>(image.document_count(), nowhere)};
        for (std::uint32_t document = 0; document < image.document_count(); ++document)
            if (!std::ranges::binary_search(gone, document))
                placed.places[document] =
                    whole_.image->document_of(image.id(document)).value_or(nowhere);
        return placed;
    }

    std::optional<std::string> documents_problem() const {
        std::size_t placed = 0;
        for (const Placed& part : parts_)
            for (std::uint32_t document = 0; document < part.places.size(); ++document) {
                const std::uint32_t in_whole = part.places[document];
                if (in_whole == nowhere)
                    continue;
                ++placed;
                if (row_of(*part.image, document) != row_of(*whole_.image, in_whole) ||
                    !has_same_values(*part.image, document, in_whole))
                    return fmt::format("the images say something else of {} than the index",
                                       part.image->id(document));
            }
        if (placed != whole_.image->document_count())
            return fmt::format("the images have {} publications, the index {}",
                               placed,
                               whole_.image->document_count());
        return std::nullopt;
    }

    bool has_same_values(const Image& image, std::uint32_t document, std::uint32_t in_whole) const {
        for (std::size_t facet = 0; facet < image.facet_count(); ++facet)
            if (values_of(image.facet(facet), document) !=
                values_of(whole_.image->facet(facet), in_whole))
                return false;
        return true;
    }

    std::optional<std::string> form_problem(std::string_view form) const {
        for (const auto list : {&FormLists::exact, &FormLists::unweighted}) {
            Postings together;
            for (const Placed& part : parts_)
                add_form(part, form, list, together);
            std::ranges::sort(together);
            Postings expected;
            add_form(whole_, form, list, expected);
            if (together != expected)
                return fmt::format("the images have other postings of “{}” than the index", form);
        }
        return std::nullopt;
    }

    Placed whole_;
    std::array<Placed, 2> parts_;
};

} // namespace

std::optional<std::string> difference(const Image& base, const Image& delta, const Image& whole) {
    return Comparison(base, delta, whole).run();
}

} // namespace praxis::index
