// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "corpus/reader.h"

#include <memory>

namespace praxis::corpus {

// JSON Lines: one publication a line, an object with `id`, `title`, `text` (or `body`,
// `content`; `abstract` where there is none of them) and any other key.
//
// Lines are read one by one, so the file may be of any size; a bad line is an Error with its
// number and the others go on.
std::unique_ptr<Reader> make_jsonl_reader();

} // namespace praxis::corpus
