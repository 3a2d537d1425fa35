// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

//! Questions on standard input, answers on standard output (bench/peers/engine.h).

use crate::Fallible;
use crate::engine::{Engine, Plan};
use std::collections::HashMap;
use std::collections::hash_map::Entry;
use std::io::{BufRead, Write, stdin, stdout};
use std::time::Instant;

#[derive(Debug)]
pub struct Question<'a> {
    pub kind: &'a str,
    pub words: Vec<&'a str>,
    pub facets: Vec<&'a str>,
    pub filter: Option<(&'a str, &'a str)>,
}

#[derive(Default)]
pub struct Findings {
    pub total: u64,
    pub facet_sum: u64,
}

fn question(line: &str) -> Fallible<(Question<'_>, usize)> {
    let parts: Vec<&str> = line.split('\t').collect();
    let [kind, words, facets, filter, repeats] = parts[..] else {
        return Err("a question has five parts".into());
    };
    let facets = match facets {
        "-" => Vec::new(),
        names => names.split(',').collect(),
    };
    let question = Question {
        kind,
        words: words.split(' ').collect(),
        facets,
        filter: filter.split_once('='),
    };
    Ok((question, repeats.parse()?))
}

fn answer(line: &str, engine: &Engine, plans: &mut HashMap<String, Plan>) -> Fallible<String> {
    let (question, repeats) = question(line)?;
    let plan = match plans.entry(format!("{question:?}")) {
        Entry::Occupied(known) => known.into_mut(),
        Entry::Vacant(place) => place.insert(engine.plan(&question)?),
    };
    let mut findings = Findings::default();
    let mut times = Vec::new();
    for _ in 0..repeats {
        let begin = Instant::now();
        findings = engine.ask(&question, plan)?;
        times.push(format!("{:.2}", begin.elapsed().as_secs_f64() * 1e6));
    }
    Ok(format!(
        "{}\t{}\t{}",
        findings.total,
        findings.facet_sum,
        times.join(",")
    ))
}

pub fn serve(engine: Engine) -> Fallible<()> {
    let (mut out, mut plans) = (stdout(), HashMap::new());
    writeln!(out, "ready")?;
    for line in stdin().lock().lines() {
        match answer(&line?, &engine, &mut plans) {
            Ok(answer) => writeln!(out, "{answer}")?,
            Err(error) => writeln!(out, "error\t{error}")?,
        }
        out.flush()?;
    }
    Ok(())
}
