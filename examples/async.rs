//! Calls from an asynchronous program: libnango blocks, so a thread makes the call and a future waits for it.
//!
//! With tokio this is one line: `tokio::task::spawn_blocking(move || client.get_connection(&id, &key, &options)).await`.
//! Here it is written with the standard library alone, for any executor. Dropping the future cancels the call.

use std::future::Future;
use std::pin::{Pin, pin};
use std::process::ExitCode;
use std::sync::{Arc, Mutex};
use std::task::{Context, Poll, Wake, Waker};
use std::thread::{self, Thread};

use nango::{CallOptions, Cancel, Client, Connection, Error};

fn main() -> ExitCode {
    match block_on(describe()) {
        Ok(line) => {
            println!("{line}");
            ExitCode::SUCCESS
        }
        Err(error) => {
            eprintln!("{}: {error}", error.kind().name());
            ExitCode::FAILURE
        }
    }
}

async fn describe() -> Result<String, Error> {
    let client = Arc::new(Client::from_env()?);
    let connection_id = variable("NANGO_CONNECTION_ID", "customer-1");
    let connection = get_connection(&client, connection_id, variable("NANGO_PROVIDER_CONFIG_KEY", "github")).await?;
    Ok(format!("got a connection of {}", connection.provider_config_key()))
}

/// A connection, without blocking the executor.
async fn get_connection(
    client: &Arc<Client>,
    connection_id: String,
    provider_config_key: String,
) -> Result<Arc<Connection>, Error> {
    let (client, cancel) = (client.clone(), CancelOnDrop(Cancel::new()));
    let mut options = CallOptions::new();
    options.cancel(&cancel.0);
    unblocked(move || client.get_connection(&connection_id, &provider_config_key, &options)).await
}

/// Ends the call of a future that is not wanted any more.
struct CancelOnDrop(Cancel);

impl Drop for CancelOnDrop {
    fn drop(&mut self) {
        self.0.trigger();
    }
}

/// Runs `work` on a thread of its own; the future is ready when it has returned.
fn unblocked<T: Send + 'static>(work: impl FnOnce() -> T + Send + 'static) -> Unblocked<T> {
    let shared = Arc::new(Mutex::new(State {
        result: None,
        waker: None,
    }));
    let of_thread = shared.clone();
    thread::spawn(move || {
        let result = work();
        let mut state = of_thread.lock().expect("nothing panics with the lock");
        state.result = Some(result);
        if let Some(waker) = state.waker.take() {
            waker.wake();
        }
    });
    Unblocked(shared)
}

struct Unblocked<T>(Arc<Mutex<State<T>>>);

/// The result of a thread, and who waits for it.
struct State<T> {
    result: Option<T>,
    waker: Option<Waker>,
}

impl<T> Future for Unblocked<T> {
    type Output = T;

    fn poll(self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<T> {
        let mut state = self.0.lock().expect("nothing panics with the lock");
        match state.result.take() {
            Some(result) => Poll::Ready(result),
            None => {
                state.waker = Some(context.waker().clone());
                Poll::Pending
            }
        }
    }
}

/// An executor of one future, in place of the program's own.
fn block_on<T>(future: impl Future<Output = T>) -> T {
    struct Unpark(Thread);
    impl Wake for Unpark {
        fn wake(self: Arc<Self>) {
            self.0.unpark();
        }
    }
    let waker = Waker::from(Arc::new(Unpark(thread::current())));
    let mut future = pin!(future);
    loop {
        if let Poll::Ready(result) = future.as_mut().poll(&mut Context::from_waker(&waker)) {
            return result;
        }
        thread::park();
    }
}

fn variable(name: &str, default: &str) -> String {
    std::env::var(name).unwrap_or_else(|_| default.to_owned())
}
