//! Which failures are retried, and when. Nothing here waits or reads a clock: the caller passes the time and the
//! jitter.

use std::time::Duration;

use crate::client::error::Error;
use crate::client::error_kind::ErrorKind;

/// The longest pause before the first retry; it doubles with each.
const FIRST_PAUSE: Duration = Duration::from_millis(250);
/// The longest pause before any retry, unless the server requests a longer one.
const MAX_PAUSE: Duration = Duration::from_secs(8);

/// A failed attempt: the error that the program gets unless a later attempt succeeds.
pub(crate) struct FailedAttempt {
    pub(crate) error: Error,
    /// Whether a byte of the request may have reached the server.
    pub(crate) sent: bool,
    /// Whether a byte of a response came.
    pub(crate) received: bool,
    /// Whether the request can no longer be sent again.
    pub(crate) is_final: bool,
}

impl FailedAttempt {
    /// A failure reported by the server.
    pub(crate) fn answered(error: Error) -> FailedAttempt {
        FailedAttempt {
            error,
            sent: true,
            received: true,
            is_final: false,
        }
    }
}

/// Whether a call is safe to retry.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum RetrySafety {
    /// Nothing.
    Harmless,
    /// It may change credentials at the external API: it is repeated only if the server cannot have begun, or has
    /// reported that it did not.
    MayRotateCredentials,
    /// A request of Nango's own API that changes something: it is repeated only if it cannot have reached Nango, or
    /// Nango itself reports that the rate limit kept it from being carried out.
    Write,
    /// The same for an idempotent request: it is repeated after a broken connection, too.
    RepeatableWrite,
    /// A proxied request that only reads at the external API. Nango's response is final: it retries by its own rules.
    ProxiedRead,
    /// A proxied request that may change something there, and so must not reach Nango twice.
    ProxiedWrite,
}

impl RetrySafety {
    /// Whether it may be sent again although it may have arrived.
    pub(crate) fn is_harmless(self) -> bool {
        matches!(
            self,
            RetrySafety::Harmless | RetrySafety::RepeatableWrite | RetrySafety::ProxiedRead
        )
    }

    /// The action after a connection broke.
    pub(crate) fn advice_after_disconnect(self, sent: bool) -> &'static str {
        match self {
            RetrySafety::ProxiedWrite if sent => {
                "the request may have been carried out: check the external API before you repeat it"
            }
            RetrySafety::Write if sent => {
                "the request may have been carried out: check what it changes before you repeat it"
            }
            _ => "try again",
        }
    }
}

/// Whether a code says that an action ran and failed, which is its result.
pub(crate) fn is_failed_action(code: Option<&str>) -> bool {
    code.is_some_and(|code| code.starts_with("action_script_") || code.starts_with("script_"))
}

/// Whether a retry may help and is safe.
fn is_worth_it(failed: &FailedAttempt, care: RetrySafety) -> bool {
    let status = failed.error.http_status();
    match failed.error.kind() {
        ErrorKind::Resolve | ErrorKind::Connect => true,
        ErrorKind::Io => !failed.received && (care.is_harmless() || !failed.sent),
        ErrorKind::RateLimited => match care {
            RetrySafety::Harmless | RetrySafety::MayRotateCredentials => true,
            // An intermediary may send a 429 as well, and only Nango gives a code.
            RetrySafety::Write | RetrySafety::RepeatableWrite => failed.error.code().is_some(),
            RetrySafety::ProxiedRead | RetrySafety::ProxiedWrite => false,
        },
        ErrorKind::Server => {
            care == RetrySafety::Harmless
                && !is_failed_action(failed.error.code())
                && matches!(status, 401 | 500 | 502 | 503 | 504)
        }
        ErrorKind::Api => care == RetrySafety::Harmless && status == 408,
        _ => false,
    }
}

