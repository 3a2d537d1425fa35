// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#include "server/search/evaluation/form_set.h"

#include "base/utf8.h"
#include "server/search/evaluation/edit_distance.h"
#include "server/search/query/query_settling.h"

#include <algorithm>

namespace praxis::search {

namespace {

void sort_forms(std::vector<FormAt>& forms) {
    std::sort(forms.begin(), forms.end(), [](const FormAt& left, const FormAt& right) {
        return left.form != right.form ? left.form < right.form : left.edits < right.edits;
    });
    forms.erase(std::unique(forms.begin(),
                            forms.end(),
                            [](const FormAt& left, const FormAt& right) {
                                return left.form == right.form;
                            }),
                forms.end());
}

} // namespace

std::optional<std::uint8_t> FormSet::edits(Form form, schemas::FieldAnalyzer analyzer) const {
    const std::vector<FormAt>& forms = in(analyzer);
    const auto found =
        std::lower_bound(forms.begin(), forms.end(), form, [](const FormAt& at, Form wanted) {
            return at.form < wanted;
        });
    if (found == forms.end() || found->form != form)
        return std::nullopt;
    return found->edits;
}

void FormSet::add(const FormSet& other) {
    in_text.insert(in_text.end(), other.in_text.begin(), other.in_text.end());
    in_names.insert(in_names.end(), other.in_names.begin(), other.in_names.end());
    sort_forms(in_text);
    sort_forms(in_names);
}

FormSet exact_form(std::optional<Form> form) {
    FormSet set;
    if (form)
        set.in_text = set.in_names = {{*form, 0}};
    return set;
}

FormSet stem_forms(std::string_view word,
                   std::optional<Form> form,
                   const Dictionary& dictionary,
                   const analyzers::AnalyzerSet& analyzers) {
    FormSet set = exact_form(form);
    for (const std::string& stem : analyzers.stems(word))
        for (const Form other : dictionary.with_stem(stem))
            set.in_text.push_back({other, 0});
    sort_forms(set.in_text);
    return set;
}

FormSet pattern_forms(const Wildcard& pattern,
                      Places places,
                      const Dictionary& dictionary,
                      std::size_t limit,
                      const Deadline& deadline) {
    FormSet set;
    if (pattern.prefix().empty())
        return set;
    const Dictionary::FormRange range = dictionary.with_prefix(pattern.prefix());
    for (Form form = range.first; form < range.last && set.in_text.size() <= limit; ++form) {
        if (form % 1024 == 0 && deadline.passed())
            break;
        if ((pattern.is_prefix() || pattern.matches(dictionary.text(form))) &&
            dictionary.stands_in(form, places))
            set.in_text.push_back({form, 0});
    }
    set.in_names = set.in_text;
    return set;
}

FormSet fuzzy_forms(std::string_view word,
                    std::uint32_t max_edits,
                    Places places,
                    const Dictionary& dictionary,
                    const analyzers::AnalyzerSet& analyzers,
                    std::size_t limit,
                    const Deadline& deadline) {
    FormSet set = stem_forms(word, dictionary.find(word), dictionary, analyzers);
    for (std::vector<FormAt>* forms : {&set.in_text, &set.in_names})
        std::erase_if(*forms,
                      [&](const FormAt& at) { return !dictionary.stands_in(at.form, all_places); });
    const std::u32string typed = code_points(word);
    const std::uint32_t edits = std::min(max_edits, allowed_edits(typed.size()));
    if (edits == 0)
        return set;
    std::vector<FormAt> near;
    const Dictionary::FormRange range = dictionary.with_prefix(first_code_points(word, 1));
    for (Form form = range.first; form < range.last && near.size() <= limit; ++form) {
        if (form % 1024 == 0 && deadline.passed())
            break;
        if (const auto distance = edit_distance(typed, code_points(dictionary.text(form)), edits);
            distance && dictionary.stands_in(form, places))
            near.push_back({form, static_cast<std::uint8_t>(*distance)});
    }
    for (std::vector<FormAt>* forms : {&set.in_text, &set.in_names}) {
        forms->insert(forms->end(), near.begin(), near.end());
        sort_forms(*forms);
    }
    return set;
}

std::string folded(std::string_view piece, const analyzers::AnalyzerSet& analyzers) {
    std::string text;
    for (const analyzers::Token& token : query_tokens(piece, analyzers))
        if (token.kind != analyzers::TokenKind::Joined)
            text += token.text;
    return text;
}

std::string folded_pattern(std::string_view pattern, const analyzers::AnalyzerSet& analyzers) {
    std::string text;
    for (std::size_t at = 0; at < pattern.size();) {
        const std::size_t wildcard = std::min(pattern.find_first_of("*?", at), pattern.size());
        text += folded(pattern.substr(at, wildcard - at), analyzers);
        if (wildcard < pattern.size())
            text += pattern[wildcard];
        at = wildcard + 1;
    }
    return text;
}

} // namespace praxis::search
