//! The Rust probe: makes calls through the crate `nango` as instructed, and reports the results.
//!
//! `--break-accessor NAME` breaks the accessor of this name, to show that a driver notices.

mod accessors;
mod calls;
mod operations;
mod told;

use std::io::{self, BufRead, Write};
use std::sync::Arc;
use std::time::Instant;

use calls::{Failure, Success};
use nango::Client;
use nango_probe::protocol::{Answer, Outcome, Read, Step, Told};
use nango_probe::sum::Sum;

fn main() -> io::Result<()> {
    let broken = match std::env::args().skip(1).collect::<Vec<_>>().as_slice() {
        [] => None,
        [option, name] if option == "--break-accessor" => Some(name.clone()),
        _ => panic!("usage: nango-probe-rust [--break-accessor NAME]"),
    };
    let mut client = None;
    for line in io::stdin().lock().lines() {
        let told: Told = serde_json::from_str(&line?)?;
        let mut answer = answer(&mut client, &told);
        if let Some(name) = broken.as_ref().filter(|_| answer.outcome == Outcome::Connection) {
            answer.fields.insert(name.clone(), "broken".into());
        }
        let mut output = io::stdout().lock();
        writeln!(output, "{}", serde_json::to_string(&answer)?)?;
        output.flush()?;
    }
    Ok(())
}

fn answer(client: &mut Option<Arc<Client>>, told: &Told) -> Answer {
    let mut start = Instant::now();
    if told.client.is_some() || told.operation == nango_probe::protocol::Operation::Close {
        *client = None;
    }
    if let Some(settings) = &told.client {
        match calls::client(settings) {
            Ok(made) => *client = Some(Arc::new(made)),
            Err(error) => return failed(&Failure::of(Step::Client, error), start),
        }
        start = Instant::now();
    }
    let Some(client) = client else {
        return Answer::default();
    };
    match calls::call(client, told) {
        Ok(success) => came_out(success, told, start),
        Err(failure) => failed(&failure, start),
    }
}

fn milliseconds(start: Instant) -> u64 {
    u64::try_from(start.elapsed().as_millis()).unwrap_or(u64::MAX)
}

fn failed(failure: &Failure, start: Instant) -> Answer {
    Answer {
        outcome: Outcome::Error,
        at: Some(failure.at),
        ms: milliseconds(start),
        fields: accessors::error(&failure.error),
        read: failure.read.map(read),
        ..Answer::default()
    }
}

fn came_out(success: Success, told: &Told, start: Instant) -> Answer {
    let ms = milliseconds(start);
    let look_ups = told.look_ups.iter();
    match success {
        Success::Connection(connection) => Answer {
            outcome: Outcome::Connection,
            ms,
            fields: accessors::connection(&connection),
            look_ups: look_ups
                .map(|(function, argument)| accessors::look_up_in_connection(&connection, function, argument))
                .collect(),
            ..Answer::default()
        },
        Success::Response(mut response, body) => Answer {
            outcome: Outcome::Response,
            ms,
            fields: accessors::response(&response, body.kept.as_deref()),
            look_ups: look_ups
                .map(|(function, argument)| accessors::look_up_in_response(&mut response, function, argument))
                .collect(),
            read: Some(read(body.sum)),
            ..Answer::default()
        },
        Success::Result(result) => Answer {
            outcome: Outcome::Result,
            ms,
            result,
            ..Answer::default()
        },
    }
}

fn read(sum: Sum) -> Read {
    Read {
        length: sum.count,
        sum: sum.value(),
    }
}
