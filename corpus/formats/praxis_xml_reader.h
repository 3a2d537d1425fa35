// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "corpus/file_head.h"
#include "corpus/reader.h"

#include <memory>

namespace praxis::corpus {

// Praxis XML, the format that people write by hand (docs/praxis_xml.md).
//
// A file is checked against schemas/publication.rng first: each violation is an Error with its
// line and column, and a file with any is rejected, so that a misspelt name does not pass unseen.
// A newsletter issue is a container; its items follow it, each a record of its own.
std::unique_ptr<Reader> make_praxis_xml_reader();

bool is_praxis_xml(const FileHead& head);

} // namespace praxis::corpus
