//! The client, as a program sees it.

pub(crate) mod call_options;
pub(crate) mod error;
pub(crate) mod error_kind;
pub(crate) mod finding;
pub(crate) mod headers;
pub(crate) mod log;
pub(crate) mod log_record;
pub(crate) mod options;
#[cfg(feature = "capi")]
pub(crate) mod queue;
pub(crate) mod reentrancy;
pub(crate) mod state;

use std::fmt;
use std::sync::Arc;

use crate::api::attempts::ApiCall;
use crate::api::operation::OperationCall;
use crate::api::pages::Pages;
use crate::api::until::{self, Until};
use crate::client::call_options::{CallOptions, CallSettings};
use crate::client::error::Error;
#[cfg(doc)]
use crate::client::error_kind::ErrorKind;
use crate::client::options::ClientOptions;
use crate::client::state::ClientState;
use crate::connection::Connection;
use crate::connection::GetConnection;
use crate::operations::{
    Actions, ConnectSessions, Connections, Environment, Functions, Integrations, Providers, Records, Secret, Syncs,
};
use crate::proxy::ProxyCall;
use crate::proxy::Request;
use crate::proxy::Response;
use crate::sys::Held;

/// A client of one Nango environment. Immutable: share one between all threads.
///
/// It keeps connections alive, so make it once and not per call. `Debug` shows no secret.
pub struct Client(ClientState);

impl Client {
    /// A client with these settings. Nothing is sent; a setting that cannot be used is an error that names it.
    pub fn new(options: &ClientOptions) -> Result<Client, Error> {
        ClientState::new(options).map(Client)
    }

    /// A client whose settings are those of the environment, and defaults: see [`ClientOptions::load_env`].
    ///
    /// ```no_run
    /// let client = nango::Client::from_env()?; // NANGO_SECRET_KEY, NANGO_BASE_URL
    /// # Ok::<(), nango::Error>(())
    /// ```
    pub fn from_env() -> Result<Client, Error> {
        Client::new(&ClientOptions::from_env())
    }

