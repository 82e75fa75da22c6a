//! Proxies that are reached over TLS.

use std::io::{Read, Write};
use std::net::{SocketAddr, TcpListener, TcpStream};
use std::sync::Arc;
use std::thread::{self, JoinHandle};

use nango::{CallOptions, Client, ClientOptions, Connection, Error, ErrorKind, Request};
use rcgen::{CertifiedIssuer, KeyPair};
use rustls::pki_types::PrivateKeyDer;
use rustls::{ServerConfig, ServerConnection, StreamOwned};

mod support;

use support::{CONNECTION, KEY, tls};

/// A body that is larger than the buffers of a connection.
const UPLOAD: usize = 3_000_000;

type Secure<S> = StreamOwned<ServerConnection, S>;

/// The settings of a server of this name.
fn config(authority: &CertifiedIssuer<'static, KeyPair>, name: &str) -> Arc<ServerConfig> {
    let key = KeyPair::generate().unwrap();
    let certificate = tls::params(&[name]).signed_by(&key, authority).unwrap();
    let config = ServerConfig::builder_with_provider(Arc::new(rustls::crypto::ring::default_provider()))
        .with_safe_default_protocol_versions()
        .unwrap()
        .with_no_client_auth()
        .with_single_cert(
            vec![certificate.into()],
            PrivateKeyDer::try_from(key.serialize_der()).unwrap(),
        );
    Arc::new(config.unwrap())
}

fn over<S: Read + Write>(config: &Arc<ServerConfig>, stream: S) -> Secure<S> {
    StreamOwned::new(ServerConnection::new(config.clone()).unwrap(), stream)
}

fn read_head(stream: &mut impl Read) -> String {
    let mut head = Vec::new();
    let mut byte = [0];
    while !head.ends_with(b"\r\n\r\n") {
        match stream.read(&mut byte) {
            Ok(1) => head.push(byte[0]),
            _ => break,
        }
    }
    String::from_utf8(head).unwrap()
}

fn answer(stream: &mut impl Write, body: &str) {
    let head = format!(
        "HTTP/1.1 200 OK\r\ncontent-type: application/json\r\ncontent-length: {}\r\n\r\n",
        body.len()
    );
    stream.write_all(format!("{head}{body}").as_bytes()).unwrap();
    stream.flush().unwrap();
}

/// A proxy of this name of one connection, which does `script`.
fn proxy<T: Send + 'static>(
    authority: &CertifiedIssuer<'static, KeyPair>,
    name: &str,
    script: impl FnOnce(Secure<TcpStream>) -> T + Send + 'static,
) -> (SocketAddr, JoinHandle<T>) {
    let config = config(authority, name);
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let address = listener.local_addr().unwrap();
    let thread = thread::spawn(move || {
        let (stream, _) = listener.accept().unwrap();
        script(over(&config, stream))
    });
    (address, thread)
}

/// A client of `base_url` through a proxy, which trusts `authority`.
fn client(authority: &CertifiedIssuer<'static, KeyPair>, base_url: &str, proxy: SocketAddr) -> Client {
    let file = tempfile::NamedTempFile::new().unwrap();
    std::fs::write(file.path(), authority.pem()).unwrap();
    let mut options = ClientOptions::new();
    options
        .secret_key(KEY)
        .base_url(base_url)
        .http_proxy(&format!("https://user:invented@localhost:{}", proxy.port()))
        .ca_file(file.path())
        .max_retries(0);
    Client::new(&options).unwrap()
}

fn get(client: &Client) -> Result<Arc<Connection>, Error> {
    client.get_connection("c", "p", &CallOptions::new())
}

#[test]
fn plain_http_goes_to_the_proxy_in_absolute_form() {
    let authority = tls::authority();
    let (address, proxy) = proxy(&authority, "localhost", |mut stream| {
        let heads = [(); 2].map(|()| {
            let head = read_head(&mut stream);
            answer(&mut stream, CONNECTION);
            head
        });
        heads.to_vec()
    });
    let client = client(&authority, "http://localhost:3003", address);
    for _ in 0..2 {
        assert_eq!(get(&client).unwrap().token(), Some("invented-api-key"));
    }
    for head in proxy.join().unwrap() {
        assert!(head.starts_with("GET http://127.0.0.1:3003/connection/c?"), "{head}");
        assert!(
            head.contains("\r\nProxy-Authorization: Basic dXNlcjppbnZlbnRlZA==\r\n"),
            "{head}"
        );
    }
}

