// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace praxis::fuzz {

// The input as text.
inline std::string_view text_of(const std::uint8_t* bytes, std::size_t size) {
    return {reinterpret_cast<const char*>(bytes), size};
}

// Reads the bytes as a file of that extension, with whatever reader the registry chooses, down to
// publications; stops the program if something is not as the headers promise.
void run_reader(std::string_view bytes, std::string_view extension);

} // namespace praxis::fuzz
