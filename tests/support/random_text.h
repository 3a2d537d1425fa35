// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <rapidcheck.h>

#include <string>

namespace praxis::tests {

// Random texts that meet the rules of analysis often: words, numbers, marks, quotes, dashes,
// blanks of all kinds, letters of many scripts, strewn together without sense.
rc::Gen<std::string> text_of_scraps();

// The same from ASCII alone.
rc::Gen<std::string> ascii_text();

// Any bytes at all.
rc::Gen<std::string> any_bytes();

} // namespace praxis::tests
