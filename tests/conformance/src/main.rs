//! Serves the conformance cases to the runner of each language.

fn main() {}
