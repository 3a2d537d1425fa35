// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#include "tests/support/lucene_reading.h"

#include "base/utf8.h"
#include "analyzers/analyzer_set.h"
#include "index/lucene/document_form_lucene.h"
#include "index/lucene/text_fields_lucene.h"
#include "index/lucene/wide_lucene.h"

#include <fmt/format.h>
#include <lucene++/BooleanQuery.h>
#include <lucene++/IndexReader.h>
#include <lucene++/IndexSearcher.h>
#include <lucene++/IndexWriter.h>
#include <lucene++/KeywordAnalyzer.h>
#include <lucene++/MatchAllDocsQuery.h>
#include <lucene++/PhraseQuery.h>
#include <lucene++/PrefixQuery.h>
#include <lucene++/QueryWrapperFilter.h>
#include <lucene++/RAMDirectory.h>
#include <lucene++/ScoreDoc.h>
#include <lucene++/Term.h>
#include <lucene++/TermEnum.h>
#include <lucene++/TermQuery.h>
#include <lucene++/TermRangeQuery.h>
#include <lucene++/TopDocs.h>
#include <lucene++/WildcardQuery.h>

#include <algorithm>
#include <map>

namespace praxis::tests {

using namespace search;
using namespace Lucene;
using analyzers::TokenKind;
using index::text_field;
using index::to_utf8;
using index::to_wide;

namespace {

const wchar_t* const first_day_field = L"first day";
const wchar_t* const last_day_field = L"last day";
const wchar_t* const without_field = L"without"; // the facets of which a publication has no value

// What Lucene++ cannot express.
struct Inexpressible {};

String facet_field(const std::string& facet) {
    return L"facet." + to_wide(facet);
}

String sortable(const Date& day) {
    return to_wide(fmt::format("{:04}{:02}{:02}", day.year, day.month, day.day));
}

String sortable_year(int year) {
    return to_wide(fmt::format("{:04}", year));
}

std::set<std::string> values_of(const schemas::Publication& publication,
                                const schemas::Facet& facet) {
    std::set<std::string> values;
    for (const schemas::Term& term : schemas::facet_terms(publication, facet)) {
        values.insert(term.value);
        for (std::size_t slash = term.value.find('/');
             facet.shape == schemas::FacetShape::Hierarchical && slash != std::string::npos;
             slash = term.value.find('/', slash + 1))
            values.insert(term.value.substr(0, slash));
    }
    return values;
}

QueryPtr term_query(const String& field, const std::string& text) {
    return newLucene<TermQuery>(newLucene<Term>(field, to_wide(text)));
}

QueryPtr range_query(const String& field, const String& from, const String& to) {
    return newLucene<TermRangeQuery>(field, from, to, true, true);
}

// Any of these; none of them match nothing.
class AnyOf {
public:
    void add(const QueryPtr& query) { query_->add(query, BooleanClause::SHOULD); }

    QueryPtr query() const { return query_; }

private:
    BooleanQueryPtr query_ = newLucene<BooleanQuery>();
};

// All of these, without any of those.
class AllOf {
public:
    AllOf() { query_->add(newLucene<MatchAllDocsQuery>(), BooleanClause::MUST); }

    void add(const QueryPtr& query) { query_->add(query, BooleanClause::MUST); }

    void exclude(const QueryPtr& query) { query_->add(query, BooleanClause::MUST_NOT); }

    QueryPtr query() const { return query_; }

private:
    BooleanQueryPtr query_ = newLucene<BooleanQuery>();
};

} // namespace

struct LuceneReading::State {
    const schemas::Library& library;
    analyzers::AnalyzerSet analyzers;
    std::vector<std::string> ids; // by document
    std::set<std::string> joined; // texts of tokens that stand for several words
    std::map<std::string, std::vector<std::string>> stems; // of every exact form
    IndexReaderPtr reader;
    IndexSearcherPtr searcher;

    explicit State(const schemas::Library& known) : library(known), analyzers(known) {}

    void build(const std::vector<schemas::Publication>& publications,
               const std::set<std::uint32_t>& deleted);
    void remember_forms(const schemas::Publication& publication, const index::Entry& entry);
    void add_values(const DocumentPtr& document, const schemas::Publication& publication) const;

    std::vector<analyzers::Token> tokens(const std::string& text) const;
    std::vector<std::string> fields_of(const Clause& clause) const;
    void add_value(AnyOf& any, const Clause& clause) const;
    std::string only_word(const Clause& clause) const;

