//! Times the parts that a call consists of, which only `--cfg fuzzing` opens: `make bench` runs it so.

#[cfg(fuzzing)]
mod parts;

#[cfg(fuzzing)]
fn main() {
    divan::main();
}

#[cfg(not(fuzzing))]
fn main() {
    eprintln!("nothing to time: build with RUSTFLAGS='--cfg fuzzing'");
    std::process::exit(2);
}
