// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#include "corpus/formats/jats_reader.h"

#include "corpus/formats/jats_body.h"
#include "corpus/formats/jats_front.h"
#include "corpus/formats/jats_text.h"
#include "corpus/passage_builder.h"
#include "corpus/source_text.h"
#include "corpus/xml_text.h"

namespace praxis::corpus {

namespace {

using schemas::XmlNode;

// Summaries for laymen stand before the text, under their own heading.
void add_summaries(PassageBuilder& passages, const XmlNode& article) {
    const XmlNode* front = article.child("front");
    const XmlNode* meta = front == nullptr ? nullptr : front->child("article-meta");
    if (meta == nullptr)
        return;
    for (const XmlNode* abstract : meta->children_named("abstract")) {
        const auto type = abstract->attribute("abstract-type").value_or("");
        if (type != "summary" && type != "editors-summary" && type != "plain-language-summary")
            continue;
        const std::string title = child_text(*abstract, "title");
        passages.heading(2, title.empty() ? "Summary" : title);
        for (const XmlNode& part : abstract->children)
            if (!part.is_text() && part.name != "title")
                passages.paragraph(jats_text(part));
    }
}

class JatsReader : public Reader {
public:
    std::string_view format() const override { return "jats"; }

    void read(const SourceFile& source, const Sink& sink) const override {
        const auto bytes = read_source_bytes(source, sink);
        if (!bytes)
            return;
        const auto article = read_source_xml(*bytes, source, sink);
        if (!article)
            return;
        Record record = read_jats_front(*article);
        PassageBuilder passages;
        add_summaries(passages, *article);
        passages.passages(read_jats_body(*article));
        record.passages = passages.take();
        if (record.first("title").empty() && record.passages.empty())
            return remark(sink,
                          Severity::Error,
                          source,
                          article->line,
                          "the article has neither a title (front/article-meta/title-group) nor "
                          "text (body)");
        sink.record(std::move(record));
    }
};

} // namespace

std::unique_ptr<Reader> make_jats_reader() {
    return std::make_unique<JatsReader>();
}

bool is_jats(const FileHead& head) {
    if (!head.root || head.root->name != "article")
        return false;
    const auto holds = [&](std::string_view text) {
        return head.text.find(text) != std::string::npos;
    };
    return holds("<article-meta") || holds("dtd.nlm.nih.gov") || holds("jats.nlm.nih.gov") ||
           holds("JATS") || holds("article-type=");
}

} // namespace praxis::corpus