    std::optional<QueryPtr> query(const Node& node) const;
    QueryPtr word(const Word& word) const;
    QueryPtr phrase(const Phrase& phrase) const;
    QueryPtr pattern(const Pattern& pattern) const;
    QueryPtr range(const Range& range) const;
    std::vector<QueryPtr> queries(const std::vector<Node>& nodes) const;
    std::optional<QueryPtr> run(const Run& run) const;
    bool is_stop_word(const Node& node) const;
    void refuse_joined_words(const std::vector<Node>& nodes) const;

    QueryPtr filters(const SearchRequest& request) const;
    QueryPtr filter(const SearchRequest& request, const std::string& facet) const;
};

void LuceneReading::State::build(const std::vector<schemas::Publication>& publications,
                                 const std::set<std::uint32_t>& deleted) {
    const auto directory = newLucene<RAMDirectory>();
    const auto writer = newLucene<IndexWriter>(
        directory, newLucene<KeywordAnalyzer>(), true, IndexWriter::MaxFieldLengthUNLIMITED);
    index::DocumentForm form;
    for (const schemas::Publication& publication : publications) {
        const index::Entry entry = index::make_entry(publication, library, analyzers);
        remember_forms(publication, entry);
        const DocumentPtr document = form.fill(entry);
        add_values(document, publication);
        writer->addDocument(document);
        ids.push_back(publication.id);
    }
    writer->commit();
    for (const std::uint32_t place : deleted)
        writer->deleteDocuments(newLucene<Term>(index::id_field, to_wide(ids[place])));
    writer->close();
    reader = IndexReader::open(directory, true);
    searcher = newLucene<IndexSearcher>(reader);
}

void LuceneReading::State::remember_forms(const schemas::Publication& publication,
                                          const index::Entry& entry) {
    for (const index::IndexedField& field : entry.fields)
        for (const index::IndexedToken& token : field.tokens)
            if (!stems.contains(token.text))
                stems[token.text] = analyzers.stems(token.text);
    for (const schemas::Field& field : library.fields)
        for (const std::string_view text : schemas::field_texts(publication, field))
            for (const analyzers::Token& token : analyzers.analyze(text))
                if (token.kind == TokenKind::Joined)
                    joined.insert(token.text);
}

void LuceneReading::State::add_values(const DocumentPtr& document,
                                      const schemas::Publication& publication) const {
    const auto add = [&](const String& field, const String& value) {
        document->add(
            newLucene<Field>(field, value, Field::STORE_NO, Field::INDEX_NOT_ANALYZED_NO_NORMS));
    };
    for (const schemas::Facet& facet : library.facets) {
        const std::set<std::string> values = values_of(publication, facet);
        for (const std::string& value : values)
            add(facet_field(facet.name), to_wide(value));
        if (values.empty())
            add(without_field, to_wide(facet.name));
    }
    std::optional<std::pair<Date, Date>> days;
    if (publication.date)
        days = {publication.date->date.first_day(), publication.date->date.last_day()};
    if (publication.period)
        days = {publication.period->begin.first_day(), publication.period->end.last_day()};
    if (days && days->first <= days->second) {
        add(first_day_field, sortable(days->first));
        add(last_day_field, sortable(days->second));
    }
}

std::vector<analyzers::Token> LuceneReading::State::tokens(const std::string& text) const {
    std::vector<analyzers::Token> tokens = analyzers.analyze(text);
    std::erase_if(tokens, [](const auto& token) { return token.kind == TokenKind::YearInRange; });
    return tokens;
}

std::vector<std::string> LuceneReading::State::fields_of(const Clause& clause) const {
    std::vector<std::string> names;
    for (const schemas::Field& field : library.fields)
        if (clause.field == field.name || (clause.field.empty() && field.weight > 0))
            names.push_back(field.name);
    return names;
}

// A field that is a facet too is also asked for the value itself.
void LuceneReading::State::add_value(AnyOf& any, const Clause& clause) const {
    if (library.facet(clause.field) == nullptr)
        return;
    if (library.field(clause.field) == nullptr)
        throw Inexpressible(); // the labels of its values are searched
    any.add(term_query(facet_field(clause.field), to_lower_ascii(clause.text)));
}

std::string LuceneReading::State::only_word(const Clause& clause) const {
    const auto found = tokens(clause.text);
    if (found.size() != 1)
        throw Inexpressible();
    return found.front().text;
}

QueryPtr LuceneReading::State::word(const Word& word) const {
    const std::string typed = only_word(word);
    const std::vector<std::string> wanted = analyzers.stems(typed);
    AnyOf any;
    add_value(any, word);
    for (const std::string& name : fields_of(word)) {
        any.add(term_query(text_field(name), typed));
        if (library.field(name)->analyzer == schemas::FieldAnalyzer::Name)
            continue; // names have no stems
        for (const auto& [form, own] : stems)
            if (std::find_first_of(own.begin(), own.end(), wanted.begin(), wanted.end()) !=
                own.end())
                any.add(term_query(text_field(name), form));
    }
    return any.query();
}

QueryPtr LuceneReading::State::phrase(const Phrase& phrase) const {
    const auto words = tokens(phrase.text);
    if (phrase.slop && words.size() > 1)
        throw Inexpressible();
    for (std::size_t i = 0; i < words.size(); ++i)
        if (words[i].kind != TokenKind::Word ||
            (i + 1 < words.size() && joined.contains(words[i].text)))
            throw Inexpressible();
    AnyOf any;
    add_value(any, phrase);
    for (const std::string& name : fields_of(phrase)) {
        const auto query = newLucene<PhraseQuery>();
        for (const analyzers::Token& token : words)
            query->add(newLucene<Term>(text_field(name), to_wide(token.text)));
        any.add(query);
    }
    return any.query();
}

QueryPtr LuceneReading::State::pattern(const Pattern& pattern) const {
    const auto is_plain = [](char c) {
        return (c >= 'a' && c <= 'z') || c == '*' || c == '?';
    };
    const std::string& text = pattern.text;
    if (!std::all_of(text.begin(), text.end(), is_plain))
        throw Inexpressible();
    const std::string prefix = text.substr(0, text.find_first_of("*?"));
    AnyOf any;
    add_value(any, pattern);
    for (const std::string& name : fields_of(pattern)) {
        const auto term = [&](const std::string& letters) {
            return newLucene<Term>(text_field(name), to_wide(letters));
        };
        if (text == prefix + "*")
            any.add(newLucene<PrefixQuery>(term(prefix)));
        else
            any.add(newLucene<WildcardQuery>(term(text)));
    }
    return any.query();
}

QueryPtr LuceneReading::State::range(const Range& range) const {
    const String endless = L"99999999";
    if (range.field != "date")
        return range_query(facet_field(range.field),
                           range.from ? sortable_year(range.from->year) : String(),
                           range.to ? sortable_year(range.to->year) : endless);
    AllOf all;
    all.add(range_query(
        last_day_field, range.from ? sortable(range.from->first_day()) : String(), endless));
    all.add(range_query(
        first_day_field, String(), range.to ? sortable(range.to->last_day()) : endless));
    return all.query();
}

std::optional<QueryPtr> LuceneReading::State::query(const Node& node) const {
    if (std::holds_alternative<Everything>(node.value))
        return newLucene<MatchAllDocsQuery>();
    if (std::holds_alternative<Nothing>(node.value))
        return std::nullopt;
    if (std::holds_alternative<Fuzzy>(node.value))
        throw Inexpressible();
    if (const auto* leaf = std::get_if<Word>(&node.value))
        return tokens(leaf->text).empty() ? std::nullopt : std::optional(word(*leaf));
    if (const auto* leaf = std::get_if<Phrase>(&node.value))
        return tokens(leaf->text).empty() ? std::nullopt : std::optional(phrase(*leaf));
    if (const auto* leaf = std::get_if<Pattern>(&node.value))
        return tokens(leaf->text).empty() ? std::nullopt : std::optional(pattern(*leaf));
    if (const auto* leaf = std::get_if<Range>(&node.value))
        return range(*leaf);
    if (const auto* joined_by_and = std::get_if<And>(&node.value)) {
        const std::vector<QueryPtr> parts = queries(joined_by_and->nodes);
        AllOf all;
        for (const QueryPtr& part : parts)
            all.add(part);
        return parts.empty() ? std::nullopt : std::optional(all.query());
    }
    if (const auto* joined_by_or = std::get_if<Or>(&node.value)) {
        const std::vector<QueryPtr> parts = queries(joined_by_or->nodes);
        AnyOf any;
        for (const QueryPtr& part : parts)
            any.add(part);
        return parts.empty() ? std::nullopt : std::optional(any.query());
    }
    return run(std::get<Run>(node.value));
}

std::vector<QueryPtr> LuceneReading::State::queries(const std::vector<Node>& nodes) const {
    std::vector<QueryPtr> parts;
    for (const Node& node : nodes)
        if (const std::optional<QueryPtr> part = query(node))
            parts.push_back(*part);
    return parts;
}

bool LuceneReading::State::is_stop_word(const Node& node) const {
    const auto* leaf = std::get_if<Word>(&node.value);
    if (leaf == nullptr)
        return false;
    const auto found = tokens(leaf->text);
    return std::all_of(found.begin(), found.end(), [&](const analyzers::Token& token) {
        return token.kind == TokenKind::Joined || analyzers.is_stop_word(token.text);
    });
}

// Words side by side may stand for one that is written in several: "FY 19", "U. S.".
void LuceneReading::State::refuse_joined_words(const std::vector<Node>& nodes) const {
    std::string text;
    std::vector<std::size_t> ends;
    for (const Node& node : nodes)
        if (const auto* leaf = std::get_if<Word>(&node.value)) {
            text += leaf->text;
            ends.push_back(text.size());
            text += " ";
        }
    for (const analyzers::Token& token : analyzers.analyze(text))
        for (const std::size_t end : ends)
            if (token.begin < end && end < token.end)
                throw Inexpressible();
}

std::optional<QueryPtr> LuceneReading::State::run(const Run& run) const {
    refuse_joined_words(run.words);
    const std::vector<QueryPtr> required = queries(run.required);
    const std::vector<QueryPtr> excluded = queries(run.excluded);
    std::vector<QueryPtr> words;
    std::vector<QueryPtr> stop_words;
    for (const Node& node : run.words)
        if (const std::optional<QueryPtr> part = query(node))
            (is_stop_word(node) ? stop_words : words).push_back(*part);
    if (words.empty() && required.empty())
        words = stop_words; // nothing else is asked for
    if (words.empty() && required.empty() && excluded.empty())
        return std::nullopt;
    AllOf all;
    for (const QueryPtr& part : required)
        all.add(part);
    for (const QueryPtr& part : excluded)
        all.exclude(part);
    const Need need = run.need == Need::None && required.empty() ? Need::All : run.need;
    if (const std::size_t needed = needed_words(need, words.size()); needed > 0) {
        const auto some = newLucene<BooleanQuery>();
        for (const QueryPtr& part : words)
            some->add(part, BooleanClause::SHOULD);
        some->setMinimumNumberShouldMatch(static_cast<int32_t>(needed));
        all.add(some);
    }
    return all.query();
}

QueryPtr LuceneReading::State::filter(const SearchRequest& request,
                                      const std::string& facet) const {
    AllOf all;
    AnyOf any;
    bool is_asked = false;
    const auto either = [&](const QueryPtr& query) {
        any.add(query);
        is_asked = true;
    };
    for (const FacetFilter& filter : request.filters) {
        if (filter.facet != facet)
            continue;
        for (const std::string& value : filter.any)
            either(term_query(facet_field(facet), value));
        if (filter.missing)
            either(term_query(without_field, facet));
        for (const std::string& value : filter.all)
            all.add(term_query(facet_field(facet), value));
        for (const std::string& value : filter.none)
            all.exclude(term_query(facet_field(facet), value));
    }
    for (const RangeFilter& chosen : request.ranges)
        if (chosen.field == facet)
            either(range({chosen.field, chosen.from, chosen.to}));
    if (is_asked)
        all.add(any.query());
    return all.query();
}

QueryPtr LuceneReading::State::filters(const SearchRequest& request) const {
    AllOf all;
    all.add(filter(request, "date"));
    for (const schemas::Facet& facet : library.facets)
        all.add(filter(request, facet.name));
    return all.query();
}

LuceneReading::LuceneReading(const schemas::Library& library,
                             const std::vector<schemas::Publication>& publications,
                             const std::set<std::uint32_t>& deleted)
    : state_(std::make_unique<State>(library)) {
    state_->build(publications, deleted);
}

LuceneReading::~LuceneReading() = default;

std::optional<std::set<std::string>> LuceneReading::matching(const SearchRequest& request,
                                                             const Node& query) const {
    try {
        std::set<std::string> ids;
        const std::optional<QueryPtr> read = state_->query(query);
        if (!read)
            return ids;
        const TopDocsPtr found =
            state_->searcher->search(*read,
                                     newLucene<QueryWrapperFilter>(state_->filters(request)),
                                     static_cast<int32_t>(state_->ids.size()));
        for (const ScoreDocPtr& hit : found->scoreDocs)
            ids.insert(state_->ids[static_cast<std::size_t>(hit->doc)]);
        return ids;
    } catch (const Inexpressible&) {
        return std::nullopt;
    }
}

} // namespace praxis::tests
