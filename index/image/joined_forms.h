// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "index/image/field_rows.h"
#include "index/image/form_section.h"
#include "index/image/image.h"
#include "index/image/posting_store.h"

#include <cstdint>
#include <string_view>
#include <vector>

namespace praxis::index {

// The forms that may stand for a compound somewhere: "email" where the text has "e-mail", which is
// indexed as "e", "mail", and, at the place of the first, "email".
//
// A form that stands for its parts stands where the first of them does, and is longer. So these are
// the forms that share some place with a shorter one; all others, which are nearly all, always
// cover one position, and a phrase need not look for anything else.
//
// `bytes`: what the store holds; `limit`: of stored numbers.
//
// Shapes:   ascending.
// Threads:  Immutable
std::vector<Form> joined_forms(const FormSection& forms,
                               const PostingStore& store,
                               const FieldRows& rows,
                               std::string_view bytes,
                               std::uint32_t limit,
                               std::size_t fields);

} // namespace praxis::index
