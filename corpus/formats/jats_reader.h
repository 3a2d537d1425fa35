// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "corpus/file_head.h"
#include "corpus/reader.h"

#include <memory>

namespace praxis::corpus {

// Journal articles in JATS (NLM 2.x and 3.x, JATS 1.x): one article a file.
//
// The DOI is the article's own id. Of several publication dates the electronic one goes first,
// then print, then the collection's. Subjects keep their paths; if the publisher filed the article
// by several editions of one scheme, the newest is taken. References, formulas, the cells of
// tables and the numbers of citations are no text; captions are.
std::unique_ptr<Reader> make_jats_reader();

bool is_jats(const FileHead& head);

} // namespace praxis::corpus