    /// Gets a connection with fresh credentials: Nango refreshes those that expire within 15 minutes.
    ///
    /// Fetch it just before use; Nango advises to keep a token for 5 minutes at most. Blocks for at most the timeout. A
    /// temporary failure is retried within it: see [`ClientOptions::max_retries`].
    ///
    /// With a cache ([`ClientOptions::cache_ttl`]) several calls may get the same connection, which is wiped when the last
    /// of them and the cache release it.
    ///
    /// ```no_run
    /// # let client = nango::Client::from_env()?;
    /// let connection = client.get_connection("customer-1", "github", None)?;
    /// let mut options = nango::CallOptions::new();
    /// options.timeout(std::time::Duration::from_secs(2));
    /// let again = client.get_connection("customer-1", "github", &options)?;
    /// # Ok::<(), nango::Error>(())
    /// ```
    pub fn get_connection<'o>(
        &self,
        connection_id: &str,
        provider_config_key: &str,
        options: impl Into<CallSettings<'o>>,
    ) -> Result<Arc<Connection>, Error> {
        self.hold_connection(connection_id, provider_config_key, options.into().get())
            .map(Held::into_arc)
    }

    /// The same for callers that need no `Arc`: each of several threads that get one connection from the cache has a count
    /// of its own.
    pub(crate) fn hold_connection(
        &self,
        connection_id: &str,
        provider_config_key: &str,
        options: &CallOptions,
    ) -> Result<Held<Connection>, Error> {
        check_name("connection_id", connection_id)?;
        check_name("provider_config_key", provider_config_key)?;
        GetConnection {
            call: ApiCall {
                client: &self.0,
                options,
                log: self.0.observers.follow("get_connection"),
                care: options.care(),
                idle_timeout: None,
            },
            connection_id,
            provider_config_key,
        }
        .get()
        .map_err(|error| error.about(connection_id, provider_config_key))
    }

    /// The token of a connection, whatever its auth mode calls it: see [`Connection::token`]. An error of the kind
    /// [`ErrorKind::InvalidArgument`] if there is none, as with BASIC, or several, as with OAUTH1: get the connection then, for
    /// its fields.
    ///
    /// ```no_run
    /// # let client = nango::Client::from_env()?;
    /// let token = client.get_token("customer-1", "github", None)?;
    /// let authorization = format!("Bearer {}", token.expose());
    /// # Ok::<(), nango::Error>(())
    /// ```
    pub fn get_token<'o>(
        &self,
        connection_id: &str,
        provider_config_key: &str,
        options: impl Into<CallSettings<'o>>,
    ) -> Result<Secret, Error> {
        let connection = self.hold_connection(connection_id, provider_config_key, options.into().get())?;
        connection
            .token()
            .map(Secret::new)
            .ok_or_else(|| without("token", &connection))
    }

    /// What the external API said when it issued the token, as JSON text: see [`Connection::raw_json`]. An error of the
    /// kind [`ErrorKind::InvalidArgument`] if Nango has nothing of it, as with API_KEY and BASIC.
    pub fn get_raw_token_response<'o>(
        &self,
        connection_id: &str,
        provider_config_key: &str,
        options: impl Into<CallSettings<'o>>,
    ) -> Result<Secret, Error> {
        let connection = self.hold_connection(connection_id, provider_config_key, options.into().get())?;
        connection
            .raw_json()
            .map(Secret::new)
            .ok_or_else(|| without("raw token response", &connection))
    }

    /// What the product stored with a connection; null if there is nothing. It is part of the connection, so it comes
    /// from the cache if there is one.
    pub fn get_metadata<'o>(
        &self,
        connection_id: &str,
        provider_config_key: &str,
        options: impl Into<CallSettings<'o>>,
    ) -> Result<serde_json::Value, Error> {
        let connection = self.hold_connection(connection_id, provider_config_key, options.into().get())?;
        let metadata = connection.metadata_json().unwrap_or("null");
        serde_json::from_str(metadata).map_err(|_| without("metadata that serde_json can hold", &connection))
    }

    /// Sends a request to the external API of a connection, through Nango's proxy: Nango adds the credentials, which never
    /// leave it.
    ///
    /// Every response of the external API is a [`Response`], whatever its status. A failure of Nango itself is an error
    /// with Nango's code. The timeout covers the head of the response; after that the idle timeout of the request
    /// applies to each part of the body. Only a request that cannot have reached Nango is retried, and GET and HEAD are
    /// also retried after a broken connection: the retries of the external call are Nango's, see [`Request::retries`].
    ///
    /// Of the options, those about time, cancelling and interrupting apply, to reading the body too.
    ///
    /// ```no_run
    /// # let client = nango::Client::new(&nango::ClientOptions::from_env())?;
    /// let request = nango::Request::new("GET", "/user/repos?per_page=10");
    /// let mut response = client.proxy("customer-1", "github", &request, None)?;
    /// println!("{} {:?}", response.status(), response.get_string("/0/full_name"));
    /// # Ok::<(), nango::Error>(())
    /// ```
    pub fn proxy<'o>(
        &self,
        connection_id: &str,
        provider_config_key: &str,
        request: &Request,
        options: impl Into<CallSettings<'o>>,
    ) -> Result<Response, Error> {
        let options = options.into().get();
        check_name("connection_id", connection_id)?;
        check_name("provider_config_key", provider_config_key)?;
        ProxyCall {
            call: ApiCall {
                client: &self.0,
                options,
                log: self.0.observers.follow("proxy"),
                care: request.care(),
                idle_timeout: Some(request.idle_time()),
            },
            connection_id,
            provider_config_key,
            request,
        }
        .send()
        .map_err(|error| error.about(connection_id, provider_config_key))
    }

    /// Makes any call of Nango's own API, such as one that this library has no function for.
    ///
    /// `{name}` in the request's path is one segment, set with [`Request::path_parameter`] and encoded. A header of the
    /// request goes to Nango; those that the library sets itself, such as `Authorization`, are rejected. A path below
    /// `/proxy` is rejected as well: see [`Client::proxy`].
    ///
    /// A successful response is a [`Response`]; one with a status of 300 or more, or a web page, is an error with
    /// Nango's code, and [`Error::value`] has the other details. [`ErrorKind::NotFound`](crate::ErrorKind::NotFound)
    /// still means a connection that does not exist: anything else that is not found is
    /// [`ErrorKind::Api`](crate::ErrorKind::Api) with the status 404.
    ///
    /// The response's body is part of the call, and has its timeout and the client's
    /// [`max_response_bytes`](crate::ClientOptions::max_response_bytes). GET and HEAD are retried like getting a
    /// connection. Anything else is retried only if it cannot have reached Nango, or on Nango's own 429; see also
    /// [`Request::repeatable`]. Of the options, those about time, cancelling and interrupting apply.
    ///
    /// ```no_run
    /// # let client = nango::Client::new(&nango::ClientOptions::from_env())?;
    /// let mut request = nango::Request::new("GET", "/connections/{connectionId}");
    /// request
    ///     .path_parameter("connectionId", "customer-1")
    ///     .query("provider_config_key", "github");
    /// let mut response = client.request(&request, None)?;
    /// let connection = response.value()?;
    /// println!("{:?}", connection.get("tags").map(|tags| tags.json()));
    /// # Ok::<(), nango::Error>(())
    /// ```
    pub fn request<'o>(&self, request: &Request, options: impl Into<CallSettings<'o>>) -> Result<Response, Error> {
        OperationCall::new(&self.0, request, options.into().get()).send()
    }

    /// Repeats a call of Nango's own API until its response is what `until` says: at once, after half a second, and then
    /// every second or two. The timeout is that of the whole wait, after which the error is
    /// [`ErrorKind::Timeout`](crate::ErrorKind::Timeout). Any other error ends the wait.
    ///
    /// ```no_run
    /// # let client = nango::Client::from_env()?;
    /// # let id = "0f9a3c1e-1111-2222-3333-444455556666";
    /// let mut request = nango::Request::new("GET", "/action/{id}");
    /// request.path_parameter("id", id);
    /// let mut response = client.request_until(&request, nango::Until::Found, None)?;
    /// println!("{}", response.value()?.json());
    /// # Ok::<(), nango::Error>(())
    /// ```
    pub fn request_until<'o>(
        &self,
        request: &Request,
        until: Until,
        options: impl Into<CallSettings<'o>>,
    ) -> Result<Response, Error> {
        until::call_until(&self.0, request, until, options.into().get())
    }

    /// Requests the next page of a list; `None` after the last. Each page is a separate call: see [`Client::request`]
    /// for its errors and options. After an error the same page can be requested again. A list that would never end is
    /// an error of the kind [`ErrorKind::Decode`](crate::ErrorKind::Decode).
    pub fn next_page<'o>(
        &self,
        pages: &mut Pages,
        options: impl Into<CallSettings<'o>>,
    ) -> Result<Option<Response>, Error> {
        let options = options.into().get();
        pages.next_page(|request| self.request(request, options))
    }

    /// Connect sessions: with one, a customer of the product connects an account in the browser.
    pub fn connect_sessions(&self) -> ConnectSessions<'_> {
        ConnectSessions(&self.0)
    }

    /// Connections of customers: list, import, change and delete them.
    pub fn connections(&self) -> Connections<'_> {
        Connections(&self.0)
    }

    /// Integrations: what the environment has set up for an external API each.
    pub fn integrations(&self) -> Integrations<'_> {
        Integrations(&self.0)
    }

    /// Records: what syncs have stored of an external API.
    pub fn records(&self) -> Records<'_> {
        Records(&self.0)
    }

    /// Actions: functions that Nango runs on a connection.
    pub fn actions(&self) -> Actions<'_> {
        Actions(&self.0)
    }

    /// Syncs: functions that Nango runs on a schedule for each connection.
    pub fn syncs(&self) -> Syncs<'_> {
        Syncs(&self.0)
    }

    /// Functions: the code of syncs and actions that an integration has.
    pub fn functions(&self) -> Functions<'_> {
        Functions(&self.0)
    }

    /// Providers: the external APIs that Nango knows.
    pub fn providers(&self) -> Providers<'_> {
        Providers(&self.0)
    }

    /// The Nango environment of the secret key.
    pub fn environment(&self) -> Environment<'_> {
        Environment(&self.0)
    }

    /// Ends all calls of this client as [`ErrorKind::Cancelled`](crate::ErrorKind::Cancelled), current and future ones.
    pub fn shutdown(&self) {
        self.0.live().stops.shutdown.trigger();
    }

    /// Removes a connection from the cache, with and without its refresh token: after the external API rejected its
    /// token, for example, or when it was changed elsewhere. A change by this client does so by itself. Later calls request it from Nango. Without a cache it does nothing.
    pub fn invalidate(&self, connection_id: &str, provider_config_key: &str) {
        if let Some(cache) = &self.0.live().cache {
            cache.invalidate(Some(connection_id), Some(provider_config_key));
        }
    }

    /// Clears the cache. Later calls request connections from Nango. Without a cache it does nothing.
    pub fn clear_cache(&self) {
        if let Some(cache) = &self.0.live().cache {
            cache.invalidate(None, None);
        }
    }
}

/// The error for a connection that does not have what a program asks for.
fn without(what: &str, connection: &Connection) -> Error {
    let mode = connection.auth_mode_name().unwrap_or("none");
    let message = format!(
        "the connection has no {what} (auth mode {mode}): call get_connection, and use the fields of that mode"
    );
    Error::invalid_argument(message)
}

impl fmt::Debug for Client {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Client")
            .field("base_url", &self.0.base_url)
            .field("route", &self.0.route)
            .field("timeout", &self.0.timeout)
            .finish_non_exhaustive()
    }
}

/// An id that can name something: the server decides which characters it may have.
fn check_name(argument: &str, value: &str) -> Result<(), Error> {
    let problem = match value {
        "" => "is empty: pass the id as Nango's dashboard shows it",
        value if value.contains('\0') => "contains U+0000, which an id in Nango cannot contain",
        _ => return Ok(()),
    };
    Err(Error::invalid_argument(format!("{argument} {problem}")))
}
