// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "schemas/xml.h"
#include "corpus/reader.h"

#include <optional>
#include <string>

namespace praxis::corpus {

// A source file read whole: as bytes, or as text (charset.h).
//
// Shapes:   at most max_record_bytes.
// Errors:   none; what keeps the file from being read goes to the sink as an Error and nothing
//           is returned; what had to be mended goes to the sink as Notes.
// Threads:  Thread-safe
std::optional<std::string> read_source_bytes(const SourceFile& source, const Sink& sink);

std::optional<std::string> read_source_text(const SourceFile& source, const Sink& sink);

// The bytes of a source as an XML tree; what was wrong or mended goes to the sink with its place.
std::optional<schemas::XmlNode>
read_source_xml(std::string_view bytes, const SourceFile& source, const Sink& sink);

// Hands an error with its position to the sink.
void remark(const Sink& sink, Severity severity, const SourceFile& source, const Error& error);

// Hands one remark about a source to the sink.
void remark(
    const Sink& sink, Severity severity, const SourceFile& source, int line, std::string text);

} // namespace praxis::corpus
