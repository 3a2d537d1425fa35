// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#include "index/folder/seal.h"

#include "base/expects.h"
#include "base/fingerprint.h"

#include <fmt/format.h>

namespace praxis::index {

namespace {

constexpr std::string_view opening = "{\n";

std::string checksum_line(std::string_view json) {
    return fmt::format(" \"checksum\": \"{}\",\n", to_hex(fingerprint_of(json)));
}

} // namespace

std::string seal(std::string_view json) {
    expects(json.starts_with(opening), "an indented JSON object is sealed");
    return fmt::format("{}{}{}\n", opening, checksum_line(json), json.substr(opening.size()));
}

Result<std::string> unseal(std::string_view sealed) {
    const std::size_t line_size = checksum_line("").size();
    const bool long_enough = sealed.size() > opening.size() + line_size;
    if (long_enough && sealed.starts_with(opening) && sealed.ends_with('\n')) {
        const std::string_view line = sealed.substr(opening.size(), line_size);
        std::string json(opening);
        json += sealed.substr(opening.size() + line_size);
        json.pop_back();
        if (line == checksum_line(json))
            return json;
    }
    return failure(ErrorKind::Corrupt, "its checksum does not match its text");
}

} // namespace praxis::index
