// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "schemas/library.h"
#include "index/folder/index_folder.h"
#include "index/manifest.h"
#include "index/text_index_reader.h"

#include <optional>
#include <string>

namespace praxis::index {

// Builds the images of a commit again and compares: what is wrong with them, in a sentence, or
// nothing.
//
// A base of the commit, and a delta, must have the same bytes. A base of an earlier commit can be
// made no more: what it says together with its delta must be what an image of all says.
//
// An image that was made by another version of the program is not compared: it is not used either.
//
// Errors:   Corrupt (thrown) where the index cannot be read.
// Threads:  Immutable
std::optional<std::string> image_problem(const IndexFolder& folder,
                                         const Manifest& manifest,
                                         const TextIndexReader& text,
                                         const schemas::Library& library);

} // namespace praxis::index
