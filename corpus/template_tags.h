// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <string>
#include <string_view>

namespace praxis::corpus {

// The text without the tags of a site generator's templates: {{ site.url }}, {% include x %}.
// What stands between an opening and a closing tag stays; between {% comment %} and
// {% endcomment %} it goes.
//
// Threads:  Immutable
std::string without_template_tags(std::string_view text);

} // namespace praxis::corpus
