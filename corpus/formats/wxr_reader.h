// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "corpus/file_head.h"
#include "corpus/reader.h"

#include <memory>

namespace praxis::corpus {

// WordPress exports (WXR): each published post and page is a publication, of any size of file.
//
// Drafts, trash, private and password-protected posts, attachments and what WordPress keeps for
// itself are left out with a Note that counts them; comments are no text. Categories under a
// parent are paths; an author's login becomes the name that the site shows.
std::unique_ptr<Reader> make_wxr_reader();

bool is_wxr(const FileHead& head);

} // namespace praxis::corpus
