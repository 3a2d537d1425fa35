// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

//! Answers questions with BM25 and exact totals.
//!
//! The best ten alone skip what cannot be among them, counting cannot: each question is tried in
//! one go and in two searches, once, and the quicker way is kept.

use crate::Fallible;
use crate::building::counted;
use crate::protocol::{Findings, Question};
use std::ops::Bound;
use std::path::Path;
use std::time::{Duration, Instant};
use tantivy::aggregation::agg_req::Aggregations;
use tantivy::aggregation::agg_result::{AggregationResult, AggregationResults, BucketResult};
use tantivy::aggregation::{AggContextParams, AggregationCollector};
use tantivy::collector::{Count, TopDocs};
use tantivy::query::{
    BooleanQuery, ConstScoreQuery, InvertedIndexRangeQuery, Occur, PhraseQuery, Query, TermQuery,
};
use tantivy::schema::{Field, IndexRecordOption};
use tantivy::{Index, Searcher, Term};

pub struct Engine {
    index: Index,
    searcher: Searcher,
    text: Field,
}

/// How a question is answered best.
pub struct Plan {
    aggregations: Aggregations,
    apart: bool,
}

impl Engine {
    pub fn open(folder: &Path) -> Fallible<Engine> {
        let index = Index::open_in_dir(folder)?;
        Ok(Engine {
            searcher: index.reader()?.searcher(),
            text: index.schema().get_field("text")?,
            index,
        })
    }

    pub fn plan(&self, question: &Question) -> Fallible<Plan> {
        let query = self.query(question)?;
        let aggregations = aggregations(&question.facets)?;
        Ok(Plan {
            apart: self.is_quicker_apart(&*query, &aggregations)?,
            aggregations,
        })
    }

    pub fn ask(&self, question: &Question, plan: &Plan) -> Fallible<Findings> {
        let query = self.query(question)?;
        self.find(&*query, plan.aggregations.clone(), plan.apart)
    }

    fn is_quicker_apart(&self, query: &dyn Query, aggregations: &Aggregations) -> Fallible<bool> {
        let mut spent = [Duration::ZERO; 2];
        for round in 0..20 {
            for apart in [false, true] {
                let begin = Instant::now();
                self.find(query, aggregations.clone(), apart)?;
                if round >= 10 {
                    spent[usize::from(apart)] += begin.elapsed();
                }
            }
        }
        Ok(spent[1] < spent[0])
    }

    fn find(
        &self,
        query: &dyn Query,
        aggregations: Aggregations,
        apart: bool,
    ) -> Fallible<Findings> {
        let best = TopDocs::with_limit(10).order_by_score();
        let searcher = &self.searcher;
        if aggregations.is_empty() {
            let total = if apart {
                searcher.search(query, &best)?;
                query.count(searcher)?
            } else {
                searcher.search(query, &(best, Count))?.1
            };
            return Ok(Findings {
                total: total as u64,
                facet_sum: 0,
            });
        }
        let counting = AggregationCollector::from_aggs(aggregations, AggContextParams::default());
        let (total, counts) = if apart {
            searcher.search(query, &best)?;
            searcher.search(query, &(Count, counting))?
        } else {
            let (_, total, counts) = searcher.search(query, &(best, Count, counting))?;
            (total, counts)
        };
        Ok(Findings {
            total: total as u64,
            facet_sum: sum(counts),
        })
    }

    fn query(&self, question: &Question) -> Fallible<Box<dyn Query>> {
        let words = self.words(question)?;
        let Some((facet, value)) = question.filter else {
            return Ok(words);
        };
        let field = self.index.schema().get_field(facet)?;
        let chosen = TermQuery::new(
            Term::from_field_text(field, value),
            IndexRecordOption::Basic,
        );
        let filter = ConstScoreQuery::new(Box::new(chosen), 0.0);
        Ok(Box::new(BooleanQuery::new(vec![
            (Occur::Must, words),
            (Occur::Must, Box::new(filter)),
        ])))
    }

    fn words(&self, question: &Question) -> Fallible<Box<dyn Query>> {
        let terms: Vec<Term> = question
            .words
            .iter()
            .map(|word| Term::from_field_text(self.text, word))
            .collect();
        let each =
            |occur| BooleanQuery::new(terms.iter().map(|term| (occur, scored(term))).collect());
        Ok(match question.kind {
            "term" => scored(&terms[0]),
            "and" => Box::new(each(Occur::Must)),
            "or" => Box::new(each(Occur::Should)),
            "phrase" => Box::new(PhraseQuery::new(terms)),
            "prefix" => {
                let after = Term::from_field_text(self.text, &after(question.words[0]));
                Box::new(InvertedIndexRangeQuery::new(
                    Bound::Included(terms[0].clone()),
                    Bound::Excluded(after),
                ))
            }
            other => return Err(format!("unknown kind {other}").into()),
        })
    }
}

fn scored(term: &Term) -> Box<dyn Query> {
    Box::new(TermQuery::new(term.clone(), IndexRecordOption::WithFreqs))
}

/// The least word behind all that begin with a prefix of small letters.
fn after(prefix: &str) -> String {
    let (head, last) = prefix.split_at(prefix.len() - 1);
    format!("{head}{}", char::from(last.as_bytes()[0] + 1))
}

fn aggregations(facets: &[&str]) -> Fallible<Aggregations> {
    let asked: serde_json::Map<_, _> = facets
        .iter()
        .map(|facet| {
            let terms = serde_json::json!({"terms": {"field": counted(facet), "size": 10}});
            (facet.to_string(), terms)
        })
        .collect();
    Ok(serde_json::from_value(asked.into())?)
}

fn sum(counts: AggregationResults) -> u64 {
    let mut sum = 0;
    for result in counts.0.into_values() {
        if let AggregationResult::BucketResult(BucketResult::Terms { buckets, .. }) = result {
            sum += buckets.iter().map(|bucket| bucket.doc_count).sum::<u64>();
        }
    }
    sum
}
