// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

//! One index with one text field and facets as fast fields; one segment, and one more for an update.

use crate::Fallible;
use crate::lines::{FURTHER, Line, Lines, SMALL};
use std::path::Path;
use tantivy::indexer::NoMergePolicy;
use tantivy::schema::{
    FAST, Field, IndexRecordOption, STORED, STRING, Schema, TextFieldIndexing, TextOptions,
};
use tantivy::{Index, IndexWriter, TantivyDocument, Term};

/// The field that is counted: of a topic, the upper levels are.
pub fn counted(facet: &str) -> &str {
    if facet == "topic" {
        "upper_topic"
    } else {
        facet
    }
}

fn schema() -> Schema {
    let mut schema = Schema::builder();
    schema.add_text_field("id", STRING | STORED);
    schema.add_text_field("title", STORED);
    schema.add_text_field("body", STORED);
    let words = TextFieldIndexing::default()
        .set_tokenizer("whitespace")
        .set_index_option(IndexRecordOption::WithFreqsAndPositions);
    schema.add_text_field("text", TextOptions::default().set_indexing_options(words));
    schema.add_text_field(counted("topic"), FAST);
    for facet in SMALL.into_iter().chain(FURTHER) {
        schema.add_text_field(
            facet,
            if facet == "topic" {
                STRING
            } else {
                STRING | FAST
            },
        );
    }
    schema.build()
}

fn document(schema: &Schema, line: &Line) -> Fallible<TantivyDocument> {
    let mut document = TantivyDocument::new();
    let texts = [
        ("id", &line.id),
        ("title", &line.title),
        ("body", &line.body),
        ("text", &line.text),
    ];
    for (field, text) in texts {
        document.add_text(schema.get_field(field)?, text);
    }
    for (facet, value) in &line.values {
        document.add_text(schema.get_field(facet)?, value);
        if *facet == "topic" && !value.contains('/') {
            document.add_text(schema.get_field(counted(facet))?, value);
        }
    }
    Ok(document)
}

/// As many threads as there are processors parse, and as many index.
fn write(library: &Path, index: &Index, replaced: Option<Field>) -> Fallible<IndexWriter> {
    const BUFFER: usize = 256 << 20; // of each thread
    let threads = std::thread::available_parallelism()?.get();
    let mut writer: IndexWriter = index.writer_with_num_threads(threads, BUFFER * threads)?;
    writer.set_merge_policy(Box::new(NoMergePolicy));
    let (schema, lines) = (index.schema(), Lines::open(library)?);
    let work = || -> Fallible<()> {
        while let Some(line) = lines.next()? {
            if let Some(id) = replaced {
                writer.delete_term(Term::from_field_text(id, &line.id));
            }
            writer.add_document(document(&schema, &line)?)?;
        }
        Ok(())
    };
    std::thread::scope(|scope| {
        let running: Vec<_> = (0..threads).map(|_| scope.spawn(work)).collect();
        running
            .into_iter()
            .try_for_each(|thread| thread.join().map_err(|_| "a thread panicked")?)
    })?;
    writer.commit()?;
    Ok(writer)
}

fn publications(index: &Index) -> Fallible<u64> {
    Ok(index.reader()?.searcher().num_docs())
}

pub fn build(library: &Path, folder: &Path) -> Fallible<u64> {
    std::fs::create_dir_all(folder)?;
    let index = Index::create_in_dir(folder, schema())?;
    let mut writer = write(library, &index, None)?;
    writer.merge(&index.searchable_segment_ids()?).wait()?;
    writer.garbage_collect_files().wait()?;
    writer.wait_merging_threads()?;
    publications(&index)
}

pub fn update(library: &Path, folder: &Path) -> Fallible<u64> {
    let index = Index::open_in_dir(folder)?;
    let id = index.schema().get_field("id")?;
    let mut writer = write(library, &index, Some(id))?;
    merge_new(&index, &mut writer)?;
    writer.wait_merging_threads()?;
    publications(&index)
}

/// Each thread has made a segment of its own: they become one beside that of the base.
fn merge_new(index: &Index, writer: &mut IndexWriter) -> Fallible<()> {
    let mut segments = index.searchable_segment_metas()?;
    segments.sort_by_key(|segment| segment.max_doc());
    segments.pop();
    let new: Vec<_> = segments.iter().map(|segment| segment.id()).collect();
    if new.len() > 1 {
        writer.merge(&new).wait()?;
    }
    Ok(())
}
