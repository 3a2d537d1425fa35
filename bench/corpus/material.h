// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "base/result.h"

#include <cstddef>
#include <filesystem>
#include <string>
#include <vector>

namespace praxis::bench {

// Real text to make libraries from: the paragraphs and titles of whatever Praxis can read.
//
// Paragraphs are kept by subject (what their source files them under), so that those which are put
// together speak of one matter and words meet in documents as they do in real ones.
//
// Shapes:   every subject has a paragraph and a title; paragraphs of at least 12 words, in English.
// Threads:  Immutable, once read
struct Subject {
    std::string name;
    std::vector<std::string> titles;
    std::vector<std::string> paragraphs;
};

struct Material {
    std::vector<Subject> subjects; // by name
    std::size_t words = 0;
};

// Reads folders and files; a name that ends in ".zst" is unpacked first.
//
// Errors:   NotFound, Unavailable: a path that cannot be read; InvalidInput: no text in them.
Result<Material> read_material(const std::vector<std::filesystem::path>& paths);

} // namespace praxis::bench
