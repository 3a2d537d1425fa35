// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "corpus/file_head.h"
#include "corpus/reader.h"

#include <memory>

namespace praxis::corpus {

// Posts and pages as WordPress's API gives them and exporters store them: "x.json" says what is
// known ({"data": {...}}, or the post itself), "x.html" beside it is the text.
//
// The text file is a companion, never a publication of its own; without it the record's own
// "content" is the text. Unpublished posts and those tagged "do-not-crawl" or "noindex" are left
// out with a Note; the category "Uncategorized" says nothing and is dropped.
std::unique_ptr<Reader> make_wordpress_json_reader();

bool is_wordpress_json(const FileHead& head);

} // namespace praxis::corpus
