//! How many calls a client is to make: once, or for "-" again and again, as standard input says.

use std::error::Error;
use std::io;

/// Runs `turn` with the calls of each turn. Those of "-" come a line each, and the end of a turn is an empty line.
pub fn each(
    calls: &str,
    turn: impl Fn(u64) -> Result<(), Box<dyn Error + Send + Sync>>,
) -> Result<(), Box<dyn Error + Send + Sync>> {
    if calls != "-" {
        return turn(calls.parse()?);
    }
    for line in io::stdin().lines() {
        turn(line?.parse()?)?;
        println!();
    }
    Ok(())
}
