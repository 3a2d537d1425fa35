// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#include "corpus/formats/law_xml_reader.h"

#include "corpus/formats/law/cfr.h"
#include "corpus/formats/law/code_hierarchy.h"
#include "corpus/formats/law/dc_law.h"
#include "corpus/formats/law/federal_register.h"
#include "corpus/formats/law/uslm.h"
#include "corpus/phrases.h"
#include "corpus/source_text.h"
#include "corpus/xml_text.h"

#include <fmt/format.h>

namespace praxis::corpus {

namespace {

using schemas::XmlNode;
using schemas::XmlReader;

constexpr std::string_view uslm_roots =
    "bill|resolution|amendment|engrossedAmendment|pLaw|statuteCompilation|lawDoc|uscDoc|"
    "amendment-doc|statutesAtLarge|publicLaw|cfrDoc|frDoc|presidentialDoc|constitutionAmendment";

bool has_space(const std::string& name_space, std::string_view part) {
    return name_space.find(part) != std::string::npos;
}

void finish(const XmlReader& reader, const SourceFile& source, const Sink& sink) {
    if (reader.error())
        remark(sink, Severity::Error, source, *reader.error());
    for (const Error& mended : reader.remarks())
        remark(sink, Severity::Note, source, mended);
}

// A day of the Federal Register: its date stands in front of its documents.
class RegisterReading {
public:
    RegisterReading(const SourceFile& source, const Sink& sink) : source_(source), sink_(sink) {}

    void run(XmlReader& reader) {
        while (const auto element = reader.next_element()) {
            if (element->depth == 1 && is_listed(element->name, "VOL|NO|DATE"))
                take_day(reader);
            else if (!register_document_type(element->name).empty())
                take_document(reader);
        }
        finish(reader, source_, sink_);
    }

private:
    void take_day(XmlReader& reader) {
        const auto node = reader.read_subtree();
        if (!node)
            return;
        std::string& part = node->name == "VOL"  ? day_.volume
                            : node->name == "NO" ? day_.number
                                                 : day_.date;
        part = running_text(*node);
    }

    void take_document(XmlReader& reader) {
        const auto node = reader.read_subtree();
        if (!node)
            return remark(sink_, Severity::Error, source_, node.error());
        Record record = read_register_document(*node, day_);
        record.anchor =
            record.source_id.empty() ? fmt::format("document-{}", number_) : record.source_id;
        ++number_;
        if (record.passages.empty() && record.first("title").empty())
            return remark(
                sink_, Severity::Note, source_, node->line, "left out: an empty document");
        sink_.record(std::move(record));
    }

    const SourceFile& source_;
    const Sink& sink_;
    RegisterDay day_;
    int number_ = 1;
};

// A title of the eCFR: divisions 1 to 4 lead to its parts (division 5).
class CfrReading {
public:
    CfrReading(const SourceFile& source, const Sink& sink) : source_(source), sink_(sink) {}

    void run(XmlReader& reader) {
        while (const auto element = reader.next_element()) {
            if (is_listed(element->name, "IDNO|AMDDATE"))
                take_edition(reader);
            else if (is_listed(element->name, "DIV1|DIV2|DIV3|DIV4"))
                division_ = static_cast<std::size_t>(element->name[3] - '0');
            else if (element->name == "HEAD")
                take_heading(reader);
            else if (element->name == "DIV5")
                take_part(reader);
        }
        finish(reader, source_, sink_);
        if (reserved_ > 0)
            remark(sink_,
                   Severity::Note,
                   source_,
                   0,
                   fmt::format("left out: {} parts without text (reserved)", reserved_));
    }

private:
    void take_edition(XmlReader& reader) {
        const auto node = reader.read_subtree();
        if (!node)
            return;
        std::string& part = node->name == "IDNO" ? place_.title : place_.amended;
        part = running_text(*node);
    }

    void take_heading(XmlReader& reader) {
        const auto node = reader.read_subtree();
        if (!node || division_ == 0)
            return;
        while (!levels_.empty() && levels_.back() >= division_) {
            levels_.pop_back();
            place_.above.pop_back();
        }
        levels_.push_back(division_);
        place_.above.push_back(cfr_heading(*node));
    }

    void take_part(XmlReader& reader) {
        const auto node = reader.read_subtree();
        if (!node)
            return remark(sink_, Severity::Error, source_, node.error());
        Record record = read_cfr_part(*node, place_);
        if (record.passages.empty()) {
            ++reserved_;
            return;
        }
        record.anchor = fmt::format("part-{}", node->attribute("N").value_or(""));
        sink_.record(std::move(record));
    }

    const SourceFile& source_;
    const Sink& sink_;
    CfrPlace place_;
    std::size_t division_ = 0;        // that the walk has entered last
    std::vector<std::size_t> levels_; // of the headings in place_.above
    int reserved_ = 0;
};

class LawXmlReader : public Reader {
public:
    std::string_view format() const override { return "law-xml"; }

    void read(const SourceFile& source, const Sink& sink) const override {
        auto reader = XmlReader::open(source.file, source.path);
        if (!reader)
            return remark(sink, Severity::Error, source, reader.error());
        const auto root = reader->next_element();
        if (!root)
            return finish(*reader, source, sink);
        if (root->name == "FEDREG")
            RegisterReading(source, sink).run(*reader);
        else if (root->name == "DLPSTEXTCLASS")
            CfrReading(source, sink).run(*reader);
        else
            read_whole(*reader, source, sink);
    }

private:
    void read_whole(XmlReader& reader, const SourceFile& source, const Sink& sink) const {
        const auto root = reader.read_subtree();
        finish(reader, source, sink);
        if (!root && reader.error())
            return;
        if (!root)
            return remark(sink, Severity::Error, source, root.error());
        Record record = record_of(*root, source);
        if (record.first("title").empty() && record.passages.empty())
            return remark(
                sink, Severity::Error, source, root->line, "the law has neither title nor text");
        sink.record(std::move(record));
    }

    Record record_of(const XmlNode& root, const SourceFile& source) const {
        if (!has_space(root.name_space, "dc-library"))
            return read_uslm(root);
        if (root.name == "document" && root.child("meta") != nullptr &&
            root.child("num") != nullptr)
            return read_dc_law(root);
        if (root.name == "section")
            return read_code_section(root, hierarchy_.path_of(source.file));
        return read_code_contents(root);
    }

    CodeHierarchy hierarchy_;
};

} // namespace

std::unique_ptr<Reader> make_law_xml_reader() {
    return std::make_unique<LawXmlReader>();
}

bool is_law_xml(const FileHead& head) {
    if (!head.root)
        return false;
    const XmlRoot& root = *head.root;
    if (has_space(root.name_space, "dc-library") || has_space(root.name_space, "uslm"))
        return true;
    return root.name == "FEDREG" || root.name == "DLPSTEXTCLASS" ||
           (is_listed(root.name, uslm_roots) &&
            head.text.find("<legis-body") != std::string::npos) ||
           (root.name_space.empty() && is_listed(root.name, "bill|resolution"));
}

} // namespace praxis::corpus
