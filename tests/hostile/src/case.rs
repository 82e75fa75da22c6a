//! A case: its servers, the probe's input, and the expected result.

use std::any::Any;
use std::net::TcpListener;

use nango_probe::camel_names::in_camel_case;
use nango_probe::go_names::in_go;
use nango_probe::protocol::Operation;

use crate::pattern::Pattern;
use crate::server::Server;
use crate::world::World;

/// An invented key in the form of Nango's.
pub const KEY: &str = "00000000-0000-4000-8000-00000000cafe";
/// How long a call may take that is expected to end by itself.
pub const AMPLE: u64 = 20_000;
/// How long a call may take that is expected to run out of time.
pub const SHORT: u64 = 500;
/// When a call is ended from another thread.
pub const SOON: u64 = 200;

/// One behaviour and its consequence.
pub struct Case {
    /// The misbehavior, in a few words.
    pub name: String,
    /// Starts the servers of the case.
    pub stage: Box<dyn Fn(&World) -> Stage + Send + Sync>,
    /// The expected result.
    pub expect: Expect,
    /// Whether it keeps the machine busy, so that times are meaningful only if nothing else runs.
    pub is_busy: bool,
}

impl Case {
    /// Runs while nothing else does.
    pub fn busy(mut self) -> Case {
        self.is_busy = true;
        self
    }
}

/// A case of that name.
pub fn case(name: impl Into<String>, stage: impl Fn(&World) -> Stage + Send + Sync + 'static, expect: Expect) -> Case {
    Case {
        name: name.into(),
        stage: Box::new(stage),
        expect,
        is_busy: false,
    }
}

