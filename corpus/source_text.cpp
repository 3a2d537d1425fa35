// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#include "corpus/source_text.h"

#include "base/file.h"
#include "corpus/charset.h"

#include <fmt/format.h>

namespace praxis::corpus {

namespace {

std::string reason_of(const Error& error) {
    if (error.kind() == ErrorKind::InvalidInput)
        return fmt::format("the file is larger than {} MB, which is more than is read of one "
                           "publication; split it",
                           max_record_bytes / (1024 * 1024));
    return error.message();
}

} // namespace

std::optional<std::string> read_source_bytes(const SourceFile& source, const Sink& sink) {
    auto bytes = read_file(source.file, max_record_bytes);
    if (bytes)
        return std::move(*bytes);
    remark(sink, Severity::Error, source, 0, reason_of(bytes.error()));
    return std::nullopt;
}

std::optional<std::string> read_source_text(const SourceFile& source, const Sink& sink) {
    const auto bytes = read_source_bytes(source, sink);
    if (!bytes)
        return std::nullopt;
    DecodedText decoded = decode_text(*bytes);
    for (std::string& text : decoded.remarks)
        remark(sink, Severity::Note, source, 0, std::move(text));
    return std::move(decoded.text);
}

std::optional<schemas::XmlNode>
read_source_xml(std::string_view bytes, const SourceFile& source, const Sink& sink) {
    std::vector<Error> mended;
    auto root = schemas::parse_xml(bytes, source.path, &mended);
    for (const Error& error : mended)
        remark(sink, Severity::Note, source, error);
    if (root)
        return std::move(*root);
    remark(sink, Severity::Error, source, root.error());
    return std::nullopt;
}

void remark(const Sink& sink, Severity severity, const SourceFile& source, const Error& error) {
    sink.diagnostic({.severity = severity,
                     .path = source.path,
                     .line = error.position().line,
                     .column = error.position().column,
                     .text = error.message()});
}

void remark(
    const Sink& sink, Severity severity, const SourceFile& source, int line, std::string text) {
    sink.diagnostic({.severity = severity,
                     .path = source.path,
                     .line = line,
                     .column = 0,
                     .text = std::move(text)});
}

} // namespace praxis::corpus
