// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <string_view>

namespace praxis::http {

// What each citation format calls a kind of publication.
//
// A kind that is not in the table (a library may have its own) is a document of no special sort.
//
// Threads:  Immutable
// Source:   BibTeX's standard entry types; RIS types of Reference Manager (TY); CSL 1.0.2, item
//           types; schema.org; DCMI Type Vocabulary
struct KindTerms {
    std::string_view kind;
    std::string_view bibtex;
    std::string_view ris;
    std::string_view csl;
    std::string_view schema_org;
    std::string_view dcmi;
};

const KindTerms& terms_of_kind(std::string_view kind);

} // namespace praxis::http
