// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

package praxis.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.apache.lucene.analysis.core.WhitespaceAnalyzer;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.facet.FacetsConfig;
import org.apache.lucene.facet.sortedset.SortedSetDocValuesFacetField;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.NoMergePolicy;
import org.apache.lucene.index.Term;
import org.apache.lucene.store.MMapDirectory;

/** One index with one text field and SortedSetDocValues facets; one segment, and one more for an update. */
final class Building {
    /** The small facets share a field of their own, so that counting them does not pay for the others. */
    static FacetsConfig facets() {
        FacetsConfig config = new FacetsConfig();
        for (String facet : Lines.SMALL) {
            config.setIndexFieldName(facet, "$small");
            config.setMultiValued(facet, true);
        }
        for (String facet : Lines.FURTHER) {
            config.setIndexFieldName(facet, "$further");
            config.setMultiValued(facet, true);
        }
        config.setHierarchical("topic", true);
        return config;
    }

    private static Document document(Lines.Line line) {
        Document document = new Document();
        document.add(new StringField("id", line.id(), Field.Store.YES));
        document.add(new StoredField("title", line.title()));
        document.add(new StoredField("body", line.body()));
        document.add(new TextField("text", line.text(), Field.Store.NO));
        for (Lines.Value value : line.values()) {
            boolean isTopic = value.facet().equals("topic");
            String[] path = isTopic ? value.value().split("/") : new String[] {value.value()};
            document.add(new SortedSetDocValuesFacetField(value.facet(), path));
        }
        return document;
    }

    private interface Work {
        void take(Lines.Line line) throws IOException;
    }

    private static void forEachLine(Path library, Work work) throws Exception {
        Lines lines = new Lines(library);
        int threads = Runtime.getRuntime().availableProcessors();
        Callable<Void> task = () -> {
            for (Lines.Line line = lines.next(); line != null; line = lines.next()) {
                work.take(line);
            }
            return null;
        };
        try (ExecutorService pool = Executors.newFixedThreadPool(threads)) {
            List<Future<Void>> running = new ArrayList<>();
            for (int i = 0; i < threads; ++i) {
                running.add(pool.submit(task));
            }
            for (Future<Void> one : running) {
                one.get();
            }
        }
    }

    private static IndexWriterConfig writing() {
        return new IndexWriterConfig(new WhitespaceAnalyzer()).setRAMBufferSizeMB(256);
    }

    static int build(Path library, Path index) throws Exception {
        FacetsConfig config = facets();
        IndexWriterConfig writing = writing().setOpenMode(IndexWriterConfig.OpenMode.CREATE);
        try (var writer = new IndexWriter(new MMapDirectory(index), writing)) {
            forEachLine(library, line -> writer.addDocument(config.build(document(line))));
            writer.forceMerge(1);
            writer.commit();
            return writer.getDocStats().numDocs;
        }
    }

    static int update(Path library, Path index) throws Exception {
        FacetsConfig config = facets();
        IndexWriterConfig writing = writing().setMergePolicy(NoMergePolicy.INSTANCE);
        try (var writer = new IndexWriter(new MMapDirectory(index), writing)) {
            forEachLine(library, line -> writer.updateDocument(
                    new Term("id", line.id()), config.build(document(line))));
            writer.commit();
            return writer.getDocStats().numDocs;
        }
    }

    private Building() {}
}
