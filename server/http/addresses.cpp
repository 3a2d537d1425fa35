// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#include "server/http/addresses.h"

#include "base/utf8.h"
#include "server/http/percent.h"

namespace praxis::http {

namespace {

std::string_view without_trailing_slash(std::string_view url) {
    return url.ends_with('/') ? url.substr(0, url.size() - 1) : url;
}

} // namespace

std::string publication_address(std::string_view base_url, std::string_view id) {
    return std::string(without_trailing_slash(base_url)) + "/publications/" +
           percent_encode(id, "/");
}

std::string publication_data_address(std::string_view id) {
    return "/v1/publications/" + percent_encode(id, "/");
}

std::string fragment(std::string_view anchor) {
    return anchor.empty() ? std::string() : "#" + percent_encode(anchor);
}

bool is_safe_link(std::string_view url) {
    const std::string scheme = to_lower_ascii(url.substr(0, url.find(':')));
    return scheme == "https" || scheme == "http" || scheme == "mailto";
}

} // namespace praxis::http
