// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "base/date.h"
#include "server/search/layer.h"
#include "server/search/query/query.h"
#include "server/search/search_request.h"
#include "server/search/sets/document_set.h"

namespace praxis::search {

// The publications that meet a range: of "date", by their period or else their date, whole months
// and years included; of a range facet, by any of their values.
//
// Shapes:   the field is "date" or a range facet of the library.
// Threads:  Immutable
DocumentSet documents_in(const Range& range, const Layer& layer);
DocumentSet documents_in(const RangeFilter& range, const Layer& layer);

} // namespace praxis::search
