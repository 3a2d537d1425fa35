// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace praxis::corpus {

// The authors that one value names: "By Ada Hill, Ben Ray and Cy Lee" → three names.
//
// Splits at "and", "&" and ";", at commas only between names of two words or more, so that
// "Ada Hill, Jr." and "Department of Health and Human Services" stay whole; "Hill, Ada" becomes
// "Ada Hill". "By" in front, e-mail addresses and web addresses are left out.
//
// Shapes:   names with blanks collapsed, none empty; none at all for an address alone.
// Threads:  Immutable
std::vector<std::string> names_of(std::string_view written);

// A slug as a name to show: "ada-hill" → "Ada Hill"; anything else as it is.
std::string readable_name(std::string_view word);

// A slug as words to show: "social-media" → "social media"; anything else as it is, and what only
// looks like a slug: "e-mail", "covid-19".
std::string readable_words(std::string_view word);

} // namespace praxis::corpus
