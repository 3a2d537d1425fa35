// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

namespace praxis::index {

// Checks an index folder as thoroughly as can be: every checksum of every kept generation, the
// structure of the current one (each term, posting, position and stored publication is read), that
// catalog and index agree, and that the image is the one that the index gives.
//
// The structure is read in a child process, because Lucene++ may crash on damage that checksums
// cannot see (a fault of ours that was written with a right checksum).
//
// Errors:   none; whatever is wrong is in the report, one sentence each.
// Threads:  Immutable

struct VerifyReport {
    std::vector<std::string> problems; // empty: all is well
    std::uint64_t generations = 0;     // whose checksums were read
    std::uint64_t files = 0;
    std::uint64_t bytes = 0;
    std::uint64_t publications = 0; // of the current generation, read whole
    std::uint64_t terms = 0;

    bool sound() const { return problems.empty(); }
};

VerifyReport verify(const std::filesystem::path& index);

} // namespace praxis::index
