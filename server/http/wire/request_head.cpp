// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#include "server/http/wire/request_head.h"

#include "base/utf8.h"
#include "server/http/limits.h"

#include <algorithm>

namespace praxis::http {

namespace {

using enum ProblemType;

constexpr std::size_t max_method = 32;

bool is_digit(char c) {
    return c >= '0' && c <= '9';
}

bool is_alphanumeric(char c) {
    return is_digit(c) || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

bool is_token_character(char c) {
    return is_alphanumeric(c) ||
           std::string_view("!#$%&'*+-.^_`|~").find(c) != std::string_view::npos;
}

bool is_token(std::string_view text) {
    return !text.empty() && std::ranges::all_of(text, is_token_character);
}

bool is_control(char c) {
    return static_cast<unsigned char>(c) < 0x20 || c == 0x7F;
}

bool is_target_character(char c) {
    return !is_control(c) && c != ' ' && c != '#';
}

std::string_view trim_blanks(std::string_view text) {
    const auto is_blank = [](char c) {
        return c == ' ' || c == '\t';
    };
    while (!text.empty() && is_blank(text.front()))
        text.remove_prefix(1);
    while (!text.empty() && is_blank(text.back()))
        text.remove_suffix(1);
    return text;
}

// "=?utf-8?Q?a=0D=0AX?=": harmless to us, who never decode it, but not to what may stand behind
// or before us.
bool has_encoded_word(std::string_view value) {
    const std::size_t begin = value.find("=?");
    if (begin == std::string_view::npos)
        return false;
    const std::size_t encoding = value.find('?', begin + 2);
    const std::size_t text =
        encoding == std::string_view::npos ? encoding : value.find('?', encoding + 1);
    return text == encoding + 2 && value.find("?=", text + 1) != std::string_view::npos;
}

Admitted<void> read_version(std::string_view version, RequestHead& head) {
    if (version == "HTTP/1.1" || version == "HTTP/1.0") {
        head.minor_version = version.back() - '0';
        return {};
    }
    const bool well_formed = version.size() == 8 && version.starts_with("HTTP/") &&
                             is_digit(version[5]) && version[6] == '.' && is_digit(version[7]);
    if (well_formed)
        return refusal(VersionNotSupported, "Only HTTP/1.0 and HTTP/1.1 are understood.");
    return refusal(MalformedRequest, "The request line does not end in HTTP/1.1.");
}

Admitted<void> read_request_line(std::string_view line, RequestHead& head) {
    const std::size_t first = line.find(' ');
    const std::size_t last = line.rfind(' ');
    if (first == std::string_view::npos || first == last)
        return refusal(MalformedRequest,
                       "The request line needs a method, a target and a version.");
    head.method = line.substr(0, first);
    head.target = line.substr(first + 1, last - first - 1);
    if (!is_token(head.method) || head.method.size() > max_method)
        return refusal(MalformedRequest, "The method is not a word.");
    if (head.target.empty() || !std::ranges::all_of(head.target, is_target_character))
        return refusal(MalformedRequest,
                       "The request target has blanks or other stray characters.");
    return read_version(line.substr(last + 1), head);
}

Admitted<HeaderField> read_field(std::string_view line) {
    const std::size_t colon = line.find(':');
    if (colon == std::string_view::npos || !is_token(line.substr(0, colon)))
        return refusal(
            MalformedRequest,
            "A header line needs a name without blanks, a colon and a value, and may not "
            "be folded.");
    HeaderField field{to_lower_ascii(line.substr(0, colon)),
                      std::string(trim_blanks(line.substr(colon + 1)))};
    if (has_encoded_word(field.value))
        return refusal(MalformedRequest, "Encoded words are not allowed in header fields.");
    return field;
}

// Cuts the next line off; HeadScanner has made sure that every line ends in CR LF.
std::string_view next_line(std::string_view& bytes) {
    const std::size_t end = bytes.find("\r\n");
    const std::string_view line = bytes.substr(0, end);
    bytes.remove_prefix(end + 2);
    return line;
}

} // namespace

std::vector<std::string_view> RequestHead::values(std::string_view name) const {
    std::vector<std::string_view> found;
    for (const HeaderField& field : fields)
        if (field.name == name)
            found.push_back(field.value);
    return found;
}

std::string RequestHead::list(std::string_view name) const {
    std::string joined;
    for (const std::string_view value : values(name)) {
        if (!joined.empty())
            joined += ", ";
        joined += value;
    }
    return joined;
}

Admitted<std::optional<std::size_t>> HeadScanner::scan(std::string_view bytes) {
    for (; scanned_ < bytes.size(); ++scanned_) {
        const char c = bytes[scanned_];
        if (in_request_line_ && scanned_ - line_start_ > max_request_line)
            return refusal(TargetTooLong, "The request line is longer than 16,384 bytes.");
        if (scanned_ >= max_head)
            return refusal(HeaderTooLarge, "The head is longer than 32,768 bytes.");
        if (is_control(c) && c != '\r' && c != '\n' && c != '\t')
            return refusal(MalformedRequest, "The head contains a control character.");
        const bool after_return = scanned_ > 0 && bytes[scanned_ - 1] == '\r';
        if ((c == '\n') != after_return)
            return refusal(MalformedRequest, "Lines of the head must end in CR LF.");
        if (c != '\n')
            continue;
        if (scanned_ - line_start_ == 1)
            return scanned_ + 1;
        line_start_ = scanned_ + 1;
        in_request_line_ = false;
    }
    return std::nullopt;
}

Admitted<RequestHead> parse_request_head(std::string_view bytes) {
    RequestHead head;
    if (auto read = read_request_line(next_line(bytes), head); !read)
        return tl::unexpected(read.error());
    for (std::string_view line = next_line(bytes); !line.empty(); line = next_line(bytes)) {
        if (head.fields.size() == max_header_fields)
            return refusal(HeaderTooLarge, "The head has more than 100 fields.");
        auto field = read_field(line);
        if (!field)
            return tl::unexpected(field.error());
        head.fields.push_back(std::move(*field));
    }
    return head;
}

} // namespace praxis::http
