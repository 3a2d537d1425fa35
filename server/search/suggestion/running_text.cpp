// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#include "server/search/suggestion/running_text.h"

#include "server/search/snapshot.h"

#include <algorithm>
#include <array>
#include <limits>
#include <string_view>
#include <vector>

namespace praxis::search {

namespace {

constexpr Form gap = RunningText::end_of_text;

bool is_prose(const schemas::Field& field) {
    constexpr std::array<std::string_view, 4> prose = {"title", "summary", "heading", "body"};
    return std::find(prose.begin(), prose.end(), field.property) != prose.end();
}

class Reassembly {
public:
    Reassembly(const Snapshot& snapshot, const FormNumbers& forms, std::uint32_t limit)
        : snapshot_(snapshot), form_numbers_(forms), limit_(limit),
          offsets_(limit + std::size_t{1}, 0) {
        for (std::uint32_t document = 0; document < limit; ++document)
            if (const Snapshot::Place at = snapshot.place(document);
                at.layer->live().contains(at.document)) {
                std::vector<std::uint32_t>& numbers = numbers_[at.number];
                numbers.resize(at.document + std::size_t{1}, gone);
                numbers[at.document] = document;
            }
    }

    RunningText text() {
        visit_lists([&](std::uint32_t, auto& numbers, const index::PostingList& list) {
            measure(numbers, list);
        });
        for (std::size_t i = 1; i < offsets_.size(); ++i)
            offsets_[i] += offsets_[i - 1];
        forms_.assign(offsets_.back(), gap);
        visit_lists([&](std::uint32_t form, auto& numbers, const index::PostingList& list) {
            place(form, numbers, list);
        });
        append_fields([](const schemas::Field& field) { return field.property == "title"; });
        text_.end_of_titles = text_.forms.size();
        append_fields([](const schemas::Field& field) { return field.property != "title"; });
        return std::move(text_);
    }

private:
    using Numbers = std::vector<std::uint32_t>; // of a layer's documents, or `gone`

    static constexpr std::uint32_t gone = std::numeric_limits<std::uint32_t>::max();

    void visit_lists(const auto& visit) const {
        for (std::size_t layer = 0; layer < snapshot_.layers().size(); ++layer) {
            const index::Image& image = snapshot_.layers()[layer].image();
            const auto lists = image.form_lists();
            for (Form form = 0; form < lists.size(); ++form)
                if (lists[form].exact != index::no_list)
                    visit(form_numbers_.numbers[layer][form],
                          numbers_[layer],
                          image.lists()[lists[form].exact]);
        }
    }

    static void
    visit_postings(const Numbers& numbers, const index::PostingList& list, const auto& visit) {
        std::array<std::uint32_t, index::block_postings> documents{};
        for (std::size_t block = 0; block < list.blocks().size(); ++block) {
            if (list.blocks()[block].first >= numbers.size())
                return;
            const std::uint32_t size = list.documents(block, documents.data());
            for (std::uint32_t i = 0; i < size && documents[i] < numbers.size(); ++i)
                if (numbers[documents[i]] != gone)
                    visit(numbers[documents[i]], list.positions(block, i));
        }
    }

    void measure(const Numbers& numbers, const index::PostingList& list) {
        visit_postings(
            numbers, list, [&](std::uint32_t document, const index::Positions& positions) {
                std::size_t& length = offsets_[document + std::size_t{1}];
                length =
                    std::max<std::size_t>(length, positions[positions.size() - 1] + std::size_t{1});
            });
    }

    void place(std::uint32_t form, const Numbers& numbers, const index::PostingList& list) {
        const std::size_t size = form_numbers_.texts[form].size();
        visit_postings(
            numbers, list, [&](std::uint32_t document, const index::Positions& positions) {
                for (std::size_t i = 0; i < positions.size(); ++i) {
                    Form& placed = forms_[offsets_[document] + positions[i]];
                    if (placed == gap || size < form_numbers_.texts[placed].size())
                        placed = form;
                }
            });
    }

    void append_fields(const auto& is_wanted) {
        for (std::uint32_t document = 0; document < limit_; ++document) {
            const Snapshot::Place at = snapshot_.place(document);
            const auto starts = at.layer->image().field_starts(at.document);
            const std::size_t length = offsets_[document + 1] - offsets_[document];
            for (std::size_t i = 0; i < starts.size(); ++i) {
                const schemas::Field& field = snapshot_.library().fields[starts[i].field];
                const std::size_t end = i + 1 < starts.size()
                                            ? std::min<std::size_t>(starts[i + 1].position, length)
                                            : length;
                if (is_prose(field) && is_wanted(field))
                    append(document, starts[i].position, end);
            }
        }
    }

    void append(std::uint32_t document, std::size_t begin, std::size_t end) {
        for (std::size_t at = begin; at < end; ++at) {
            const Form form = forms_[offsets_[document] + at];
            if (form == gap && (text_.forms.empty() || text_.forms.back() == gap))
                continue;
            text_.forms.push_back(form);
            text_.documents.push_back(document);
        }
        if (!text_.forms.empty() && text_.forms.back() != gap) {
            text_.forms.push_back(gap);
            text_.documents.push_back(document);
        }
    }

    const Snapshot& snapshot_;
    const FormNumbers& form_numbers_;
    const std::uint32_t limit_;
    std::array<Numbers, 2> numbers_;   // by layer
    std::vector<std::size_t> offsets_; // by document, one more than there are
    std::vector<Form> forms_;
    RunningText text_;
};

} // namespace

RunningText running_text(const Snapshot& snapshot, const FormNumbers& forms, std::uint32_t limit) {
    return Reassembly(snapshot, forms, limit).text();
}

} // namespace praxis::search