/// Settings for a probe, by name.
pub type Settings = Vec<(&'static str, String)>;

/// The servers of a case, and the probe's input.
pub struct Stage {
    pub(crate) client: Settings,
    /// The probe's operation.
    pub(crate) operation: Operation,
    /// For a call of an operation: its name in api/operations.json.
    pub(crate) called: Option<&'static str>,
    pub(crate) call: Settings,
    /// The differences of the last call.
    last: Settings,
    pub(crate) environment: Vec<(&'static str, String)>,
    pub(crate) calls: usize,
    /// The server whose requests are counted.
    pub(crate) server: Option<Server>,
    /// A listener that must get no connection.
    pub(crate) forbidden: Option<TcpListener>,
    /// Resources to keep until the case has ended.
    kept: Vec<Box<dyn Any + Send>>,
}

impl Stage {
    /// A stage without a server, for a client of `base_url`. No proxy, unless the case sets one.
    pub fn at(base_url: &str) -> Stage {
        Stage {
            client: vec![
                ("secret_key", KEY.to_owned()),
                ("base_url", base_url.to_owned()),
                ("http_proxy", String::new()),
                ("timeout_ms", AMPLE.to_string()),
                ("max_retries", "2".to_owned()),
            ],
            operation: Operation::GetConnection,
            called: None,
            call: Vec::new(),
            last: Vec::new(),
            environment: Vec::new(),
            calls: 1,
            server: None,
            forbidden: None,
            kept: Vec::new(),
        }
    }

    /// A client of this server over plain http.
    pub fn plain(server: Server) -> Stage {
        Stage::at(&format!("http://127.0.0.1:{}", server.port())).serving(server)
    }

    /// A client of this server over TLS, under the name localhost, which trusts the authority of `world`.
    pub fn tls(world: &World, server: Server) -> Stage {
        Stage::at(&format!("https://localhost:{}", server.port()))
            .serving(server)
            .client("ca_file", world.file("trusted.pem"))
    }

    /// Counts the requests to `server`.
    pub fn serving(mut self, server: Server) -> Stage {
        self.server = Some(server);
        self
    }

    /// Makes requests with this method through Nango's proxy, instead of calls for a connection.
    pub fn proxied(mut self, method: &str) -> Stage {
        self.operation = Operation::Proxy;
        self.call("method", method)
            .call("endpoint", "/v1/things")
            .call("read", "parts")
            .call("idle_timeout_ms", AMPLE)
    }

    /// Calls an operation of Nango's API that needs no arguments, instead of getting a connection.
    pub fn operation(mut self, name: &'static str) -> Stage {
        self.operation = Operation::Call;
        self.called = Some(name);
        self
    }

    /// A setting of the client.
    pub fn client(mut self, name: &'static str, value: impl ToString) -> Stage {
        set(&mut self.client, name, value.to_string());
        self
    }

    /// Leaves a setting at the library's default.
    pub fn without(mut self, name: &'static str) -> Stage {
        self.client.retain(|(other, _)| *other != name);
        self
    }

    /// A setting of the call.
    pub fn call(mut self, name: &'static str, value: impl ToString) -> Stage {
        set(&mut self.call, name, value.to_string());
        self
    }

    /// A setting of the last call alone.
    pub fn last(mut self, name: &'static str, value: impl ToString) -> Stage {
        self.last.push((name, value.to_string()));
        self
    }

    /// A variable of the probe's environment.
    pub fn environment(mut self, name: &'static str, value: impl ToString) -> Stage {
        self.environment.push((name, value.to_string()));
        self
    }

    /// A timeout that is expected to pass.
    pub fn short(self) -> Stage {
        self.client("timeout_ms", SHORT)
    }

    /// How often a failed call is retried: 2 times by default.
    pub fn retries(self, retries: u32) -> Stage {
        self.client("max_retries", retries)
    }

    /// How many calls are made, one after the other; all but the last must succeed.
    pub fn calls(mut self, calls: usize) -> Stage {
        self.calls = calls;
        self
    }

    /// This listener must get no connection.
    pub fn forbid(mut self, listener: TcpListener) -> Stage {
        self.forbidden = Some(listener);
        self
    }

    /// Keeps something running until the case has ended.
    pub fn keep(mut self, kept: impl Any + Send) -> Stage {
        self.kept.push(Box::new(kept));
        self
    }

    /// The probe's input for call `number`, from 0 on.
    pub(crate) fn settings(&self, number: usize) -> Settings {
        let mut settings = self.call.clone();
        if number + 1 == self.calls {
            for (name, value) in &self.last {
                set(&mut settings, name, value.clone());
            }
        }
        settings
    }

    /// The time after which the last call has to have ended.
    pub(crate) fn limit_ms(&self, expect: &Expect) -> u64 {
        let timeout = self.milliseconds("timeout_ms").unwrap_or(AMPLE);
        let idle_timeout = self.milliseconds("idle_timeout_ms").unwrap_or(AMPLE);
        match (expect.kind, expect.at) {
            ("CANCELLED", _) => self.ended_after_ms().unwrap_or(timeout),
            (_, Some("reading")) => idle_timeout,
            (_, Some(_)) => timeout.min(idle_timeout),
            // How long a body may take that keeps moving is bounded by nothing.
            (_, None) if self.operation == Operation::Proxy => AMPLE,
            (_, None) => timeout,
        }
    }

    /// The earliest time at which it can have timed out or been ended.
    pub(crate) fn earliest_ms(&self, expect: &Expect) -> u64 {
        match expect.kind {
            "TIMEOUT" => {
                let connect_timeout = self.milliseconds("connect_timeout_ms");
                connect_timeout.unwrap_or(u64::MAX).min(self.limit_ms(expect))
            }
            "CANCELLED" => self.ended_after_ms().unwrap_or(0),
            _ => 0,
        }
    }

    /// When another thread ends the call.
    fn ended_after_ms(&self) -> Option<u64> {
        let cancelled = self.milliseconds("cancel_after_ms");
        cancelled.or_else(|| self.milliseconds("shutdown_after_ms"))
    }

    /// A setting of the last call or else of the client.
    fn milliseconds(&self, name: &str) -> Option<u64> {
        let mut settings = self.client.iter().chain(&self.call).chain(&self.last);
        settings.rfind(|(other, _)| *other == name)?.1.parse().ok()
    }
}

fn set(settings: &mut Settings, name: &'static str, value: String) {
    settings.retain(|(other, _)| *other != name);
    settings.push((name, value));
}

/// The expected result of the last call.
#[derive(Clone, Debug)]
pub struct Expect {
    /// The name of the error's kind, or `OK`.
    pub kind: &'static str,
    /// Another kind that is as right, where chance decides how far a call comes.
    pub or_kind: Option<&'static str>,
    /// The status of the error or the response. `None` is any.
    pub status: Option<u16>,
    /// For an error of a request through the proxy, what failed: the `call` or the `reading` of the body.
    pub at: Option<&'static str>,
    /// The part of a response that was read.
    pub read: Option<Pattern>,
    /// How many bodies of requests the server must have got, whole.
    pub uploads: Option<usize>,
    /// The error's number of attempts; for a success, how many requests the server got. `None` is any number.
    pub attempts: Option<usize>,
    /// Whether the error is retryable.
    pub retryable: bool,
    /// The pause that the server requests; -1 for not given.
    pub retry_after_ms: i64,
    /// Text that the library's message must contain.
    pub says: Vec<String>,
    /// How many requests the server must have got in all calls together.
    pub requests: Option<usize>,
    /// How many connections must have been made.
    pub connections: Option<usize>,
}

impl Expect {
    /// A connection, after one request.
    pub fn ok() -> Expect {
        Expect {
            requests: Some(1),
            ..Expect::error("OK")
        }
    }

    /// An error of this kind after one attempt, without a response and not retryable.
    pub fn error(kind: &'static str) -> Expect {
        Expect {
            kind,
            or_kind: None,
            status: Some(0),
            at: None,
            read: None,
            uploads: None,
            attempts: (kind != "OK").then_some(1),
            retryable: false,
            retry_after_ms: -1,
            says: Vec::new(),
            requests: None,
            connections: None,
        }
    }

    /// A response with this status after one request, and all of its body.
    pub fn response(status: u16, body: impl Into<Pattern>) -> Expect {
        Expect::ok().status(status).read(body)
    }

    /// A request through the proxy that fails before there is a response.
    pub fn call_fails(kind: &'static str) -> Expect {
        Expect {
            at: Some("call"),
            ..Expect::error(kind)
        }
    }

    /// A response of the status 200 whose body cannot be read to its end.
    pub fn reading_fails(kind: &'static str) -> Expect {
        Expect {
            at: Some("reading"),
            ..Expect::error(kind).status(200).requests(1)
        }
    }

    /// Or an error of this kind.
    pub fn or(mut self, kind: &'static str) -> Expect {
        self.or_kind = Some(kind);
        self
    }

    /// With the status of a response.
    pub fn status(mut self, status: u16) -> Expect {
        self.status = Some(status);
        self
    }

    /// The length of the response's body that was read.
    pub fn read(mut self, body: impl Into<Pattern>) -> Expect {
        self.read = Some(body.into());
        self
    }

    /// The server got so many bodies of requests, whole.
    pub fn uploads(mut self, uploads: usize) -> Expect {
        self.uploads = Some(uploads);
        self
    }

    /// With any status: a program that ends a call itself does not need it.
    pub fn any_status(mut self) -> Expect {
        self.status = None;
        self
    }

    /// After so many attempts.
    pub fn attempts(mut self, attempts: usize) -> Expect {
        self.attempts = Some(attempts);
        self
    }

    /// After any number of attempts.
    pub fn any_attempts(mut self) -> Expect {
        self.attempts = None;
        self
    }

    /// May be repeated.
    pub fn retryable(mut self) -> Expect {
        self.retryable = true;
        self
    }

    /// The server requests a pause.
    pub fn retry_after(mut self, ms: i64) -> Expect {
        self.retry_after_ms = ms;
        self
    }

    /// The library's message contains `text`.
    pub fn says(mut self, text: &'static str) -> Expect {
        self.says.push(text.to_owned());
        self
    }

    /// What is expected of a language: in Go, Java and PHP, messages have other names of settings.
    pub fn of_language(&self, name: &str) -> Expect {
        let mut expect = self.clone();
        if name == "go" {
            expect.says = expect.says.iter().map(|part| in_go(part)).collect();
        }
        if ["java", "php", "php-ext"].contains(&name) {
            expect.says = expect.says.iter().map(|part| in_camel_case(part)).collect();
        }
        expect
    }

    /// The server got so many requests.
    pub fn requests(mut self, requests: usize) -> Expect {
        self.requests = Some(requests);
        self
    }

    /// So many connections were made.
    pub fn connections(mut self, connections: usize) -> Expect {
        self.connections = Some(connections);
        self
    }
}
