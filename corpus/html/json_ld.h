// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "corpus/record.h"

#include <string_view>
#include <vector>

namespace praxis::corpus {

// What a page says of itself in JSON-LD (schema.org), flattened: "ld.headline",
// "ld.author.name", "ld.datepublished".
//
// A page's JSON-LD often describes the site, the breadcrumb and a logo as well; only the object
// that is the publication is taken, with what it refers to by "@id".
//
// Shapes:   keys lower case, at most three levels deep; texts of more than 4,000 bytes (the
//           article itself) are left out.
// Errors:   none; JSON that cannot be read gives no values.
// Threads:  Immutable
// Source:   JSON-LD 1.1, schema.org
std::vector<KeyValue> json_ld_values(std::string_view json, int line);

} // namespace praxis::corpus
