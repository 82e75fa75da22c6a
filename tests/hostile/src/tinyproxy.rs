//! tinyproxy, a real HTTP proxy, started for each case.

use std::fs;
use std::io::{BufRead, BufReader};
use std::net::TcpListener;
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::sync::mpsc;
use std::thread;
use std::time::Duration;

use tempfile::TempDir;

/// How long it may take to start.
const PATIENCE: Duration = Duration::from_secs(20);

/// A running tinyproxy, which is ended when dropped.
pub struct Tinyproxy {
    child: Child,
    port: u16,
    _folder: TempDir,
}

impl Tinyproxy {
    /// Starts it with `lines` added to its configuration.
    pub fn start(program: &Path, lines: &str) -> Tinyproxy {
        let folder = tempfile::tempdir().expect("a folder for files");
        let file = folder.path().join("tinyproxy.conf");
        // It needs a port; another process may take it in the meantime, so another one is then tried.
        for _ in 0..5 {
            let port = free_port();
            let text = format!("Port {port}\nListen 127.0.0.1\nTimeout 60\nMaxClients 20\nLogLevel Info\n{lines}\n");
            fs::write(&file, text).expect("a file in a new folder");
            let mut child = Command::new(program)
                .args(["-d", "-c"])
                .arg(&file)
                .stdin(Stdio::null())
                .stdout(Stdio::piped())
                .spawn()
                .expect("tinyproxy, which is installed");
            if listens(&mut child) {
                return Tinyproxy {
                    child,
                    port,
                    _folder: folder,
                };
            }
            let _ = child.kill();
            let _ = child.wait();
        }
        panic!("tinyproxy does not start");
    }

    /// Where it listens.
    pub fn port(&self) -> u16 {
        self.port
    }
}

impl Drop for Tinyproxy {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

fn free_port() -> u16 {
    let listener = TcpListener::bind("127.0.0.1:0").expect("loopback has a free port");
    listener.local_addr().expect("a listener has an address").port()
}

/// Whether the child reports that it listens, and not that it cannot.
fn listens(child: &mut Child) -> bool {
    let Some(output) = child.stdout.take() else {
        return false;
    };
    let (said, ready) = mpsc::channel();
    // Keeps reading as long as it runs, so that it can keep writing.
    thread::spawn(move || {
        for line in BufReader::new(output).lines().map_while(Result::ok) {
            if line.contains("Accepting connections") {
                let _ = said.send(());
            }
        }
    });
    ready.recv_timeout(PATIENCE).is_ok()
}
