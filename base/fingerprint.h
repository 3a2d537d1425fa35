// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "base/result.h"

#include <cstdint>
#include <filesystem>
#include <memory>
#include <string>
#include <string_view>

namespace praxis {

// A stable 64-bit hash of bytes (XXH3-64, seed 0): the checksum of files on disk and the
// fingerprint of contents. Finds accidents, not attackers.
//
// Threads:  Thread-compatible
// Source:   https://github.com/Cyan4973/xxHash, doc/xxhash_spec.md
class Fingerprint {
public:
    Fingerprint();
    ~Fingerprint();
    Fingerprint(Fingerprint&&) noexcept;
    Fingerprint& operator=(Fingerprint&&) noexcept;

    Fingerprint& add(std::string_view bytes);

    // Adds the length too, so that ("ab","c") and ("a","bc") differ.
    Fingerprint& add_part(std::string_view bytes);

    std::uint64_t value() const;

private:
    struct State;
    std::unique_ptr<State> state_;
};

std::uint64_t fingerprint_of(std::string_view bytes);

// Of a file's content, read in pieces; NotFound or Unavailable where it cannot be read.
Result<std::uint64_t> fingerprint_of_file(const std::filesystem::path& file);

// Sixteen lower-case hexadecimal digits.
std::string to_hex(std::uint64_t value);

} // namespace praxis
