// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

package praxis.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
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
 * <p>An exact total costs Lucene its skipping when it is counted with the best ten in one go, as
 * facets do, so both ways are tried for each question and the quicker one is kept: what the second asking
 * finds, when Java's compiler has seen them all.
 */
final class Engine {
    private static final int TRIES = 20;

    private final IndexSearcher searcher;
    private final FacetsConfig config = Building.facets();
    private final SortedSetDocValuesReaderState small;
    private final SortedSetDocValuesReaderState further;
    private final Set<Question> asked = new HashSet<>();
    private final Set<Question> decided = new HashSet<>();
    private final Set<Question> apart = new HashSet<>();

    Engine(Path index) throws IOException {
        DirectoryReader reader = DirectoryReader.open(new MMapDirectory(index));
        searcher = new IndexSearcher(reader);
        searcher.setQueryCache(null);
        small = new DefaultSortedSetDocValuesReaderState(reader, "$small", config);
        further = new DefaultSortedSetDocValuesReaderState(reader, "$further", config);
    }

    /** Chooses how the question is answered best, the first two times that it is asked. */
    void prepare(Question question) throws IOException {
        if (decided.contains(question)) {
            return;
        }
        if (!asked.add(question)) {
            decided.add(question);
        }
        if (isQuickerApart(question, query(question))) {
            apart.add(question);
        } else {
            apart.remove(question);
        }
    }

    Findings ask(Question question) throws IOException {
        Query query = query(question);
        return apart.contains(question) ? apart(question, query) : together(question, query);
    }

    private boolean isQuickerApart(Question question, Query query) throws IOException {
        long together = 0;
        long apart = 0;
        for (int i = 0; i < TRIES; ++i) { // the first half warms both up
            long begin = System.nanoTime();
            together(question, query);
            long between = System.nanoTime();
            apart(question, query);
            together = i < TRIES / 2 ? 0 : together + between - begin;
            apart = i < TRIES / 2 ? 0 : apart + System.nanoTime() - between;
        }
        return apart < together;
    }

    private Findings together(Question question, Query query) throws IOException {
        var best = new TopScoreDocCollectorManager(10, Integer.MAX_VALUE);
        if (question.facets().isEmpty()) {
            return new Findings(searcher.search(query, best).totalHits.value(), 0);
        }
        Object[] found =
                searcher.search(query, new MultiCollectorManager(best, new FacetsCollectorManager()));
        return counted(question, ((TopDocs) found[0]).totalHits.value(), (FacetsCollector) found[1]);
    }

    private Findings apart(Question question, Query query) throws IOException {
        searcher.search(query, new TopScoreDocCollectorManager(10, 10));
        if (question.facets().isEmpty()) {
            return new Findings(searcher.count(query), 0);
        }
        FacetsCollector hits = searcher.search(query, new FacetsCollectorManager());
        long total = 0;
        for (FacetsCollector.MatchingDocs segment : hits.getMatchingDocs()) {
            total += segment.totalHits();
        }
        return counted(question, total, hits);
    }

    private Findings counted(Question question, long total, FacetsCollector hits)
            throws IOException {
        long sum = sum(new SortedSetDocValuesFacetCounts(small, hits), Lines.SMALL);
        if (question.facets().size() > Lines.SMALL.size()) {
            sum += sum(new SortedSetDocValuesFacetCounts(further, hits), Lines.FURTHER);
        }
        return new Findings(total, sum);
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

    private Query query(Question question) {
        Query query = words(question);
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
