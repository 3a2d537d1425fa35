// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "corpus/reader.h"

#include <memory>

namespace praxis::corpus {

// Markdown with or without front matter: one publication a file.
std::unique_ptr<Reader> make_markdown_reader();

} // namespace praxis::corpus
