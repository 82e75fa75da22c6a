//! Any legal sequence of calls of the C interface, against a server on loopback that responds with the fuzzer's bytes.

#![no_main]

mod abi;
mod check;
mod handles;
mod input;
mod program;
mod proxy;
mod server;
mod settings;

use libfuzzer_sys::fuzz_target;
// The functions that abi.rs declares are in here.
use nango as _;

use self::program::{Program, SECRET_KEY};

fuzz_target!(
    init: empty_the_environment(),
    |data: &[u8]| {
        let Some((operations, texts)) = input::parse(data) else {
            return;
        };
        let mut program = Program::new(&texts);
        for operation in operations {
            program.run(operation);
        }
    }
);

/// Calls go to the server of this process, regardless of the machine's settings.
fn empty_the_environment() {
    let url = format!("http://127.0.0.1:{}", server::port());
    // SAFETY: the server's thread, the only other one, does not look at the environment.
    unsafe {
        for name in [
            "http_proxy",
            "all_proxy",
            "ALL_PROXY",
            "NANGO_HOSTPORT",
            "NANGO_API_KEY",
        ] {
            std::env::remove_var(name);
        }
        std::env::set_var("NANGO_SECRET_KEY", SECRET_KEY);
        std::env::set_var("NANGO_BASE_URL", url);
    }
}
