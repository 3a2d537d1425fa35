// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

package praxis.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.lucene.facet.DrillDownQuery;
import org.apache.lucene.facet.FacetResult;
import org.apache.lucene.facet.Facets;
import org.apache.lucene.facet.FacetsCollector;
import org.apache.lucene.facet.FacetsCollectorManager;
import org.apache.lucene.facet.FacetsConfig;
import org.apache.lucene.facet.LabelAndValue;
import org.apache.lucene.facet.sortedset.DefaultSortedSetDocValuesReaderState;
import org.apache.lucene.facet.sortedset.SortedSetDocValuesFacetCounts;
import org.apache.lucene.facet.sortedset.SortedSetDocValuesReaderState;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.MultiCollectorManager;
import org.apache.lucene.search.PhraseQuery;
import org.apache.lucene.search.PrefixQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.TopDocs;
import org.apache.lucene.search.TopScoreDocCollectorManager;
import org.apache.lucene.store.MMapDirectory;
import praxis.bench.Protocol.Findings;
import praxis.bench.Protocol.Question;

/**
 * Answers questions with BM25, exact totals and no cache of queries.
 *
 * <p>An exact total costs Lucene its skipping when it is counted with the best ten in one go, so both
 * ways are tried for each question, once, and the quicker one is kept.
 */
final class Engine {
    private final IndexSearcher searcher;
    private final FacetsConfig config = Building.facets();
    private final SortedSetDocValuesReaderState small;
    private final SortedSetDocValuesReaderState further;
    private final Map<String, Boolean> countsApart = new HashMap<>();

    Engine(Path index) throws IOException {
        DirectoryReader reader = DirectoryReader.open(new MMapDirectory(index));
        searcher = new IndexSearcher(reader);
        searcher.setQueryCache(null);
        small = new DefaultSortedSetDocValuesReaderState(reader, "$small", config);
        further = new DefaultSortedSetDocValuesReaderState(reader, "$further", config);
    }

    Findings ask(Question question) throws IOException {
        Query query = filtered(question, words(question));
        if (!question.facets().isEmpty()) {
            return withFacets(question, query);
        }
        String key = query.toString();
        Boolean apart = countsApart.get(key);
        if (apart == null) {
            apart = isQuickerApart(query);
            countsApart.put(key, apart);
        }
        return apart ? apart(query) : together(query);
    }

    private boolean isQuickerApart(Query query) throws IOException {
        long together = 0;
        long apart = 0;
        for (int i = 0; i < 20; ++i) { // the first rounds warm both up
            long begin = System.nanoTime();
            together(query);
            long between = System.nanoTime();
            apart(query);
            together = i < 10 ? 0 : together + between - begin;
            apart = i < 10 ? 0 : apart + System.nanoTime() - between;
        }
        return apart < together;
    }

    private Findings together(Query query) throws IOException {
        TopDocs best =
                searcher.search(query, new TopScoreDocCollectorManager(10, Integer.MAX_VALUE));
        return new Findings(best.totalHits.value(), 0);
    }

    private Findings apart(Query query) throws IOException {
        searcher.search(query, new TopScoreDocCollectorManager(10, 10));
        return new Findings(searcher.count(query), 0);
    }

    private Findings withFacets(Question question, Query query) throws IOException {
        Object[] found = searcher.search(query, new MultiCollectorManager(
                new TopScoreDocCollectorManager(10, Integer.MAX_VALUE),
                new FacetsCollectorManager()));
        FacetsCollector hits = (FacetsCollector) found[1];
        long sum = sum(new SortedSetDocValuesFacetCounts(small, hits), Lines.SMALL);
        if (question.facets().size() > Lines.SMALL.size()) {
            sum += sum(new SortedSetDocValuesFacetCounts(further, hits), Lines.FURTHER);
        }
        return new Findings(((TopDocs) found[0]).totalHits.value(), sum);
    }

    private static long sum(Facets counts, List<String> facets) throws IOException {
        long sum = 0;
        for (String facet : facets) {
            FacetResult result = counts.getTopChildren(10, facet);
            if (result == null) {
                continue;
            }
            for (LabelAndValue value : result.labelValues) {
                sum += value.value.longValue();
            }
        }
        return sum;
    }

    private Query filtered(Question question, Query query) {
        if (question.facet() == null) {
            return query;
        }
        String[] path = question.facet().equals("topic")
                ? question.value().split("/") : new String[] {question.value()};
        Term term = DrillDownQuery.term(
                config.getDimConfig(question.facet()).indexFieldName, question.facet(), path);
        return new BooleanQuery.Builder()
                .add(query, BooleanClause.Occur.MUST)
                .add(new TermQuery(term), BooleanClause.Occur.FILTER)
                .build();
    }

    private static Query words(Question question) {
        List<String> words = question.words();
        return switch (question.kind()) {
            case "term" -> new TermQuery(term(words.get(0)));
            case "and" -> each(words, BooleanClause.Occur.MUST);
            case "or" -> each(words, BooleanClause.Occur.SHOULD);
            case "phrase" -> new PhraseQuery("text", words.toArray(String[]::new));
            case "prefix" -> new PrefixQuery(term(words.get(0)));
            default -> throw new IllegalArgumentException("unknown kind " + question.kind());
        };
    }

    private static Query each(List<String> words, BooleanClause.Occur occur) {
        BooleanQuery.Builder query = new BooleanQuery.Builder();
        words.forEach(word -> query.add(new TermQuery(term(word)), occur));
        return query.build();
    }

    private static Term term(String word) {
        return new Term("text", word);
    }
}
