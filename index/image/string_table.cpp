// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#include "index/image/string_table.h"

#include "base/bisection.h"
#include "base/expects.h"

#include <limits>

namespace praxis::index {

void StringTableWriter::add(std::string_view text) {
    expects(bytes_.size() + text.size() <= std::numeric_limits<std::uint32_t>::max(),
            "a table of strings holds less than 4 GB");
    bytes_.append(text);
    offsets_.push_back(static_cast<std::uint32_t>(bytes_.size()));
}

void StringTableWriter::write(SectionWriter& file, std::uint32_t number) const {
    file.section(number, offsets_);
    file.begin(number + 1);
    file.write(bytes_);
}

StringTable::StringTable(const SectionFile& file, std::uint32_t number)
    : offsets_(file.values<std::uint32_t>(number)), bytes_(file.bytes(number + 1)) {
    if (offsets_.empty() || offsets_.back() > bytes_.size())
        throw Error(ErrorKind::Corrupt, "a table of strings is cut short");
}

std::uint32_t StringTable::lower_bound(std::string_view text) const {
    return first_without(0, size(), [&](std::uint32_t place) { return (*this)[place] < text; });
}

std::optional<std::uint32_t> StringTable::find(std::string_view text) const {
    const std::uint32_t at = lower_bound(text);
    return at < size() && (*this)[at] == text ? std::optional(at) : std::nullopt;
}

std::pair<std::uint32_t, std::uint32_t> StringTable::prefix_range(std::string_view prefix) const {
    const std::uint32_t first = lower_bound(prefix);
    return {first, first_without(first, size(), [&](std::uint32_t place) {
                return (*this)[place].starts_with(prefix);
            })};
}

} // namespace praxis::index
