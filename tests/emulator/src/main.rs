//! A local Nango server for tests.

fn main() {}
