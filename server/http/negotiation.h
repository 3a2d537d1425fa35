// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "server/http/body_stream.h"

#include <memory>
#include <span>
#include <string>
#include <string_view>

namespace praxis::http {

// What a client takes: Accept and Accept-Encoding.
//
// Threads:  Immutable
// Source:   RFC 9110, 12.5

// How much a client wants a media type, 0 (not at all) to 1; the most specific range counts.
// An empty header takes everything.
double quality_of(std::string_view accept, std::string_view media_type);

// The media type a client wants most, of equals the first; empty if it takes none of them.
std::string_view preferred_type(std::string_view accept,
                                std::span<const std::string_view> media_types);

bool takes_gzip(std::string_view accept_encoding);

// Whether an If-None-Match header names this entity tag (weak comparison). "*" never does: it is
// meant for writes.
bool names_tag(std::string_view if_none_match, std::string_view tag);

// The text in gzip's format.
std::string gzip(std::string_view text);

// The stream in gzip's format, packed as it flows.
std::unique_ptr<BodyStream> gzip(std::unique_ptr<BodyStream> stream);

} // namespace praxis::http
