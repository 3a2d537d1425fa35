// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "server/http/pages/html_writer.h"

#include <string_view>

namespace praxis::http {

// A button that copies the text of the element `target` ("#id"); hidden where no script shows it.
//
// Threads:  Immutable
void write_copy_button(HtmlWriter& html, std::string_view target, std::string_view label);

} // namespace praxis::http
