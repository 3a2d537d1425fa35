// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "corpus/reader.h"

#include <optional>
#include <string>
#include <string_view>

namespace praxis::corpus {

// The root element of an XML file, as far as its head shows it.
struct XmlRoot {
    std::string name;       // local name: "article"
    std::string name_space; // of the element, or empty
    std::string tag;        // the whole start tag: further namespaces, version
};

// The first kilobytes of a file: enough to tell which format it is in.
//
// Shapes:   at most 16 kB, decoded; `extension` lower case, without the dot.
// Threads:  Thread-safe
struct FileHead {
    std::string extension;
    std::string text;
    std::optional<XmlRoot> root; // where the text begins like XML
};

FileHead head_of(const SourceFile& source);

std::string extension_of(std::string_view path);

std::optional<XmlRoot> find_xml_root(std::string_view text);

} // namespace praxis::corpus
