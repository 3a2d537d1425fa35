// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#include "server/search/evaluation/form_lists.h"

#include "server/search/sets/set_operations.h"

#include <algorithm>
#include <array>
#include <tuple>

namespace praxis::search {

namespace {

using Documents = std::array<std::uint32_t, index::block_postings>;

class FormListsBuilder {
public:
    FormListsBuilder(const TextScope& scope, const Layer& layer) : scope_(scope), layer_(layer) {}

    void add(const FormAt& at, FieldBits fields) {
        const index::FormLists& lists = layer_.image().form_lists()[at.form];
        const std::uint32_t list = scope_.weighted ? lists.exact : lists.unweighted;
        fields &= scope_.fields;
        if (list != index::no_list && fields != 0)
            lists_.push_back({layer_.image().lists()[list], fields, at.edits, at.form});
    }

    std::vector<FormList> take() { return std::move(lists_); }

private:
    const TextScope& scope_;
    const Layer& layer_;
    std::vector<FormList> lists_;
};

bool counts_everywhere(const FormList& list, const Layer& layer) {
    return (layer.text_fields().weighted() & ~list.fields) == 0;
}

// Sets the bits of the list's documents that stand in one of `fields`.
void mark_documents(const FormList& list, FieldBits fields, std::vector<BitWord>& words) {
    Documents documents;
    for (std::size_t block = 0; block < list.list.blocks().size(); ++block) {
        const std::uint32_t count = list.list.documents(block, documents.data());
        const std::uint16_t* standing = list.list.fields(block);
        for (std::uint32_t i = 0; i < count; ++i)
            if ((standing[i] & fields) != 0)
                words[documents[i] / 64] |= BitWord{1} << (documents[i] % 64);
    }
}

// How often, weighted, a posting stands in the fields.
std::uint32_t frequency_in(FieldBits fields,
                           const index::Positions& positions,
                           std::uint32_t document,
                           const Layer& layer) {
    FieldWalk walk(layer.image().field_starts(document));
    std::uint32_t frequency = 0;
    for (std::size_t i = 0; i < positions.size(); ++i)
        if (const std::uint32_t field = walk.field_of(positions[i]);
            (fields & field_bit(field)) != 0)
            frequency += layer.text_fields().units(field);
    return TextFields::frequency(frequency);
}

void add_tallies(const FormList& list, const Layer& layer, std::vector<Tally>& tallies) {
    Documents documents;
    for (std::size_t block = 0; block < list.list.blocks().size(); ++block) {
        const std::uint32_t count = list.list.documents(block, documents.data());
        const std::uint16_t* frequencies = list.list.frequencies(block);
        const std::uint16_t* fields = list.list.fields(block);
        for (std::uint32_t i = 0; i < count; ++i)
            if ((fields[i] & ~list.fields) == 0)
                tallies.push_back({documents[i], list.edits, frequencies[i]});
            else if ((fields[i] & list.fields) != 0)
                tallies.push_back(
                    {documents[i],
                     list.edits,
                     frequency_in(
                         list.fields, list.list.positions(block, i), documents[i], layer)});
    }
}

} // namespace

std::vector<FormList>
lists_of_forms(const FormSet& forms, const TextScope& scope, const Layer& layer) {
    FormListsBuilder builder(scope, layer);
    const FieldBits names = layer.text_fields().names();
    const auto texts = static_cast<FieldBits>(~names);
    auto name = forms.in_names.begin();
    for (const FormAt& text : forms.in_text) {
        for (; name != forms.in_names.end() && name->form < text.form; ++name)
            builder.add(*name, names);
        if (name == forms.in_names.end() || name->form != text.form)
            builder.add(text, texts);
        else if (*name == text)
            builder.add(*name++, layer.text_fields().all());
        else {
            builder.add(text, texts);
            builder.add(*name++, names);
        }
    }
    for (; name != forms.in_names.end(); ++name)
        builder.add(*name, names);
    return builder.take();
}

std::vector<FormList>
lists_of_edge(const LatticeEdge& edge, const TextScope& scope, const Layer& layer) {
    if (scope.weighted && edge.list != index::no_list)
        return {{layer.image().lists()[edge.list], layer.text_fields().all(), 0, 0}};
    return lists_of_forms(edge.forms, scope, layer);
}

DocumentSet documents_of(const std::vector<FormList>& lists,
                         FieldBits fields,
                         const Layer& layer,
                         const Deadline& deadline) {
    const FieldBits weighted = layer.text_fields().weighted();
    std::vector<DocumentSet> sets;
    std::vector<BitWord> marked;
    for (const FormList& list : lists) {
        if (deadline.passed())
            break;
        if ((weighted & ~fields) == 0 && counts_everywhere(list, layer)) {
            sets.push_back(DocumentSet::of_list(list.list, layer.document_count()));
            continue;
        }
        marked.resize(DocumentSet::words_for(layer.document_count()));
        mark_documents(list, static_cast<FieldBits>(fields & list.fields), marked);
    }
    if (!marked.empty())
        sets.push_back(DocumentSet::of_words(std::move(marked), layer.document_count()));
    return union_of(sets, layer.document_count());
}

std::vector<Tally>
tally(const std::vector<FormList>& lists, const Layer& layer, const Deadline& deadline) {
    std::vector<Tally> all;
    for (const FormList& list : lists)
        if (!deadline.passed())
            add_tallies(list, layer, all);
    std::sort(all.begin(), all.end(), [](const Tally& left, const Tally& right) {
        return std::tie(left.document, left.edits) < std::tie(right.document, right.edits);
    });
    std::vector<Tally> folded;
    for (const Tally& next : all)
        if (folded.empty() || folded.back().document != next.document)
            folded.push_back(next);
        else if (folded.back().edits == next.edits)
            folded.back().frequency =
                TextFields::frequency(folded.back().frequency + next.frequency);
    return folded;
}

} // namespace praxis::search
