// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace praxis::http {

// The header fields of an answer, in the order in which they are set.
//
// A value that could end its line would let whoever chose it write the rest of the answer, so
// such a value cannot be set.
//
// Errors:   Internal: a name that is no token, a value with a control character.
// Threads:  Thread-compatible
class HeaderList {
public:
    // Replaces the field if it is there.
    void set(std::string_view name, std::string value);

    // The value, or an empty text.
    std::string_view value(std::string_view name) const;

    const std::vector<std::pair<std::string, std::string>>& all() const { return all_; }

private:
    std::vector<std::pair<std::string, std::string>> all_;
};

} // namespace praxis::http
