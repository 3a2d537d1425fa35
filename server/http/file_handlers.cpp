// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#include "server/http/file_handlers.h"

#include "base/fingerprint.h"
#include "server/http/web_files.h"

namespace praxis::http {

namespace {

Response
send_file(std::string_view media_type, std::string_view content, std::string_view caching) {
    Response response = answer_with(media_type, std::string(content));
    response.headers.set("Cache-Control", std::string(caching));
    return response;
}

} // namespace

Admitted<Response> send_style_sheet(const Call&) {
    return send_file("text/css", style_sheet(), "public, max-age=31536000, immutable");
}

Admitted<Response> send_icon(const Call&) {
    return send_file("image/svg+xml", icon(), "public, max-age=86400");
}

Admitted<Response> send_robots(const Call&) {
    return send_file("text/plain", robots(), "public, max-age=3600");
}

std::string style_sheet_address() {
    return "/web/style.css?v=" + to_hex(fingerprint_of(style_sheet()));
}

} // namespace praxis::http
