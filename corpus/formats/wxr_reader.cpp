// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#include "corpus/formats/wxr_reader.h"

#include "corpus/formats/wxr_item.h"
#include "corpus/source_text.h"

#include <fmt/format.h>

#include <map>

namespace praxis::corpus {

namespace {

using schemas::XmlReader;

// One run over one export.
class WxrReading {
public:
    WxrReading(const SourceFile& source, const Sink& sink) : source_(source), sink_(sink) {}

    void run(XmlReader& reader) {
        while (const auto element = reader.next_element())
            if (element->depth == 2)
                take(reader);
        if (reader.error())
            remark(sink_, Severity::Error, source_, *reader.error());
        for (const Error& mended : reader.remarks())
            remark(sink_, Severity::Note, source_, mended);
        for (const auto& [reason, count] : left_out_)
            remark(
                sink_,
                Severity::Note,
                source_,
                0,
                fmt::format("left out: {} {} ({})", count, count == 1 ? "post" : "posts", reason));
    }

private:
    void take(XmlReader& reader) {
        const auto node = reader.read_subtree();
        if (!node)
            return remark(sink_, Severity::Error, source_, node.error());
        if (node->name != "item")
            return site_.take(*node);
        if (const std::string reason = why_left_out(*node); !reason.empty()) {
            ++left_out_[reason];
            return;
        }
        Record record = read_wxr_item(*node, site_);
        if (record.passages.empty() && record.first("title").empty())
            ++left_out_["neither title nor text"];
        else
            sink_.record(std::move(record));
    }

    const SourceFile& source_;
    const Sink& sink_;
    WxrSite site_;
    std::map<std::string, int> left_out_; // reason → how many
};

class WxrReader : public Reader {
public:
    std::string_view format() const override { return "wxr"; }

    void read(const SourceFile& source, const Sink& sink) const override {
        auto reader = XmlReader::open(source.file, source.path);
        if (!reader)
            return remark(sink, Severity::Error, source, reader.error());
        WxrReading(source, sink).run(*reader);
    }
};

} // namespace

std::unique_ptr<Reader> make_wxr_reader() {
    return std::make_unique<WxrReader>();
}

bool is_wxr(const FileHead& head) {
    return head.root && head.root->name == "rss" &&
           head.root->tag.find("wordpress.org/export/") != std::string::npos;
}

} // namespace praxis::corpus
