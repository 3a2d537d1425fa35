// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#include "server/http/file_handlers.h"

#include "base/fingerprint.h"
#include "server/http/web_files.h"

namespace praxis::http {

namespace {

// Under an address with a version the content never changes.
Response send_file(const Call& call, std::string_view media_type, std::string_view content) {
    const bool is_versioned = call.target.parameters.first("v").has_value();
    Response response = answer_with(media_type, std::string(content));
    response.headers.set("Cache-Control",
                         is_versioned ? "public, max-age=31536000, immutable"
                                      : "public, max-age=3600");
    return response;
}

std::string versioned(std::string_view path, std::string_view content) {
    return std::string(path) + "?v=" + to_hex(fingerprint_of(content));
}

} // namespace

Admitted<Response> send_style_sheet(const Call& call) {
    return send_file(call, "text/css", style_sheet());
}

Admitted<Response> send_page_script(const Call& call) {
    return send_file(call, "text/javascript", page_script());
}

Admitted<Response> send_search_box(const Call& call) {
    Response response = send_file(call, "text/javascript", search_box());
    response.headers.set("Cross-Origin-Resource-Policy", "cross-origin");
    return response;
}

Admitted<Response> send_icon(const Call& call) {
    return send_file(call, "image/svg+xml", icon());
}

Admitted<Response> send_robots(const Call& call) {
    return send_file(call, "text/plain", robots());
}

std::string style_sheet_address() {
    return versioned("/web/style.css", style_sheet());
}

std::string page_script_address() {
    return versioned("/web/page.js", page_script());
}

std::string search_box_address() {
    return versioned("/embed/praxis-search.js", search_box());
}

} // namespace praxis::http
