// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#include "bench/lines/lines.h"
#include "bench/peers/engine.h"
#include "bench/peers/lucenepp/facet_rows.h"

#include <lucene++/CachingWrapperFilter.h>
#include <lucene++/FSDirectory.h>
#include <lucene++/MMapDirectory.h>
#include <lucene++/QueryWrapperFilter.h>
#include <lucene++/TopScoreDocCollector.h>

#include <cstdlib>
#include <map>
#include <thread>
#include <vector>

// Lucene++'s own search as an engine of bench/compare: TF-IDF, every hit counted, facets from a row
// of ordinals for each document, filters cached as bit sets.

namespace {

using namespace Lucene;
using namespace praxis;
using bench::Findings;
using bench::Question;

String wide(const std::string& text) {
    return StringUtils::toUnicode(text);
}

FieldPtr stored_field(const std::string& name, const std::string& value) {
    return newLucene<Field>(wide(name), wide(value), Field::STORE_YES, Field::INDEX_NO);
}

FieldPtr word_field(const std::string& name, const std::string& value, Field::Store store) {
    return newLucene<Field>(wide(name), wide(value), store, Field::INDEX_NOT_ANALYZED_NO_NORMS);
}

DocumentPtr document_of(const bench::Line& line) {
    DocumentPtr document = newLucene<Document>();
    document->add(word_field("id", line.id, Field::STORE_YES));
    document->add(stored_field("title", line.title));
    document->add(stored_field("body", line.body));
    document->add(
        newLucene<Field>(L"text", wide(line.text), Field::STORE_NO, Field::INDEX_ANALYZED));
    for (const auto& [facet, value] : line.values)
        document->add(word_field(facet, value, Field::STORE_NO));
    return document;
}

AnalyzerPtr analyzer_of(const bench::Command& command) {
    if (command.stock)
        return newLucene<StandardAnalyzer>(LuceneVersion::LUCENE_CURRENT);
    return newLucene<WhitespaceAnalyzer>();
}

IndexWriterPtr writer_of(const bench::Command& command, bool create) {
    IndexWriterPtr writer = newLucene<IndexWriter>(FSDirectory::open(wide(command.index)),
                                                   analyzer_of(command),
                                                   create,
                                                   IndexWriter::MaxFieldLengthUNLIMITED);
    writer->setRAMBufferSizeMB(256);
    return writer;
}

// As many threads as there are processors.
void for_each_line(const bench::Command& command, const std::function<void(bench::Line&)>& work) {
    bench::Lines lines(command.library);
    std::vector<std::jthread> threads;
    for (unsigned i = 0; i < std::max(1U, std::thread::hardware_concurrency()); ++i)
        threads.emplace_back([&] {
            for (bench::Line line; lines.next(line);)
                work(line);
        });
}

std::uint64_t build(const bench::Command& command) {
    const IndexWriterPtr writer = writer_of(command, true);
    for_each_line(command, [&](bench::Line& line) { writer->addDocument(document_of(line)); });
    if (!command.stock)
        writer->optimize();
    writer->commit(); // only then deletes count
    const auto publications = static_cast<std::uint64_t>(writer->numDocs());
    writer->close();
    return publications;
}

std::uint64_t update(const bench::Command& command) {
    const IndexWriterPtr writer = writer_of(command, false);
    writer->setMergeFactor(1000); // the base stays as it is
    for_each_line(command, [&](bench::Line& line) {
        writer->updateDocument(newLucene<Term>(L"id", wide(line.id)), document_of(line));
    });
    writer->commit(); // only then deletes count
    const auto publications = static_cast<std::uint64_t>(writer->numDocs());
    writer->close();
    return publications;
}

TermPtr term_of(const std::string& word) {
    return newLucene<Term>(L"text", wide(word));
}

QueryPtr boolean_of(const Question& question, BooleanClause::Occur occur) {
    BooleanQueryPtr query = newLucene<BooleanQuery>();
    for (const std::string& word : question.words)
        query->add(newLucene<TermQuery>(term_of(word)), occur);
    return query;
}

QueryPtr phrase_of(const Question& question) {
    PhraseQueryPtr query = newLucene<PhraseQuery>();
    for (const std::string& word : question.words)
        query->add(term_of(word));
    return query;
}

QueryPtr query_of(const Question& question) {
    switch (question.kind) {
    case Question::Kind::Prefix:
        return newLucene<PrefixQuery>(term_of(question.words.at(0)));
    case Question::Kind::Phrase:
        return phrase_of(question);
    case Question::Kind::And:
        return boolean_of(question, BooleanClause::MUST);
    case Question::Kind::Or:
        return boolean_of(question, BooleanClause::SHOULD);
    default:
        return newLucene<TermQuery>(term_of(question.words.at(0)));
    }
}

// Keeps the best ten, and the number of every hit.
class CountingCollector : public Collector {
public:
    explicit CountingCollector(std::vector<std::uint32_t>* hits)
        : best_(TopScoreDocCollector::create(10, false)), hits_(hits) {}

