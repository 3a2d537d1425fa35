// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#include "server/http/openapi_handlers.h"

#include "server/http/openapi.h"
#include "server/http/pages/guide/api_page.h"

namespace praxis::http {

Admitted<Response> send_openapi(const Call& call) {
    if (auto checked = check_parameters(call.target.parameters, {}); !checked)
        return tl::unexpected(checked.error());
    return answer_with(json_type, openapi_json(*call.searcher.library()));
}

Admitted<Response> show_api_page(const Call& call) {
    if (auto checked = check_parameters(call.target.parameters, {}); !checked)
        return tl::unexpected(checked.error());
    const auto library = call.searcher.library();
    return answer_with(html_type, api_page(openapi_json(*library), *library));
}

} // namespace praxis::http
