// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "schemas/library.h"
#include "analyzers/analyzer_set.h"
#include "index/image/form_section.h"
#include "index/image/image.h"
#include "index/image/list_assembly.h"
#include "index/image/posting_lists.h"
#include "index/image/similarity_section.h"

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <unordered_map>
#include <vector>

namespace praxis::index {

// Decides which posting lists an image has, and writes them (FormLists).
//
// Forms whose bare words find the same share one list; where that is the form alone, it is the
// exact list.
//
// Threads:  Thread-compatible
class WordLists {
public:
    WordLists(const schemas::Library& library,
              const FormSection& forms,
              ListAssembly& assembly,
              PostingListsWriter& writer);

    // Writes all lists; gives each form's.
    std::vector<FormLists> write();

    // Tells how much each word weighs in which publication, once for all forms of its stem: by the
    // list of the commonest, or the list that `base` has for it. Stop words are passed over.
    void weigh(std::span<const FormLists> lists,
               const Image* base,
               const analyzers::AnalyzerSet& analyzers,
               SimilaritySection& similarity);

private:
    // What a bare word finds: forms in fields of text, and one form in fields of names.
    struct Meaning {
        std::vector<Form> in_text;
        std::optional<Form> in_names;
    };

    Meaning meaning_of(Form form) const;
    bool is_commonest(Form form, std::span<const Form> family) const;
    std::optional<std::uint32_t> list_in(const Image& base, std::span<const Form> family) const;
    bool has_runs(Form form, const std::vector<bool>& fields) const;
    void add_runs(Form form, const std::vector<bool>& fields);
    std::uint32_t finish_list(bool weighted);
    std::uint32_t word_list(Form form, std::span<const FormLists> exact);

    const FormSection& forms_;
    ListAssembly& assembly_;
    PostingListsWriter& writer_;
    std::vector<bool> text_; // by field: with weight, analysed as text
    std::vector<bool> names_;
    std::vector<bool> weighted_;
    std::vector<bool> unweighted_;
    std::unordered_map<std::string, std::uint32_t> known_; // what a list holds → its number
};

} // namespace praxis::index