#[test]
fn what_a_proxy_sends_behind_a_body_answers_no_request() {
    let authority = tls::authority();
    let (address, proxy) = proxy(&authority, "localhost", |mut stream| {
        read_head(&mut stream);
        let long = CONNECTION.replace("\"id\":1", &format!("\"id\":\"{}\"", "x".repeat(20_000)));
        let mut both = Vec::new();
        answer(&mut both, &long);
        answer(&mut both, CONNECTION);
        stream.write_all(&both).unwrap();
        stream.flush().unwrap();
        // The client closes, with or without saying so.
        let _ = stream.read(&mut [0]);
    });
    let client = client(&authority, "http://localhost:3003", address);
    assert!(get(&client).is_ok());
    // There is no proxy any more that would let it connect again.
    assert!(get(&client).is_err());
    proxy.join().unwrap();
}

#[test]
fn https_goes_through_a_tunnel_within_tls() {
    let authority = tls::authority();
    let server = config(&authority, "nango.test");
    let (address, proxy) = proxy(&authority, "localhost", move |mut stream| {
        let connect = read_head(&mut stream);
        stream.write_all(b"HTTP/1.1 200 OK\r\n\r\n").unwrap();
        stream.flush().unwrap();
        let mut inner = over(&server, stream);
        let request = read_head(&mut inner);
        answer(&mut inner, CONNECTION);
        let upload = read_head(&mut inner);
        let mut body = vec![0; UPLOAD];
        inner.read_exact(&mut body).unwrap();
        answer(&mut inner, "{}");
        (connect, request, upload, body)
    });
    let client = client(&authority, "https://nango.test", address);
    assert_eq!(get(&client).unwrap().token(), Some("invented-api-key"));
    let sent: Vec<u8> = (0..UPLOAD).map(|i| (i * 7 % 251) as u8).collect();
    let mut request = Request::new("POST", "/upload");
    request.body(sent.clone(), "application/octet-stream");
    let mut response = client.proxy("c", "p", &request, &CallOptions::new()).unwrap();
    assert_eq!(response.body().unwrap(), b"{}");
    let (connect, request, upload, body) = proxy.join().unwrap();
    assert!(connect.starts_with("CONNECT nango.test:443 HTTP/1.1\r\n"), "{connect}");
    assert!(connect.contains("\r\nUser-Agent: libnango/"), "{connect}");
    assert!(!connect.contains(KEY));
    assert!(request.starts_with("GET /connection/c?"), "{request}");
    assert!(upload.starts_with("POST /proxy/upload "), "{upload}");
    assert!(body == sent);
}

#[test]
fn a_proxy_of_another_name_is_not_trusted() {
    let authority = tls::authority();
    let (address, proxy) = proxy(&authority, "elsewhere.test", |mut stream| read_head(&mut stream));
    let error = get(&client(&authority, "https://nango.test", address)).unwrap_err();
    assert_eq!(error.kind(), ErrorKind::HttpProxy, "{error}");
    assert!(
        error.message().contains("its certificate is for another host"),
        "{error}"
    );
    assert!(
        error.message().contains("http_proxy") && !error.message().contains("base_url"),
        "{error}"
    );
    assert_eq!(proxy.join().unwrap(), "");
}

#[test]
fn a_proxy_that_speaks_no_tls_is_told() {
    let authority = tls::authority();
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let address = listener.local_addr().unwrap();
    let proxy = thread::spawn(move || {
        let (mut stream, _) = listener.accept().unwrap();
        let mut hello = [0; 16];
        stream.read_exact(&mut hello).unwrap();
        stream.write_all(b"HTTP/1.1 400 Bad Request\r\n\r\n").unwrap();
        // What is left unread would reset the connection.
        let _ = stream.read(&mut [0; 16 * 1024]);
    });
    let error = get(&client(&authority, "http://localhost", address)).unwrap_err();
    assert_eq!(error.kind(), ErrorKind::HttpProxy, "{error}");
    assert!(error.message().contains("does not speak TLS"), "{error}");
    proxy.join().unwrap();
}
