// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

// Lucene++ 3.0.8 makes dozens of its statics (names of files and attributes, factories, tables) on
// first use, without a lock. The only sure way to have them all before threads come is to have used
// what the threads will use: one tiny index in memory, written, merged and read.

#include "index/lucene/document_form_lucene.h"
#include "index/lucene/door_lucene.h"
#include "index/lucene/text_fields_lucene.h"

#include <lucene++/FieldCache.h>
#include <lucene++/IndexFileNameFilter.h>
#include <lucene++/IndexReader.h>
#include <lucene++/IndexWriter.h>
#include <lucene++/KeywordAnalyzer.h>
#include <lucene++/MultiTermQuery.h>
#include <lucene++/NoLockFactory.h>
#include <lucene++/RAMDirectory.h>
#include <lucene++/SerialMergeScheduler.h>
#include <lucene++/Similarity.h>
#include <lucene++/Term.h>
#include <lucene++/TermDocs.h>
#include <lucene++/TermEnum.h>
#include <lucene++/TermPositions.h>

#include <mutex>

namespace praxis::index {

namespace {

using Lucene::newLucene;

void make_known_statics() {
    Lucene::Similarity::getDefault();
    Lucene::Similarity::getNormDecoder();
    Lucene::FieldCache::DEFAULT();
    Lucene::FieldCache::NUMERIC_UTILS_LONG_PARSER();
    Lucene::MultiTermQuery::CONSTANT_SCORE_AUTO_REWRITE_DEFAULT();
    Lucene::IndexFileNameFilter::getFilter();
    Lucene::NoLockFactory::getNoLockFactory();
    Lucene::IndexWriter::MAX_TERM_LENGTH();
}

void write_tiny_index(const Lucene::DirectoryPtr& directory) {
    const auto writer =
        newLucene<Lucene::IndexWriter>(directory,
                                       newLucene<Lucene::KeywordAnalyzer>(),
                                       true,
                                       Lucene::IndexWriter::MaxFieldLengthUNLIMITED);
    writer->setMergeScheduler(newLucene<Lucene::SerialMergeScheduler>());
    DocumentForm form;
    Entry entry;
    entry.stored = "x";
    for (const char* id : {"a", "b", "b"}) {
        entry.publication.id = id;
        entry.fields = {{.name = "body", .tokens = {{id, 0}}, .length = 1}};
        writer->updateDocument(newLucene<Lucene::Term>(id_field, to_wide(id)), form.fill(entry));
        writer->commit();
    }
    writer->optimize();
    writer->close();
}

void read_tiny_index(const Lucene::DirectoryPtr& directory) {
    const auto reader = Lucene::IndexReader::open(directory, true);
    const auto term = newLucene<Lucene::Term>(text_field("body"), L"a");
    const auto terms = reader->terms(term);
    const auto positions = reader->termPositions(term);
    while (positions->next())
        positions->nextPosition();
    reader->termDocs(terms->term())->next();
    reader->document(0);
    reader->decRef();
}

} // namespace

void warm_lucene() {
    static std::once_flag once;
    std::call_once(once, [] {
        make_known_statics();
        const auto directory = newLucene<Lucene::RAMDirectory>();
        write_tiny_index(directory);
        read_tiny_index(directory);
    });
}

} // namespace praxis::index
