// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "corpus/reader.h"

#include <memory>

namespace praxis::corpus {

// HTML: one publication a file. A whole page gives its main text (html_text.h); a file with front
// matter is the text itself, and the front matter says what is known of it. A file called .html
// that holds no tag is read as plain text.
std::unique_ptr<Reader> make_html_reader();

} // namespace praxis::corpus
