// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#include "server/http/wire/admission.h"

#include "base/utf8.h"
#include "server/http/limits.h"

#include <algorithm>
#include <charconv>

namespace praxis::http {

namespace {

using enum ProblemType;

bool is_host_character(char c) {
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
           std::string_view("-._~:[]%").find(c) != std::string_view::npos;
}

Admitted<void> check_host(const RequestHead& head) {
    const auto hosts = head.values("host");
    if (hosts.empty() && head.minor_version == 0)
        return {};
    if (hosts.size() != 1)
        return refusal(MalformedRequest, "A request needs exactly one Host field.");
    if (hosts[0].empty() || hosts[0].size() > 255 ||
        !std::ranges::all_of(hosts[0], is_host_character))
        return refusal(MalformedRequest, "The Host field is not the name of a host.");
    return {};
}

Admitted<void> check_transfer_encoding(const RequestHead& head) {
    const auto codings = head.values("transfer-encoding");
    if (codings.empty())
        return {};
    if (!head.values("content-length").empty())
        return refusal(MalformedRequest,
                       "Content-Length and Transfer-Encoding may not stand together.");
    if (codings.size() > 1 || to_lower_ascii(codings[0]) != "chunked" || head.minor_version == 0)
        return refusal(MalformedRequest, "The Transfer-Encoding is not understood.");
    return refusal(LengthRequired, "Send a Content-Length instead of a body in chunks.");
}

Admitted<std::uint64_t> body_length_of(const RequestHead& head) {
    const auto lengths = head.values("content-length");
    if (lengths.empty())
        return 0;
    const std::string_view digits = lengths[0];
    std::uint64_t length = 0;
    const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), length);
    // from_chars takes neither a sign nor blanks for an unsigned number.
    if (lengths.size() > 1 || error == std::errc::invalid_argument ||
        end != digits.data() + digits.size())
        return refusal(MalformedRequest, "The Content-Length must stand once and in digits.");
    if (error == std::errc::result_out_of_range || length > max_drained_body)
        return refusal(BodyTooLarge, "The body is longer than 65,536 bytes.");
    return length;
}

bool lists_token(const RequestHead& head, std::string_view field, std::string_view token) {
    const std::string list = to_lower_ascii(head.list(field));
    for (std::string_view rest = list; !rest.empty();) {
        const std::size_t comma = std::min(rest.find(','), rest.size());
        if (trim(rest.substr(0, comma)) == token)
            return true;
        rest.remove_prefix(std::min(comma + 1, rest.size()));
    }
    return false;
}

Admitted<bool> expects_continue(const RequestHead& head) {
    const std::string expectation = to_lower_ascii(head.list("expect"));
    if (expectation.empty() || head.minor_version == 0)
        return false;
    if (expectation != "100-continue")
        return refusal(ExpectationFailed, "Only 100-continue may be expected.");
    return true;
}

} // namespace

Admitted<Framing> admit(const RequestHead& head) {
    if (auto host = check_host(head); !host)
        return tl::unexpected(host.error());
    if (auto coding = check_transfer_encoding(head); !coding)
        return tl::unexpected(coding.error());
    const auto length = body_length_of(head);
    if (!length)
        return tl::unexpected(length.error());
    const auto asked = expects_continue(head);
    if (!asked)
        return tl::unexpected(asked.error());
    const bool keep_alive = head.minor_version == 1 ? !lists_token(head, "connection", "close")
                                                    : lists_token(head, "connection", "keep-alive");
    return Framing{*length, keep_alive, *asked && *length > 0};
}

} // namespace praxis::http
