// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "server/http/citations/reference.h"

#include <string>
#include <string_view>

namespace praxis::http {

// Simple Dublin Core as XML, in the shape that harvesters know.
//
// Threads:  Immutable
// Source:   DCMES 1.1 (ISO 15836); OAI-PMH 2.0, oai_dc; XML 1.0 fifth edition, 2.2
std::string dublin_core(const Reference& reference);

// The text for an element or a quoted attribute; what XML cannot hold becomes U+FFFD.
std::string xml_escape(std::string_view text);

} // namespace praxis::http
