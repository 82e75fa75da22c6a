//! A call that is repeated until Nango has what is waited for.

use std::time::Duration;

use crate::api::attempts::ApiCall;
use crate::api::operation::OperationCall;
use crate::api::retry::RetrySafety;
use crate::client::call_options::CallOptions;
use crate::client::error::{Error, ErrorParts};
use crate::client::error_kind::ErrorKind;
use crate::client::state::ClientState;
use crate::net::poll::WaitError;
use crate::proxy::{Request, Response};
use crate::text::value::Value;
use crate::text::value::items_of;

/// The pause after the first response. Each pause is twice as long as the one before.
const FIRST_PAUSE: Duration = Duration::from_millis(500);
/// Thirty calls a minute, of the 200 that Nango allows an account.
const LONGEST_PAUSE: Duration = Duration::from_secs(2);

/// What [`Client::request_until`](crate::Client::request_until) waits for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Until {
    /// A response other than Nango's 404 `not_found`.
    Found,
    /// A list with an item: the response, or its first member that is an array.
    NotEmpty,
}

/// Whether Nango said that it does not have something. Another server's 404 is about the path.
fn is_not_there(error: &Error) -> bool {
    error.http_status() == 404 && error.code() == Some("not_found")
}

/// Repeats a call until its response is what is waited for. The timeout of `options` is that of the whole wait.
pub(crate) fn call_until(
    client: &ClientState,
    request: &Request,
    until: Until,
    options: &CallOptions,
) -> Result<Response, Error> {
    let whole = ApiCall {
        client,
        options,
        log: None,
        care: RetrySafety::Harmless,
        idle_timeout: None,
    };
    let limits = whole.limits();
    let timed_out = |asked: u32, outage: Option<&Error>| -> Error {
        let waited = options.timeout.unwrap_or(client.timeout).as_millis();
        let last = outage.map_or(String::new(), |error| format!("; the last time: {}", error.message()));
        let message = format!(
            "Nango did not have what was waited for within the timeout of {waited} ms (asked {asked} times{last}): wait again, \
             with a longer timeout, or check the arguments"
        );
        ErrorParts {
            retryable: true,
            attempts: asked,
            ..ErrorParts::new(ErrorKind::Timeout, &message)
        }
        .into()
    };
    let mut options = options.clone();
    let mut pause = FIRST_PAUSE;
    let mut asked = 0;
    loop {
        let mut outage = None;
        if let Some(left) = limits.deadline.remaining().filter(|_| asked > 0) {
            options.timeout = Some(left);
        }
        match OperationCall::new(client, request, &options).send() {
            Err(error) if asked > 0 && error.kind() == ErrorKind::Timeout => {
                return Err(timed_out(asked, None));
            }
            Err(error) if until == Until::Found && is_not_there(&error) => {}
            // What is waited for may come long after an outage. One from the start may as well be a wrong setting.
            Err(error) if asked > 0 && error.is_retryable() => outage = Some(error),
            Err(error) => return Err(error),
            Ok(mut response) => {
                let is_there = until == Until::Found || items_of(response.value()?).map_or(0, Value::count) > 0;
                if is_there {
                    return Ok(response);
                }
            }
        }
        asked += 1;
        let requested = outage.as_ref().and_then(Error::retry_after).unwrap_or_default();
        match limits.stops.pause(pause.max(requested), limits.deadline) {
            Ok(()) => pause = pause.saturating_mul(2).min(LONGEST_PAUSE),
            Err(WaitError::Cancelled) => {
                return Err(whole.stopped(ErrorKind::Cancelled, "between two requests", asked));
            }
            Err(WaitError::TimedOut | WaitError::Failed(_)) => return Err(timed_out(asked, outage.as_ref())),
        }
    }
}
