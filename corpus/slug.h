// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <string>
#include <string_view>

namespace praxis::corpus {

// The word as part of an id or a facet value: transliterated to ASCII, lower case, everything but
// letters and digits becomes one hyphen; apostrophes vanish. "City's Café & Bar" →
// "citys-cafe-bar". A text without any letter or digit gives "x-" and its fingerprint, so that
// nothing collides.
//
// Shapes:   1 to 80 characters of [a-z0-9-], no hyphen at the ends; longer ones are cut and end
//           in "-" and 8 digits of their fingerprint.
// Threads:  Thread-safe
std::string slug(std::string_view text);

// The anchor that GitHub and most site generators give a heading: lower case, punctuation gone,
// every blank a hyphen. "What’s new & next?" → "whats-new--next". Not unique by itself
// (passage_builder.h makes it so); "section" where nothing remains.
std::string heading_anchor(std::string_view heading);

} // namespace praxis::corpus
