// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "index/image/image.h"

#include <optional>
#include <string>

namespace praxis::index {

// What a base and its delta say together that an image of all does not say, or the other way
// round: the first difference, in a sentence.
//
// Compared are publications (id, dates, length, where fields begin, what titles are ordered by),
// values of facets, and every posting of every exact form. The rest of an image follows from these.
//
// Threads:  Immutable
std::optional<std::string> difference(const Image& base, const Image& delta, const Image& whole);

} // namespace praxis::index
