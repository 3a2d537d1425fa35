// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#include "corpus/file_reading.h"

#include <map>
#include <string>

namespace praxis::corpus {

namespace {

// The records of one file on their way to publications.
class FileRecords {
public:
    FileRecords(const SourceFile& file,
                std::string_view format,
                const PublicationMaker& maker,
                const PublicationSink& sink)
        : file_(file), format_(format), maker_(maker), sink_(sink) {}

    void take(const Record& record) {
        const auto container = containers_.find(record.parent_anchor);
        Made made = maker_.make(
            record, file_, format_, container == containers_.end() ? nullptr : &container->second);
        for (Diagnostic& diagnostic : made.diagnostics)
            sink_.diagnostic(std::move(diagnostic));
        if (!made.publication)
            return;
        if (record.is_container) {
            schemas::Publication& kept = containers_[record.anchor] = *made.publication;
            kept.passages.clear();
        }
        sink_.publication(std::move(*made.publication));
    }

private:
    const SourceFile& file_;
    std::string_view format_;
    const PublicationMaker& maker_;
    const PublicationSink& sink_;
    std::map<std::string, schemas::Publication> containers_; // by anchor, without passages
};

} // namespace

bool read_publications(const SourceFile& file,
                       const ReaderRegistry& registry,
                       const PublicationMaker& maker,
                       const PublicationSink& sink) {
    Choice choice = registry.choose(file);
    if (choice.treatment == Treatment::Ignore)
        return false;
    if (choice.treatment == Treatment::Reject) {
        sink.diagnostic({Severity::Error, file.path, 0, 0, std::move(choice.reason)});
        return true;
    }
    FileRecords records(file, choice.reader->format(), maker, sink);
    choice.reader->read(file,
                        {.record = [&](const Record& record) { records.take(record); },
                         .diagnostic = sink.diagnostic});
    return true;
}

} // namespace praxis::corpus