    void setScorer(const ScorerPtr& scorer) override { best_->setScorer(scorer); }

    void collect(int32_t document) override {
        best_->collect(document);
        hits_->push_back(static_cast<std::uint32_t>(base_ + document));
    }

    void setNextReader(const IndexReaderPtr& reader, int32_t base) override {
        base_ = base;
        best_->setNextReader(reader, base);
    }

    bool acceptsDocsOutOfOrder() override { return false; }

    TopDocsPtr best() const { return best_->topDocs(); }

private:
    TopScoreDocCollectorPtr best_;
    std::vector<std::uint32_t>* hits_;
    int32_t base_ = 0;
};

class Engine {
public:
    explicit Engine(const bench::Command& command)
        : reader_(IndexReader::open(newLucene<MMapDirectory>(wide(command.index)), true)),
          searcher_(newLucene<IndexSearcher>(reader_)), small_(reader_, bench::small_facets()),
          further_(reader_, bench::further_facets()) {}

    Findings ask(const Question& question) {
        Findings findings;
        const FilterPtr filter = filter_of(question);
        if (question.facets.empty()) {
            const TopDocsPtr best = searcher_->search(query_of(question), filter, 10);
            return found(best, static_cast<std::uint64_t>(best->totalHits));
        }
        std::vector<std::uint32_t> hits;
        const auto collector = newLucene<CountingCollector>(&hits);
        searcher_->search(query_of(question), filter, collector);
        findings = found(collector->best(), hits.size());
        findings.facet_sum = small_.sum_of_counts(hits);
        if (question.facets.size() > bench::small_facets().size())
            findings.facet_sum += further_.sum_of_counts(hits);
        return findings;
    }

private:
    FilterPtr filter_of(const Question& question) {
        if (!question.filter)
            return FilterPtr();
        FilterPtr& filter = filters_[*question.filter];
        if (!filter)
            filter =
                newLucene<CachingWrapperFilter>(newLucene<QueryWrapperFilter>(newLucene<TermQuery>(
                    newLucene<Term>(wide(question.filter->first), wide(question.filter->second)))));
        return filter;
    }

    static Findings found(const TopDocsPtr& best, std::uint64_t total) {
        Findings findings;
        findings.total = total;
        for (const ScoreDocPtr& hit : best->scoreDocs)
            findings.ids.push_back(std::to_string(hit->doc));
        return findings;
    }

    IndexReaderPtr reader_;
    IndexSearcherPtr searcher_;
    bench::FacetRows small_;
    bench::FacetRows further_;
    std::map<std::pair<std::string, std::string>, FilterPtr> filters_;
};

int serve(const bench::Command& command) {
    const auto engine = std::make_shared<Engine>(command);
    return bench::serve([engine](const Question& question) { return engine->ask(question); });
}

} // namespace

int main(int argc, char** argv) {
    ::setenv("LC_ALL", "C.UTF-8", 1); // Lucene++ refuses every file under a locale that is none
    return bench::run_engine(argc, argv, build, update, serve);
}
