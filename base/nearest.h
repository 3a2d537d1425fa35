// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <span>
#include <string_view>

namespace praxis {

// The known word that a mistyped one most likely meant: at most two edits away (insertion,
// deletion, substitution, transposition), or empty when nothing is near.
//
// Threads:  Immutable
std::string_view nearest_word(std::string_view mistyped, std::span<const std::string_view> known);

} // namespace praxis
