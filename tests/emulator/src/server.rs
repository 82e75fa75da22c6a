//! The emulator as a running server: one thread, on a loopback address.

use crate::{Shared, control, routes, seed::Seed};
use axum::Router;
use hyper::server::conn::http1;
use hyper_util::{
    rt::{TokioIo, TokioTimer},
    service::TowerToHyperService,
};
use std::{
    io,
    net::{Ipv4Addr, SocketAddr, TcpListener as StdListener},
    sync::Arc,
    thread::{self, JoinHandle},
    time::Duration,
};
use tokio::{
    net::{TcpListener, TcpStream},
    runtime::Builder,
    sync::oneshot,
};

/// Node's limit for the request line and headers together.
const LARGEST_HEAD: usize = 16 * 1024;
/// Node's limit for the number of headers.
const MOST_HEADERS: usize = 2_000;
/// How long an idle connection stays open.
const IDLE: Duration = Duration::from_secs(61);

/// A running emulator. It ends when this is dropped.
#[derive(Debug)]
pub struct Emulator {
    address: SocketAddr,
    stop: Option<oneshot::Sender<()>>,
    thread: Option<JoinHandle<()>>,
}

/// Starts an emulator on a port that the system chooses.
pub fn start(seed: Seed) -> io::Result<Emulator> {
    start_on(seed, 0)
}

/// Starts an emulator on a port; 0 lets the system choose.
pub fn start_on(seed: Seed, port: u16) -> io::Result<Emulator> {
    let listener = StdListener::bind((Ipv4Addr::LOCALHOST, port))?;
    listener.set_nonblocking(true)?;
    let address = listener.local_addr()?;
    let runtime = Builder::new_current_thread().enable_all().build()?;
    let (stop, stopped) = oneshot::channel::<()>();
    let thread = thread::Builder::new().name("nango-emulator".into()).spawn(move || {
        runtime.block_on(async {
            tokio::select! {
                () = serve(listener, seed) => {}
                // Dropping the runtime then ends every connection and every refresh, even if they are waiting.
                _ = stopped => {}
            }
        });
    })?;
    Ok(Emulator {
        address,
        stop: Some(stop),
        thread: Some(thread),
    })
}

impl Emulator {
    /// Where it listens.
    pub fn address(&self) -> SocketAddr {
        self.address
    }

    /// The base URL to give to a client.
    pub fn base_url(&self) -> String {
        format!("http://{}", self.address)
    }

    /// Ends it, and waits until it has ended.
    pub fn shutdown(self) {
        drop(self);
    }
}

impl Drop for Emulator {
    fn drop(&mut self) {
        drop(self.stop.take());
        if let Some(thread) = self.thread.take() {
            // A panic in there was printed by the thread itself.
            let _ = thread.join();
        }
    }
}

async fn serve(listener: StdListener, seed: Seed) {
    let Ok(listener) = TcpListener::from_std(listener) else {
        return;
    };
    let router = control::add(Router::new())
        .fallback(routes::answer)
        .with_state(Arc::new(Shared::new(seed)));
    loop {
        match listener.accept().await {
            Ok((stream, _)) => {
                tokio::spawn(serve_connection(stream, router.clone()));
            }
            // Out of file descriptors, most likely: give the other connections time to end.
            Err(_) => tokio::time::sleep(Duration::from_millis(50)).await,
        }
    }
}

async fn serve_connection(stream: TcpStream, router: Router) {
    // Without it, responses of a few hundred bytes wait for acknowledgements. A failure only costs time.
    let _ = stream.set_nodelay(true);
    let served = http1::Builder::new()
        .timer(TokioTimer::new())
        .header_read_timeout(IDLE)
        .max_buf_size(LARGEST_HEAD)
        .max_headers(MOST_HEADERS)
        .serve_connection(TokioIo::new(stream), TowerToHyperService::new(router));
    // A failure of one connection affects its client only, which notices it.
    let _ = served.await;
}
