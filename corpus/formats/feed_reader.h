// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "corpus/file_head.h"
#include "corpus/reader.h"

#include <memory>

namespace praxis::corpus {

// News feeds: RSS 0.9x, 1.0 (RDF) and 2.0, Atom 0.3 and 1.0, with Dublin Core, content, iTunes and
// Media RSS elements.
//
// Each item is a publication; the feed itself is none. What the feed says of all items goes along
// with each: its title as "feed.title", its language, publisher and rights where the item has none.
std::unique_ptr<Reader> make_feed_reader();

bool is_feed(const FileHead& head);

} // namespace praxis::corpus
