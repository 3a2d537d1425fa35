// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#include "corpus/formats/markdown_reader.h"

#include "corpus/formats/markdown_text.h"
#include "corpus/front_matter.h"
#include "corpus/source_text.h"

namespace praxis::corpus {

namespace {

class MarkdownReader : public Reader {
public:
    std::string_view format() const override { return "markdown"; }

    void read(const SourceFile& source, const Sink& sink) const override {
        const auto text = read_source_text(source, sink);
        if (!text)
            return;
        FrontMatter front = split_front_matter(*text);
        for (FrontMatterRemark& untidy : front.remarks)
            remark(sink, untidy.severity, source, untidy.line, std::move(untidy.text));
        Record record;
        record.values = std::move(front.values);
        record.passages = read_markdown(front.body);
        if (record.passages.empty() && record.values.empty())
            return remark(sink, Severity::Note, source, 0, "left out: the file is empty");
        sink.record(std::move(record));
    }
};

} // namespace

std::unique_ptr<Reader> make_markdown_reader() {
    return std::make_unique<MarkdownReader>();
}

} // namespace praxis::corpus
