// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

//! The lines of an invented library, as bench/lines/lines.h reads them; for many threads.

use crate::Fallible;
use serde_json::Value;
use std::collections::VecDeque;
use std::fs::File;
use std::io::{BufRead, BufReader};
use std::path::{Path, PathBuf};
use std::sync::Mutex;

const SEAM: &str = "0seam0";
pub const SMALL: [&str; 5] = ["kind", "topic", "organization", "place", "year"];
pub const FURTHER: [&str; 6] = [
    "keyword", "author", "audience", "series", "language", "lens",
];
const PLURALS: [(&str, &str); 3] = [
    ("topic", "topics"),
    ("keyword", "keywords"),
    ("author", "authors"),
];

pub struct Line {
    pub id: String,
    pub title: String,
    pub body: String,
    pub text: String,
    pub values: Vec<(&'static str, String)>,
}

struct Files {
    rest: VecDeque<PathBuf>,
    current: Option<BufReader<File>>,
}

pub struct Lines(Mutex<Files>);

impl Lines {
    pub fn open(path: &Path) -> Fallible<Lines> {
        let mut rest = vec![path.to_path_buf()];
        if path.is_dir() {
            rest = std::fs::read_dir(path)?
                .map(|entry| entry.map(|entry| entry.path()))
                .collect::<Result<_, _>>()?;
            rest.sort();
        }
        Ok(Lines(Mutex::new(Files {
            rest: rest.into(),
            current: None,
        })))
    }

    /// The next line, or none at the end.
    pub fn next(&self) -> Fallible<Option<Line>> {
        match self.next_text()? {
            Some(text) => parse(&text).map(Some),
            None => Ok(None),
        }
    }

    fn next_text(&self) -> Fallible<Option<String>> {
        let mut files = self.0.lock().map_err(|_| "a reader panicked")?;
        loop {
            if let Some(current) = &mut files.current {
                let mut text = String::new();
                if current.read_line(&mut text)? > 0 {
                    return Ok(Some(text));
                }
            }
            match files.rest.pop_front() {
                Some(path) => files.current = Some(BufReader::new(File::open(path)?)),
                None => return Ok(None),
            }
        }
    }
}

fn text<'a>(json: &'a Value, key: &str) -> Fallible<&'a str> {
    let found = json.get(key).and_then(Value::as_str);
    found.ok_or_else(|| format!("a line without {key}").into())
}

fn texts(json: &Value, facet: &str) -> Vec<String> {
    let plural = PLURALS.iter().find(|(singular, _)| *singular == facet);
    match json.get(plural.map_or(facet, |(_, plural)| plural)) {
        Some(Value::Array(values)) => values
            .iter()
            .filter_map(|value| value.as_str().map(String::from))
            .collect(),
        Some(Value::String(value)) => vec![value.clone()],
        _ => Vec::new(),
    }
}

fn parse(line: &str) -> Fallible<Line> {
    let json: Value = serde_json::from_str(line)?;
    let (title, body) = (text(&json, "title")?, text(&json, "text")?);
    let mut values = Vec::new();
    for facet in SMALL.into_iter().chain(FURTHER) {
        let own = match facet {
            "year" => vec![text(&json, "date")?.chars().take(4).collect()],
            _ => texts(&json, facet),
        };
        for value in own {
            add(&mut values, facet, value);
        }
    }
    Ok(Line {
        id: text(&json, "id")?.to_string(),
        text: format!("{title} {SEAM} {body}"),
        title: title.to_string(),
        body: body.to_string(),
        values,
    })
}

fn add(values: &mut Vec<(&'static str, String)>, facet: &'static str, value: String) {
    if facet == "topic"
        && let Some((above, _)) = value.split_once('/')
    {
        add(values, facet, above.to_string());
    }
    if !values.contains(&(facet, value.clone())) {
        values.push((facet, value));
    }
}
