// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "corpus/file_head.h"
#include "corpus/reader.h"

#include <memory>
#include <span>
#include <string_view>
#include <vector>

namespace praxis::corpus {

// A format that is read: the first row that has the extension and recognises the head wins.
struct Format {
    std::unique_ptr<Reader> (*make)();
    std::vector<std::string_view> extensions;
    bool (*recognises)(const FileHead&) = nullptr; // null: the extension is enough
    std::string_view companion = {};               // extension of the file read along, if any
};

std::span<const Format> formats();

// Why a file of this extension, which people do publish in, is not read; or empty.
std::string_view why_not_read(std::string_view extension);

// Whether a file is never a publication, by its name: licences, robots.txt, site maps.
bool is_no_publication(std::string_view path);

// Whether an XML root says so: site maps, drawings, style sheets, grammars, descriptions
// of libraries.
bool is_no_publication(const XmlRoot& root);

} // namespace praxis::corpus