/// How long to pause before the next attempt; `None` to give up.
///
/// `attempts` have failed, `retries` are allowed, `left` remains until the deadline, `jitter` is between 0 and 1. The
/// pause is exponential with full jitter, and at least as long as the server requests.
pub(crate) fn pause(
    failed: &FailedAttempt,
    care: RetrySafety,
    attempts: u32,
    retries: u32,
    left: Duration,
    jitter: f64,
) -> Option<Duration> {
    if failed.is_final || attempts > retries || !is_worth_it(failed, care) {
        return None;
    }
    let doublings = attempts.saturating_sub(1).min(16);
    let longest = FIRST_PAUSE.saturating_mul(1 << doublings).min(MAX_PAUSE);
    let jittered = longest.mul_f64(jitter.clamp(0.0, 1.0));
    let pause = failed
        .error
        .retry_after()
        .map_or(jittered, |asked| asked.saturating_add(jittered));
    (pause < left).then_some(pause)
}

/// A number between 0 and 1 that differs from call to call and from process to process.
pub(crate) fn jitter() -> f64 {
    use std::hash::{BuildHasher, RandomState};

    // Each RandomState has its own keys, from the system's randomness.
    let bits = RandomState::new().hash_one(std::time::Instant::now()) >> 11;
    bits as f64 / (1u64 << 53) as f64
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::client::error::ErrorParts;

    const MINUTE: Duration = Duration::from_secs(60);

    fn error(kind: ErrorKind, http_status: u16, retry_after: Option<Duration>) -> Error {
        ErrorParts {
            http_status,
            retry_after,
            ..ErrorParts::new(kind, "")
        }
        .into()
    }

    fn pause_after(error: &Error, attempts: u32, jitter: f64) -> Option<Duration> {
        let failed = FailedAttempt {
            error: error.clone(),
            received: error.http_status() != 0,
            sent: true,
            is_final: false,
        };
        pause(&failed, RetrySafety::Harmless, attempts, 10, MINUTE, jitter)
    }

    #[test]
    fn pauses_double_up_to_a_limit_and_are_jittered() {
        let error = error(ErrorKind::Connect, 0, None);
        let longest = |attempts| pause_after(&error, attempts, 1.0).unwrap().as_millis();
        assert_eq!(
            [1, 2, 3, 4, 5, 6, 7, 10].map(longest),
            [250, 500, 1000, 2000, 4000, 8000, 8000, 8000]
        );
        assert_eq!(pause_after(&error, 3, 0.5).unwrap().as_millis(), 500);
        assert_eq!(pause_after(&error, 3, 0.0).unwrap().as_millis(), 0);
    }

    #[test]
    fn the_server_is_given_the_time_that_it_asks_for_and_more() {
        let limited = |seconds| error(ErrorKind::RateLimited, 429, Some(Duration::from_secs(seconds)));
        assert_eq!(pause_after(&limited(3), 1, 0.5).unwrap().as_millis(), 3125);
        // "0" must not cause a retry storm.
        assert_eq!(pause_after(&limited(0), 1, 0.5).unwrap().as_millis(), 125);
        assert_eq!(
            pause_after(&limited(60), 1, 0.0),
            None,
            "does not fit into the minute that is left"
        );
        assert_eq!(pause_after(&limited(u64::MAX), 1, 1.0), None);
    }

    #[test]
    fn attempts_are_counted() {
        let error = error(ErrorKind::Connect, 0, None);
        let failed = FailedAttempt {
            error,
            received: false,
            sent: false,
            is_final: false,
        };
        let pause_with = |attempts, retries| pause(&failed, RetrySafety::Harmless, attempts, retries, MINUTE, 0.5);
        assert!(pause_with(1, 0).is_none());
        assert!(pause_with(1, 1).is_some());
        assert!(pause_with(2, 1).is_none());
        assert!(pause_with(u32::MAX - 1, u32::MAX).is_some());
    }

    const CARES: [RetrySafety; 5] = [
        RetrySafety::Harmless,
        RetrySafety::MayRotateCredentials,
        RetrySafety::Write,
        RetrySafety::ProxiedRead,
        RetrySafety::ProxiedWrite,
    ];

    /// Kind, status, whether a response had begun; whether it is retried, by `CARES`, once it was sent.
    const RULES: &[(ErrorKind, u16, bool, [bool; 5])] = &[
        (
            ErrorKind::InvalidArgument,
            0,
            false,
            [false, false, false, false, false],
        ),
        (ErrorKind::Resolve, 0, false, [true, true, true, true, true]),
        (ErrorKind::Connect, 0, false, [true, true, true, true, true]),
        (ErrorKind::Tls, 0, false, [false, false, false, false, false]),
        (ErrorKind::Timeout, 0, false, [false, false, false, false, false]),
        (ErrorKind::Cancelled, 0, false, [false, false, false, false, false]),
        (ErrorKind::Io, 0, false, [true, false, false, true, false]),
        (ErrorKind::Io, 200, true, [false, false, false, false, false]),
        (ErrorKind::Decode, 200, true, [false, false, false, false, false]),
        (ErrorKind::TooLarge, 200, true, [false, false, false, false, false]),
        (ErrorKind::Unauthorized, 401, true, [false, false, false, false, false]),
        (ErrorKind::Forbidden, 403, true, [false, false, false, false, false]),
        (ErrorKind::NotFound, 404, true, [false, false, false, false, false]),
        (ErrorKind::RefreshFailed, 424, true, [false, false, false, false, false]),
        (ErrorKind::RateLimited, 429, true, [true, true, false, false, false]),
        (ErrorKind::Api, 400, true, [false, false, false, false, false]),
        (ErrorKind::Api, 408, true, [true, false, false, false, false]),
        (ErrorKind::Server, 401, true, [true, false, false, false, false]),
        (ErrorKind::Server, 500, true, [true, false, false, false, false]),
        (ErrorKind::Server, 501, true, [false, false, false, false, false]),
        (ErrorKind::Server, 502, true, [true, false, false, false, false]),
        (ErrorKind::Server, 503, true, [true, false, false, false, false]),
        (ErrorKind::Server, 504, true, [true, false, false, false, false]),
        (
            ErrorKind::UnknownIntegration,
            400,
            true,
            [false, false, false, false, false],
        ),
        (ErrorKind::NotNango, 404, true, [false, false, false, false, false]),
    ];

    #[test]
    fn only_what_may_help_and_does_no_harm_is_tried_again() {
        for &(kind, status, answered, expected) in RULES {
            let error = error(kind, status, None);
            let failed = FailedAttempt {
                error,
                received: answered,
                sent: true,
                is_final: false,
            };
            let tried = CARES.map(|care| is_worth_it(&failed, care));
            assert_eq!(tried, expected, "{kind:?} {status}");
        }
        let limited = ErrorParts {
            http_status: 429,
            code: Some("too_many_request"),
            ..ErrorParts::new(ErrorKind::RateLimited, "")
        };
        let limited = FailedAttempt::answered(limited.into());
        let tried = CARES.map(|care| is_worth_it(&limited, care));
        assert_eq!(tried, [true, true, true, false, false], "a limit that Nango names");
        let broken = error(ErrorKind::Io, 0, None);
        let unsent = FailedAttempt {
            error: broken,
            received: false,
            sent: false,
            is_final: false,
        };
        assert_eq!(CARES.map(|care| is_worth_it(&unsent, care)), [true; 5]);
    }

    #[test]
    fn a_repeatable_write_differs_from_a_write_only_after_a_broken_connection() {
        for &(kind, http_status, received, _) in RULES {
            let failed = FailedAttempt {
                error: error(kind, http_status, None),
                received,
                sent: true,
                is_final: false,
            };
            let [as_write, repeatable] =
                [RetrySafety::Write, RetrySafety::RepeatableWrite].map(|care| is_worth_it(&failed, care));
            assert_eq!(
                repeatable,
                as_write || (kind == ErrorKind::Io && !received),
                "{kind:?} {http_status}"
            );
        }
    }

    #[test]
    fn chance_is_between_0_and_1_and_differs() {
        let drawn: Vec<f64> = (0..100).map(|_| jitter()).collect();
        assert!(drawn.iter().all(|c| (0.0..1.0).contains(c)));
        assert!(drawn.windows(2).any(|pair| pair[0] != pair[1]));
    }
}
