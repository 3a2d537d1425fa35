// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <string>
#include <string_view>

namespace praxis::corpus {

// The text of a WordPress post as the HTML that WordPress itself would make of it: blank lines
// become paragraphs, line ends become breaks, [shortcodes] vanish (what a caption or a quotation
// encloses stays). Square brackets that people write are left alone.
//
// Threads:  Immutable
// Source:   WordPress wpautop() and do_shortcode(), as far as text is concerned
std::string wordpress_markup(std::string_view post);

// A post without its [shortcodes]; what they enclose and the text of captions stays.
std::string without_shortcodes(std::string_view post);

} // namespace praxis::corpus
