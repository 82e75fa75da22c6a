//! The emulator, tested over real connections.

mod client;
mod control;
mod external;
mod external_api;
mod http;
mod local_api;
mod operations;
mod others;
mod program;
mod proxy;
mod receiver;
mod refresh;
mod replay;
mod seeds;
mod streams;
