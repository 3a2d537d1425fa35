// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#include "index/image/word_lists.h"

#include <algorithm>

namespace praxis::index {

namespace {

// The same bytes for the same sets, and no others.
std::string key_of(const std::vector<Form>& in_text, std::optional<Form> in_names) {
    std::string key(reinterpret_cast<const char*>(in_text.data()), in_text.size() * sizeof(Form));
    const Form last = in_names.value_or(no_list);
    key.append(reinterpret_cast<const char*>(&last), sizeof last);
    return key;
}

} // namespace

WordLists::WordLists(const schemas::Library& library,
                     const FormSection& forms,
                     ListAssembly& assembly,
                     PostingListsWriter& writer)
    : forms_(forms), assembly_(assembly), writer_(writer) {
    for (const schemas::Field& field : library.fields) {
        const bool weighted = field.weight > 0;
        const bool text = field.analyzer == schemas::FieldAnalyzer::Text;
        weighted_.push_back(weighted);
        unweighted_.push_back(!weighted);
        text_.push_back(weighted && text);
        names_.push_back(weighted && !text);
    }
}

bool WordLists::has_runs(Form form, const std::vector<bool>& fields) const {
    return std::ranges::any_of(forms_.runs(form),
                               [&](const auto& run) { return fields[run.field]; });
}

void WordLists::add_runs(Form form, const std::vector<bool>& fields) {
    for (const FormSection::FieldRun& run : forms_.runs(form))
        if (fields[run.field])
            assembly_.add(run.field, run.run);
}

std::uint32_t WordLists::finish_list(bool weighted) {
    return writer_.add(assembly_.take(weighted));
}

WordLists::Meaning WordLists::meaning_of(Form form) const {
    Meaning meaning{.in_text = forms_.family(form), .in_names = std::nullopt};
    std::erase_if(meaning.in_text, [&](Form member) { return !has_runs(member, text_); });
    if (has_runs(form, names_))
        meaning.in_names = form;
    return meaning;
}

std::uint32_t WordLists::word_list(Form form, std::span<const FormLists> exact) {
    const Meaning meaning = meaning_of(form);
    if (meaning.in_text.empty())
        return exact[form].exact; // in names only, or nowhere
    if (meaning.in_text.size() == 1) {
        const Form only = meaning.in_text.front();
        if (only == form || (!meaning.in_names && !has_runs(only, names_)))
            return exact[only].exact;
    }
    const auto [known, fresh] =
        known_.try_emplace(key_of(meaning.in_text, meaning.in_names), no_list);
    if (!fresh)
        return known->second;
    for (const Form member : meaning.in_text)
        add_runs(member, text_);
    if (meaning.in_names)
        add_runs(form, names_);
    return known->second = finish_list(true);
}

std::vector<FormLists> WordLists::write() {
    std::vector<FormLists> lists(forms_.size());
    for (Form form = 0; form < forms_.size(); ++form) {
        if (has_runs(form, weighted_)) {
            add_runs(form, weighted_);
            lists[form].exact = finish_list(true);
        }
        if (has_runs(form, unweighted_)) {
            add_runs(form, unweighted_);
            lists[form].unweighted = finish_list(false);
        }
    }
    for (Form form = 0; form < forms_.size(); ++form)
        lists[form].word = word_list(form, lists);
    return lists;
}

// Where the base has a bare word of these forms.
std::optional<std::uint32_t> WordLists::list_in(const Image& base,
                                                std::span<const Form> family) const {
    for (const Form member : family)
        if (const auto known = base.forms().find(forms_.text(member)))
            if (const std::uint32_t list = base.form_lists()[*known].word; list != no_list)
                return list;
    return std::nullopt;
}

bool WordLists::is_commonest(Form form, std::span<const Form> family) const {
    return std::ranges::none_of(family, [&](Form other) {
        const std::uint32_t of_form = forms_.frequency(form);
        const std::uint32_t of_other = forms_.frequency(other);
        return of_other > of_form || (of_other == of_form && other < form);
    });
}

void WordLists::weigh(std::span<const FormLists> lists,
                      const Image* base,
                      const analyzers::AnalyzerSet& analyzers,
                      SimilaritySection& similarity) {
    for (Form form = 0; form < forms_.size(); ++form) {
        if (!has_runs(form, text_))
            continue;
        const std::vector<Form> family = forms_.family(form);
        if (!is_commonest(form, family) || analyzers.is_stop_word(forms_.text(form)))
            continue;
        for (const Form member : family)
            add_runs(member, text_);
        const std::span<const PostingInput> postings = assembly_.take(true);
        if (base == nullptr) {
            if (similarity.is_telling(postings.size()))
                similarity.add(lists[form].word, postings, postings.size());
        } else if (const auto list = list_in(*base, family)) {
            const std::uint32_t size = base->lists()[*list].size();
            if (similarity.is_telling(size))
                similarity.add(*list, postings, size);
        }
    }
}

} // namespace praxis::index
