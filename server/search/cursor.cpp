// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#include "server/search/cursor.h"

#include "base/fingerprint.h"
#include "server/search/request_check.h"

#include <algorithm>
#include <array>
#include <map>
#include <set>

namespace praxis::search {

namespace {

constexpr std::string_view alphabet =
    "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
constexpr char version = 1;
constexpr std::size_t number_bytes = 8;
constexpr std::size_t body_bytes = 2 + 3 * number_bytes;
constexpr std::size_t check_bytes = 4;

void append_number(std::string& bytes, std::uint64_t number, std::size_t count) {
    for (std::size_t i = 0; i < count; ++i)
        bytes += static_cast<char>((number >> (8 * i)) & 0xFF);
}

std::uint64_t number_at(std::string_view bytes, std::size_t at) {
    std::uint64_t number = 0;
    for (std::size_t i = number_bytes; i-- > 0;)
        number = number << 8 | static_cast<unsigned char>(bytes[at + i]);
    return number;
}

void append_check(std::string& bytes) {
    append_number(bytes, fingerprint_of(bytes), check_bytes);
}

std::string to_base64url(std::string_view bytes) {
    std::string text;
    text.reserve((bytes.size() * 4 + 2) / 3);
    std::uint32_t bits = 0;
    int count = 0;
    for (const char byte : bytes) {
        bits = bits << 8 | static_cast<unsigned char>(byte);
        for (count += 8; count >= 6; count -= 6)
            text += alphabet[bits >> (count - 6) & 63];
    }
    if (count > 0)
        text += alphabet[bits << (6 - count) & 63];
    return text;
}

std::optional<std::string> from_base64url(std::string_view text) {
    std::string bytes;
    std::uint32_t bits = 0;
    int count = 0;
    for (const char letter : text) {
        const std::size_t value = alphabet.find(letter);
        if (value == std::string_view::npos)
            return std::nullopt;
        bits = bits << 6 | static_cast<std::uint32_t>(value);
        count += 6;
        if (count >= 8) {
            count -= 8;
            bytes += static_cast<char>(bits >> count & 0xFF);
        }
    }
    return bytes;
}

// What a fingerprint is of: parts, each behind its length.
class Parts {
public:
    Parts() { bytes_.reserve(256); }

    void add(std::string_view part) {
        append_number(bytes_, part.size(), number_bytes);
        bytes_ += part;
    }

    std::uint64_t fingerprint() const { return fingerprint_of(bytes_); }

private:
    std::string bytes_;
};

using Values = std::set<std::string>;

void add_values(Parts& parts, std::string_view name, const Values& values) {
    if (values.empty())
        return;
    parts.add(name);
    parts.add(std::to_string(values.size()));
    for (const std::string& value : values)
        parts.add(value);
}

void add_filters(Parts& parts, const SearchRequest& request) {
    std::map<std::string, Values> conditions;
    for (const FacetFilter& filter : request.filters) {
        conditions[filter.facet + "="].insert(filter.any.begin(), filter.any.end());
        conditions[filter.facet + ".all="].insert(filter.all.begin(), filter.all.end());
        conditions[filter.facet + ".not="].insert(filter.none.begin(), filter.none.end());
        if (filter.missing)
            conditions[filter.facet + ".missing="].insert("true");
    }
    for (const RangeFilter& range : request.ranges)
        conditions[range.field + ".."].insert((range.from ? range.from->to_string() : "") + ".." +
                                              (range.to ? range.to->to_string() : ""));
    for (const auto& [name, values] : conditions)
        add_values(parts, name, values);
}

} // namespace

std::string encode_cursor(const Cursor& cursor) {
    std::string bytes;
    bytes.reserve(body_bytes + check_bytes);
    bytes += version;
    bytes += static_cast<char>(cursor.backwards ? 1 : 0);
    for (const std::uint64_t number : {cursor.generation, cursor.request, cursor.place})
        append_number(bytes, number, number_bytes);
    append_check(bytes);
    return to_base64url(bytes);
}

std::optional<Cursor> decode_cursor(std::string_view text) {
    const std::optional<std::string> bytes = from_base64url(text);
    if (!bytes || bytes->size() != body_bytes + check_bytes || bytes->front() != version)
        return std::nullopt;
    const Cursor cursor{number_at(*bytes, 2),
                        number_at(*bytes, 2 + number_bytes),
                        number_at(*bytes, 2 + 2 * number_bytes),
                        (*bytes)[1] != 0};
    if (encode_cursor(cursor) != text)
        return std::nullopt;
    return cursor;
}

std::uint64_t request_fingerprint(const SearchRequest& request) {
    Parts parts;
    parts.add(request.q);
    const std::array<std::uint64_t, 4> choices{
        static_cast<std::uint64_t>(request.match),
        static_cast<std::uint64_t>(effective_sort(request)),
        static_cast<std::uint64_t>(request.rank),
        request.facet_size,
    };
    for (const std::uint64_t choice : choices)
        parts.add(std::to_string(choice));
    parts.add(request.as_of ? std::to_string(*request.as_of) : "");
    add_filters(parts, request);
    return parts.fingerprint();
}

} // namespace praxis::search
