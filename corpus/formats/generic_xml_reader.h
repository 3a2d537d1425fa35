// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "corpus/file_head.h"
#include "corpus/reader.h"

#include <memory>

namespace praxis::corpus {

// XML of an unknown vocabulary that still says what it is about: a title in an element or
// attribute that common vocabularies call so ("title", "dc:title", property="dcterms:title").
//
// Elements below the root that each have a title are a record each. Where nothing is called a
// title the file is rejected with an Error that names its root element.
std::unique_ptr<Reader> make_generic_xml_reader();

bool is_generic_xml(const FileHead& head);

} // namespace praxis::corpus
