//! The emulator, tested over real connections.

mod client;
mod control;
mod external;
mod http;
mod program;
mod proxy;
mod refresh;
mod replay;
mod seeds;
mod streams;
