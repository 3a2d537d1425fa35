// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#include "server/http/pages/share.h"

namespace praxis::http {

void write_copy_button(HtmlWriter& html, std::string_view target, std::string_view label) {
    html.element(
        "button",
        {{"type", "button"}, {"class", "copy"}, {"data-copy", target}, {"hidden", "hidden"}},
        label);
}

} // namespace praxis::http
