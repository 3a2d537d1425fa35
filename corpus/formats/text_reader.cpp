// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#include "corpus/formats/text_reader.h"

#include "base/utf8.h"
#include "corpus/formats/saved_page.h"
#include "corpus/front_matter.h"
#include "corpus/passage_builder.h"
#include "corpus/source_text.h"

#include <fmt/format.h>

#include <algorithm>

namespace praxis::corpus {

namespace {

constexpr std::size_t shortest_prose = 80;

bool is_prose(std::string_view paragraph) {
    return count_code_points(paragraph) >= shortest_prose;
}

// The paragraph as lines: each is a paragraph of the passage.
void add_lines(PassageBuilder& passages, std::string_view paragraph) {
    while (!paragraph.empty()) {
        const std::size_t end = std::min(paragraph.find('\n'), paragraph.size());
        passages.paragraph(paragraph.substr(0, end));
        paragraph.remove_prefix(std::min(end + 1, paragraph.size()));
    }
}

// A heading stands alone at the top, or above prose.
bool is_heading(const std::vector<Paragraph>& paragraphs, std::size_t at) {
    return looks_like_heading(paragraphs[at].text) && at + 1 < paragraphs.size() &&
           (at == 0 || is_prose(paragraphs[at + 1].text));
}

void add_paragraph(PassageBuilder& passages, const std::vector<Paragraph>& all, std::size_t at) {
    std::string_view text = all[at].text;
    if (!is_heading(all, at))
        return add_lines(passages, text);
    const int level = at == 0 ? 1 : 2;
    const std::size_t end = std::min(text.find('\n'), text.size());
    passages.heading(level, text.substr(0, end));
    if (end < text.size())
        passages.heading(level + 1, text.substr(end + 1));
}

class TextReader : public Reader {
public:
    std::string_view format() const override { return "text"; }

    void read(const SourceFile& source, const Sink& sink) const override {
        const auto text = read_source_text(source, sink);
        if (!text)
            return;
        FrontMatter front = split_front_matter(*text);
        for (const FrontMatterRemark& untidy : front.remarks)
            remark(sink, untidy.severity, source, untidy.line, untidy.text);
        SavedPage page = clean_saved_page(paragraphs_of(front.body));
        for (const Paragraph& gone : page.left_out)
            remark(sink,
                   Severity::Note,
                   source,
                   gone.line + front.body_line - 1,
                   fmt::format("left out: \"{}\"",
                               first_code_points(collapse_whitespace(gone.text), 60)));
        Record record;
        record.values = std::move(front.values);
        for (const std::string& author : page.authors)
            record.add("author", author);
        record.add("date", page.date);
        PassageBuilder passages;
        for (std::size_t i = 0; i < page.paragraphs.size(); ++i)
            add_paragraph(passages, page.paragraphs, i);
        record.passages = passages.take();
        if (record.passages.empty() && record.values.empty())
            return remark(sink, Severity::Note, source, 0, "left out: the file is empty");
        sink.record(std::move(record));
    }
};

} // namespace

std::unique_ptr<Reader> make_text_reader() {
    return std::make_unique<TextReader>();
}

} // namespace praxis::corpus
