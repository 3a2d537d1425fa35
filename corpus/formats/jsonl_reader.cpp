// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#include "corpus/formats/jsonl_reader.h"

#include "base/utf8.h"
#include "corpus/charset.h"
#include "corpus/formats/plain_text.h"
#include "corpus/json_values.h"
#include "corpus/line_stream.h"
#include "corpus/passage_builder.h"
#include "corpus/source_text.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

namespace praxis::corpus {

namespace {

// The keys that hold the text; the first that a line has is taken.
constexpr std::array<std::string_view, 4> text_keys = {"text", "body", "content", "abstract"};

std::vector<schemas::Passage> passages_of(std::string_view text) {
    PassageBuilder passages;
    for (const Paragraph& paragraph : paragraphs_of(text))
        passages.paragraph(paragraph.text);
    return passages.take();
}

std::string_view text_key_of(const Record& record) {
    const auto* found = std::find_if(
        text_keys.begin(), text_keys.end(), [&](auto key) { return !record.first(key).empty(); });
    return found == text_keys.end() ? std::string_view() : *found;
}

Record record_of(std::vector<KeyValue> values, int line) {
    Record record;
    record.values = std::move(values);
    record.line = line;
    record.anchor = fmt::format("line-{}", line);
    record.source_id = record.first("id");
    const std::string_view text_key = text_key_of(record);
    record.passages = passages_of(record.first(text_key));
    std::erase_if(record.values, [&](const KeyValue& entry) {
        return entry.key == "id" || entry.key == text_key;
    });
    return record;
}

Diagnostic bad_line(std::string_view line, const Error& error, const SourceFile& source) {
    const auto at = std::min(static_cast<std::size_t>(error.position().column), line.size());
    return {.severity = Severity::Error,
            .path = source.path,
            .line = error.position().line,
            .column = static_cast<int>(code_point_offset(line, at)),
            .text = fmt::format("not a JSON object: {}", error.message())};
}

class JsonlReader : public Reader {
public:
    std::string_view format() const override { return "jsonl"; }

    void read(const SourceFile& source, const Sink& sink) const override {
        LineStream lines(source.file, max_record_bytes);
        for (LineStream::Line line; lines.next(line);)
            read_line(line, source, sink);
        if (!lines.is_good())
            remark(sink, Severity::Error, source, 0, "cannot read the file");
    }

private:
    static void
    read_line(const LineStream::Line& line, const SourceFile& source, const Sink& sink) {
        if (line.too_long)
            return remark(sink,
                          Severity::Error,
                          source,
                          line.number,
                          "the line is larger than what is read of one publication");
        DecodedText decoded = decode_text(line.text);
        if (trim(decoded.text).empty())
            return;
        for (std::string& text : decoded.remarks)
            remark(sink, Severity::Note, source, line.number, std::move(text));
        auto values = read_json_values(decoded.text, line.number);
        if (!values)
            return sink.diagnostic(bad_line(decoded.text, values.error(), source));
        sink.record(record_of(std::move(*values), line.number));
    }
};

} // namespace

std::unique_ptr<Reader> make_jsonl_reader() {
    return std::make_unique<JsonlReader>();
}

} // namespace praxis::corpus
