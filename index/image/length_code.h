// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <cstdint>

namespace praxis::index {

// A publication's weighted length as one byte.
//
// Lengths up to 15 are kept; beyond, four significant bits, rounded down: the code c >= 16 stands
// for (8 + c % 8) << (c / 8 - 1). That is what ranking uses, everywhere: a length that differs by
// less than an eighth says nothing about a publication.
//
// Units:    tokens, each counted by the weight of its field.
// Threads:  Immutable

// The largest code whose length is not above `length`.
std::uint8_t length_code(double length);

double decoded_length(std::uint8_t code);

} // namespace praxis::index
