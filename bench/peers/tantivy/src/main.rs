// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

//! Tantivy as an engine of bench/compare: what bench/peers/engine.h says of engines.

mod building;
mod engine;
mod lines;
mod protocol;

use std::error::Error;
use std::path::PathBuf;
use std::time::Instant;

pub type Fallible<T> = Result<T, Box<dyn Error + Send + Sync>>;

#[derive(Default)]
struct Command {
    name: String,
    library: PathBuf,
    index: PathBuf,
}

fn command(mut words: impl Iterator<Item = String>) -> Fallible<Command> {
    let usage = "usage: index|update|serve --library FOLDER --index FOLDER";
    let mut command = Command {
        name: words.next().ok_or(usage)?,
        ..Command::default()
    };
    while let (Some(option), Some(value)) = (words.next(), words.next()) {
        match option.as_str() {
            "--library" => command.library = value.into(),
            "--index" => command.index = value.into(),
            _ => return Err(usage.into()),
        }
    }
    Ok(command)
}

fn run() -> Fallible<()> {
    let command = command(std::env::args().skip(1))?;
    let begin = Instant::now();
    let publications = match command.name.as_str() {
        "serve" => return protocol::serve(engine::Engine::open(&command.index)?),
        "index" => building::build(&command.library, &command.index)?,
        "update" => building::update(&command.library, &command.index)?,
        other => return Err(format!("unknown command {other}").into()),
    };
    println!(
        "{{\"publications\": {publications}, \"seconds\": {:.3}}}",
        begin.elapsed().as_secs_f64()
    );
    Ok(())
}

fn main() {
    if let Err(error) = run() {
        eprintln!("tantivy_engine: {error}");
        std::process::exit(1);
    }
}
