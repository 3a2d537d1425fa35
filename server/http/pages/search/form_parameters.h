// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "schemas/library.h"
#include "server/http/target.h"

namespace praxis::http {

// What a form or a link from a newsletter sends, as the parameters of a search: without empty
// fields and tracking, and with the two ends of a range as one value.
//
//   year.from=2010&year.to=2016 → year=2010..2016   (the other way round too)
//
// Threads:  Immutable
Parameters form_parameters(const Parameters& sent, const schemas::Library& library);

} // namespace praxis::http
