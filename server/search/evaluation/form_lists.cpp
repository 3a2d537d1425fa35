// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#include "server/search/evaluation/form_lists.h"

#include "server/search/sets/set_operations.h"

#include <algorithm>
#include <array>
#include <optional>
#include <tuple>

namespace praxis::search {

namespace {

using Documents = std::array<std::uint32_t, index::block_postings>;

constexpr std::size_t words_a_sorted = 32; // of a bitmap, gone through while a document is sorted

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

// The fields in which a posting of a list counts; nothing: all that it can stand in.
using CountedIn = std::optional<FieldBits>;

CountedIn counted_in(FieldBits fields, const FormList& list, const Layer& layer) {
    const FieldBits counted = fields & list.fields;
    return (layer.text_fields().weighted() & ~counted) == 0 ? CountedIn() : counted;
}

template <typename Visit>
void for_each_document(const FormList& list, CountedIn fields, Visit&& visit) {
    Documents documents;
    for (std::size_t block = 0; block < list.list.blocks().size(); ++block) {
        const std::uint32_t count = list.list.documents(block, documents.data());
        if (!fields) {
            std::for_each_n(documents.begin(), count, visit);
            continue;
        }
        const std::uint16_t* standing = list.list.fields(block);
        for (std::uint32_t i = 0; i < count; ++i)
            if ((standing[i] & *fields) != 0)
                visit(documents[i]);
    }
}

// Of lists so short that their documents are sorted sooner than marked.
DocumentSet
few_documents(const std::vector<FormList>& lists, FieldBits fields, const Layer& layer) {
    std::vector<std::uint32_t> documents;
    for (const FormList& list : lists)
        for_each_document(list, counted_in(fields, list, layer), [&](std::uint32_t document) {
            documents.push_back(document);
        });
    std::sort(documents.begin(), documents.end());
    documents.erase(std::unique(documents.begin(), documents.end()), documents.end());
    return DocumentSet::of(std::move(documents), layer.document_count());
}

DocumentSet many_documents(const std::vector<FormList>& lists,
                           FieldBits fields,
                           const Layer& layer,
                           const Deadline& deadline) {
    std::vector<BitWord> words(DocumentSet::words_for(layer.document_count()));
    constexpr std::size_t lists_a_look = 16; // at the clock
    for (std::size_t i = 0; i < lists.size(); ++i) {
        if (i % lists_a_look == 0 && deadline.passed())
            break;
        const FormList& list = lists[i];
        const CountedIn counted = counted_in(fields, list, layer);
        if (list.list.has_bitmap() && !counted)
            or_bits(list.list.bitmap(), words);
        else
            for_each_document(list, counted, [&](std::uint32_t document) {
                words[document / 64] |= BitWord{1} << (document % 64);
            });
    }
    return DocumentSet::of_words(std::move(words), layer.document_count());
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
    if (lists.size() == 1 && !counted_in(fields, lists.front(), layer))
        return DocumentSet::of_list(lists.front().list, layer.document_count());
    std::size_t postings = 0;
    for (const FormList& list : lists)
        postings += list.list.size();
    return postings < DocumentSet::words_for(layer.document_count()) / words_a_sorted
               ? few_documents(lists, fields, layer)
               : many_documents(lists, fields, layer, deadline);
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
