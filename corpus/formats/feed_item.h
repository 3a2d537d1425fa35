// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "schemas/xml.h"
#include "corpus/record.h"

#include <string>

namespace praxis::corpus {

// The name of a feed's element as a key: "title" for the feed's own elements, "dc.creator",
// "content.encoded", "itunes.author" and the like for those of modules; empty for elements of
// other vocabularies, whatever their local name.
std::string feed_key(const schemas::XmlNode& element, const std::string& own_name_space);

// One item or entry of a feed. Its text is its content, else its summary.
//
// Shapes:   source_id is its guid or id, else its link; empty if it has neither.
// Threads:  Immutable
Record read_feed_item(const schemas::XmlNode& item);

// What a feed says of all its items, under the keys that they inherit it by: "feed.title",
// "language", "publisher", "rights", "license", "author".
Record read_feed_head(const schemas::XmlNode& feed);

} // namespace praxis::corpus
