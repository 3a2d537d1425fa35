// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "schemas/xml.h"

#include <string>
#include <string_view>

namespace praxis::corpus {

// Texts in feeds: plain, escaped HTML, XHTML as it stands, or base64, as mode and type say; RSS
// says nothing and means HTML wherever tags or entities are found.
//
// Threads:  Immutable
// Source:   RFC 4287 section 3.1 and 4.1.3; Atom 0.3
struct FeedText {
    std::string text;
    bool is_html = false;
};

FeedText feed_text(const schemas::XmlNode& node);

// The same without markup, blanks collapsed.
std::string plain_feed_text(const schemas::XmlNode& node);

// The name of a person: "ana@example.org (Ana Ruiz)", "Ana Ruiz <ana@example.org>", an Atom
// person. Addresses are never taken for names; empty where nothing else is said.
std::string feed_person(const schemas::XmlNode& node);

} // namespace praxis::corpus
