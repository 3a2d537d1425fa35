// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#include "server/search/suggestion/running_text.h"

#include "server/search/snapshot.h"

#include <algorithm>
#include <array>
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
    Reassembly(const Snapshot& snapshot, std::uint32_t limit)
        : snapshot_(snapshot), limit_(limit), offsets_(limit + std::size_t{1}, 0) {}

    RunningText text() {
        visit_lists([&](Form, const index::PostingList& list) { measure(list); });
        for (std::size_t i = 1; i < offsets_.size(); ++i)
            offsets_[i] += offsets_[i - 1];
        forms_.assign(offsets_.back(), gap);
        visit_lists([&](Form form, const index::PostingList& list) { place(form, list); });
        append_fields([](const schemas::Field& field) { return field.property == "title"; });
        text_.end_of_titles = text_.forms.size();
        append_fields([](const schemas::Field& field) { return field.property != "title"; });
        return std::move(text_);
    }

private:
    void visit_lists(const auto& visit) const {
        const Dictionary& dictionary = snapshot_.dictionary();
        const auto lists = snapshot_.image().form_lists();
        for (Form form = 0; form < dictionary.size(); ++form)
            if (lists[form].exact != index::no_list)
                visit(form, snapshot_.image().lists()[lists[form].exact]);
    }

    void visit_postings(const index::PostingList& list, const auto& visit) const {
        std::array<std::uint32_t, index::block_postings> documents{};
        for (std::size_t block = 0; block < list.blocks().size(); ++block) {
            if (list.blocks()[block].first >= limit_)
                return;
            const std::uint32_t size = list.documents(block, documents.data());
            for (std::uint32_t i = 0; i < size && documents[i] < limit_; ++i)
                visit(documents[i], list.positions(block, i));
        }
    }

    void measure(const index::PostingList& list) {
        visit_postings(list, [&](std::uint32_t document, const index::Positions& positions) {
            std::size_t& length = offsets_[document + std::size_t{1}];
            length =
                std::max<std::size_t>(length, positions[positions.size() - 1] + std::size_t{1});
        });
    }

    void place(Form form, const index::PostingList& list) {
        const Dictionary& dictionary = snapshot_.dictionary();
        const std::size_t size = dictionary.text(form).size();
        visit_postings(list, [&](std::uint32_t document, const index::Positions& positions) {
            for (std::size_t i = 0; i < positions.size(); ++i) {
                Form& placed = forms_[offsets_[document] + positions[i]];
                if (placed == gap || size < dictionary.text(placed).size())
                    placed = form;
            }
        });
    }

    void append_fields(const auto& is_wanted) {
        for (std::uint32_t document = 0; document < limit_; ++document) {
            const auto starts = snapshot_.image().field_starts(document);
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
    const std::uint32_t limit_;
    std::vector<std::size_t> offsets_; // by document, one more than there are
    std::vector<Form> forms_;
    RunningText text_;
};

} // namespace

RunningText running_text(const Snapshot& snapshot, std::uint32_t limit) {
    return Reassembly(snapshot, limit).text();
}

} // namespace praxis::search
