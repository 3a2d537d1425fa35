// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#include "corpus/formats/wordpress_json_reader.h"

#include "base/file.h"
#include "base/utf8.h"
#include "corpus/charset.h"
#include "corpus/formats/wordpress_markup.h"
#include "corpus/html_text.h"
#include "corpus/json_values.h"
#include "corpus/phrases.h"
#include "corpus/source_text.h"

#include <fmt/format.h>

#include <algorithm>

namespace praxis::corpus {

namespace {

// What a reader of the library wants to know; the rest is WordPress's own.
constexpr std::string_view plain_keys =
    "date|modified|author|link|type|categories|tags|custom_post_date|lang|language";

constexpr std::string_view html_keys = "title|excerpt|title.rendered|excerpt.rendered";

constexpr std::string_view idle_values = "uncategorized|post|page";

// "data.title" → "title"; the post itself may also stand at the top.
std::string_view without_envelope(std::string_view key) {
    return key.starts_with("data.") ? key.substr(5) : key;
}

std::string_view without_rendered(std::string_view key) {
    return key.ends_with(".rendered") ? key.substr(0, key.size() - 9) : key;
}

Record read_values(const std::vector<KeyValue>& values) {
    Record record;
    for (const KeyValue& value : values) {
        const std::string_view key = without_envelope(value.key);
        if (is_listed(key, plain_keys) && !is_listed(to_lower_ascii(value.value), idle_values))
            record.add(key, value.value);
        else if (is_listed(key, html_keys))
            record.add(without_rendered(key), html_to_plain_text(value.value));
    }
    return record;
}

std::string value_of(const std::vector<KeyValue>& values, std::string_view wanted) {
    for (const KeyValue& value : values)
        if (without_envelope(value.key) == wanted)
            return value.value;
    return {};
}

std::string why_left_out(const std::vector<KeyValue>& values) {
    const std::string status = value_of(values, "status");
    if (!status.empty() && status != "publish")
        return fmt::format("its status is \"{}\"", status);
    for (const KeyValue& value : values)
        if (without_envelope(value.key) == "tags" &&
            is_listed(to_lower_ascii(value.value), "do-not-crawl|noindex|do not crawl"))
            return fmt::format("it is tagged \"{}\"", value.value);
    return {};
}

class WordpressJsonReader : public Reader {
public:
    std::string_view format() const override { return "wordpress-json"; }

    void read(const SourceFile& source, const Sink& sink) const override {
        const auto json = read_source_text(source, sink);
        if (!json)
            return;
        const auto values = read_json_values(*json, 1);
        if (!values)
            return remark(sink, Severity::Error, source, values.error());
        if (const std::string reason = why_left_out(*values); !reason.empty())
            return remark(sink, Severity::Note, source, 0, "left out: " + reason);
        Record record = read_values(*values);
        auto html = read_html(body_of(source, *values), HtmlExtent::Fragment);
        if (!html)
            return remark(sink, Severity::Error, source, 0, html.error().message());
        record.passages = std::move(html->passages);
        if (record.passages.empty())
            remark(sink, Severity::Warning, source, 0, "the post has a title but no text");
        sink.record(std::move(record));
    }

private:
    static std::string body_of(const SourceFile& source, const std::vector<KeyValue>& values) {
        auto companion = source.file;
        companion.replace_extension(".html");
        if (const auto bytes = read_file(companion, max_record_bytes))
            return wordpress_markup(decode_text(*bytes).text);
        std::string content = value_of(values, "content.rendered");
        if (content.empty())
            content = value_of(values, "content");
        return wordpress_markup(content);
    }
};

} // namespace

std::unique_ptr<Reader> make_wordpress_json_reader() {
    return std::make_unique<WordpressJsonReader>();
}

bool is_wordpress_json(const FileHead& head) {
    const auto holds = [&](std::string_view text) {
        return head.text.find(text) != std::string::npos;
    };
    return holds("\"title\"") && holds("\"id\"") &&
           (holds("/wp-json/") || holds("\"wordpress_url\"") || holds("\"comment_status\"") ||
            holds("\"guid\""));
}

} // namespace praxis::corpus
