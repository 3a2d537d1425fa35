// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#include "corpus/formats/feed_reader.h"

#include "corpus/formats/feed_item.h"
#include "corpus/source_text.h"

#include <fmt/format.h>

namespace praxis::corpus {

namespace {

using schemas::XmlNode;
using schemas::XmlReader;

bool is_item(const XmlNode& node) {
    return node.name == "item" || node.name == "entry";
}

void inherit(Record& record, const Record& head) {
    for (const KeyValue& value : head.values)
        if (record.first(value.key).empty() || value.key == "feed.title")
            record.values.push_back(value);
}

// The language that the root element gives all items: <feed xml:lang="en">.
std::string language_of(const SourceFile& source) {
    const FileHead head = head_of(source);
    const std::string tag = head.root ? head.root->tag : std::string();
    const std::size_t at = tag.find("xml:lang");
    const std::size_t begin = tag.find_first_of("\"'", at);
    if (at == std::string::npos || begin == std::string::npos)
        return {};
    return tag.substr(begin + 1, tag.find(tag[begin], begin + 1) - begin - 1);
}

// One run over one feed. Items are handed over as they come, so that a feed that breaks off gives
// those before the break; what the feed says of itself stands in front of them.
class FeedReading {
public:
    FeedReading(const SourceFile& source, const Sink& sink) : source_(source), sink_(sink) {
        feed_.name = "feed";
    }

    void run(XmlReader& reader) {
        while (const auto element = reader.next_element()) {
            const bool is_container = element->depth == 0 || element->name == "channel";
            if (is_container && element->depth <= 1)
                feed_.name_space = element->name_space;
            else if (element->depth <= 2)
                take(reader);
        }
        if (reader.error())
            remark(sink_, Severity::Error, source_, *reader.error());
        for (const Error& mended : reader.remarks())
            remark(sink_, Severity::Note, source_, mended);
        if (items_ == 0 && !reader.error())
            remark(sink_, Severity::Note, source_, 1, "left out: a feed without items");
    }

private:
    // Items stand in the channel (RSS 2.0), beside it (RSS 1.0) or in the root (Atom).
    void take(XmlReader& reader) {
        auto node = reader.read_subtree();
        if (!node && !reader.error())
            return remark(sink_, Severity::Error, source_, node.error());
        if (!node)
            return;
        if (is_item(*node))
            return hand_over(*node);
        feed_.children.push_back(std::move(*node));
        is_head_read_ = false;
    }

    // What the items inherit.
    const Record& head() {
        if (is_head_read_)
            return head_;
        head_ = read_feed_head(feed_);
        if (head_.first("language").empty())
            head_.add("language", language_of(source_));
        is_head_read_ = true;
        return head_;
    }

    void hand_over(const XmlNode& item) {
        Record record = read_feed_item(item);
        record.anchor = fmt::format("item-{}", ++items_);
        if (record.passages.empty() && record.first("title").empty())
            return remark(sink_,
                          Severity::Note,
                          source_,
                          item.line,
                          fmt::format("left out: item {} has neither title nor text", items_));
        inherit(record, head());
        sink_.record(std::move(record));
    }

    const SourceFile& source_;
    const Sink& sink_;
    XmlNode feed_; // what stood in front of the items
    Record head_;
    bool is_head_read_ = false;
    int items_ = 0;
};

class FeedReader : public Reader {
public:
    std::string_view format() const override { return "feed"; }

    void read(const SourceFile& source, const Sink& sink) const override {
        auto reader = XmlReader::open(source.file, source.path);
        if (!reader)
            return remark(sink, Severity::Error, source, reader.error());
        FeedReading(source, sink).run(*reader);
    }
};

} // namespace

bool is_feed(const FileHead& head) {
    if (!head.root)
        return false;
    const std::string& name = head.root->name;
    const bool is_rdf_feed =
        name == "RDF" && (head.text.find("purl.org/rss/") != std::string::npos ||
                          head.text.find("netscape.com/") != std::string::npos);
    return name == "rss" || name == "feed" || is_rdf_feed;
}

std::unique_ptr<Reader> make_feed_reader() {
    return std::make_unique<FeedReader>();
}

} // namespace praxis::corpus
