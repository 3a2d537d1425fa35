// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "schemas/xml.h"
#include "corpus/record.h"

namespace praxis::corpus {

// A bill, resolution, public law or compilation in USLM, or in the House's older bill DTD.
//
// Its date is the latest that its stage shows (introduced, reported, passed, approved); a bill
// that shows none has the year of its session. Sponsors are its authors.
//
// Threads:  Immutable
// Source:   United States Legislative Markup 2.0; bill.dtd of the US House
Record read_uslm(const schemas::XmlNode& root);

} // namespace praxis::corpus
