// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "index/lucene/wide_lucene.h"

#include <string_view>

namespace praxis::index {

// The fields of a Lucene++ document, as writer and reader both know them (docs/index_format.md).
//
//   id           one term: the publication's id
//   publication  stored: its JSON, compressed
//   lengths      one term for each text field, whose only position is the field's length
//   text.NAME    the exact forms of the library's field NAME, with positions; no norms

inline const wchar_t* const id_field = L"id";
inline const wchar_t* const publication_field = L"publication";
inline const wchar_t* const lengths_field = L"lengths";

inline Lucene::String text_field(std::string_view name) {
    return L"text." + to_wide(name);
}

} // namespace praxis::index
