// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "corpus/file_head.h"
#include "corpus/reader.h"

#include <memory>

namespace praxis::corpus {

// Laws in XML: the D.C. Council's library (laws, sections of the Code, tables of contents), USLM
// and the older bill DTD (bills, resolutions, public laws, compilations), days of the Federal
// Register (each document is a publication), titles of the eCFR (each part is one).
//
// A section of a code names the chapters above it if the index beside its folder does.
std::unique_ptr<Reader> make_law_xml_reader();

bool is_law_xml(const FileHead& head);

} // namespace praxis::corpus
