// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#include "corpus/formats/html_reader.h"

#include "base/utf8.h"
#include "corpus/charset.h"
#include "corpus/formats/text_reader.h"
#include "corpus/formats/wordpress_markup.h"
#include "corpus/front_matter.h"
#include "corpus/html_text.h"
#include "corpus/source_text.h"
#include "corpus/template_tags.h"

#include <algorithm>

namespace praxis::corpus {

namespace {

constexpr std::size_t head_bytes = 4096; // where a page must say its encoding

// What <meta charset="…"> or its older form says.
std::string declared_encoding(std::string_view bytes) {
    const std::string head = to_lower_ascii(bytes.substr(0, head_bytes));
    const std::size_t at = head.find("charset=");
    if (at == std::string::npos || head.rfind("<meta", at) == std::string::npos)
        return {};
    std::string_view name = std::string_view(head).substr(at + 8);
    if (name.starts_with('"') || name.starts_with('\''))
        name.remove_prefix(1);
    return std::string(name.substr(0, name.find_first_of("\"' />;\n")));
}

// Whether a tag begins here: "<p>", "</p ", "<br/"; not "<https://…>" or "< b".
bool begins_tag(std::string_view text) {
    constexpr std::string_view signs =
        "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789";
    text.remove_prefix(1);
    if (text.starts_with('!') || text.starts_with('?'))
        return true;
    if (text.starts_with('/'))
        text.remove_prefix(1);
    const std::size_t end = text.find_first_not_of(signs);
    return end != 0 && end != std::string_view::npos &&
           std::string_view(" \t\n/>").find(text[end]) != std::string_view::npos;
}

bool has_tags(std::string_view text) {
    for (std::size_t at = text.find('<'); at != std::string_view::npos; at = text.find('<', at + 1))
        if (begins_tag(text.substr(at, 64)))
            return true;
    return false;
}

bool is_whole_page(std::string_view text) {
    const std::string head = to_lower_ascii(text.substr(0, 2048));
    return head.find("<html") != std::string::npos || head.find("<body") != std::string::npos ||
           head.find("<!doctype html") != std::string::npos;
}

class HtmlReader : public Reader {
public:
    HtmlReader() : text_reader_(make_text_reader()) {}

    std::string_view format() const override { return "html"; }

    void read(const SourceFile& source, const Sink& sink) const override {
        const auto bytes = read_source_bytes(source, sink);
        if (!bytes)
            return;
        DecodedText decoded = decode_text(*bytes, declared_encoding(*bytes));
        if (!has_tags(decoded.text) && !trim(decoded.text).empty())
            return text_reader_->read(source, sink);
        for (std::string& text : decoded.remarks)
            remark(sink, Severity::Note, source, 0, std::move(text));
        read_text(decoded.text, source, sink);
    }

private:
    static void read_text(std::string_view text, const SourceFile& source, const Sink& sink) {
        FrontMatter front = split_front_matter(text);
        for (const FrontMatterRemark& untidy : front.remarks)
            remark(sink, untidy.severity, source, untidy.line, untidy.text);
        const bool is_template = !front.values.empty();
        const bool is_fragment = is_template && !is_whole_page(front.body);
        auto html = read_html(is_template ? replace_template_tags(without_shortcodes(front.body))
                                          : std::string(front.body),
                              is_fragment ? HtmlExtent::Fragment : HtmlExtent::Page);
        if (!html)
            return remark(sink, Severity::Error, source, 0, html.error().message());
        Record record;
        record.values = std::move(front.values);
        for (KeyValue& value : html->values) {
            value.line += value.line > 0 ? front.body_line - 1 : 0;
            record.values.push_back(std::move(value));
        }
        record.passages = std::move(html->passages);
        hand_over(std::move(record), source, sink);
    }

    static void hand_over(Record record, const SourceFile& source, const Sink& sink) {
        record.source_id = record.first("citation_doi");
        if (record.passages.empty() && record.first("title").empty())
            return remark(sink, Severity::Note, source, 0, "left out: the page holds no text");
        if (record.passages.empty())
            remark(sink, Severity::Warning, source, 0, "the page has a title but no text");
        sink.record(std::move(record));
    }

    std::unique_ptr<Reader> text_reader_;
};

} // namespace

std::unique_ptr<Reader> make_html_reader() {
    return std::make_unique<HtmlReader>();
}

} // namespace praxis::corpus
