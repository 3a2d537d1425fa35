// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "corpus/reader.h"

#include <memory>

namespace praxis::corpus {

// Plain text: one publication a file, with front matter if it has some; what was saved along
// from a web page is left out (saved_page.h), short lines above a paragraph become headings.
std::unique_ptr<Reader> make_text_reader();

} // namespace praxis::corpus
