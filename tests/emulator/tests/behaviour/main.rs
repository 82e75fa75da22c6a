//! The emulator, asked over real connections.

mod client;
mod control;
mod http;
mod program;
mod refresh;
mod replay;
mod seeds;
