//! What bounds an exchange.

use std::sync::Arc;
use std::time::Duration;

use crate::net::deadline::Deadline;
use crate::net::poll::CancelSources;

/// How large the head of an answer may be.
pub(super) const MAX_HEAD: usize = 16 * 1024;

/// How long an idle connection is kept: a Nango server closes it after 61 s.
pub(super) const MAX_IDLE_AGE: Duration = Duration::from_secs(55);

/// What bounds one exchange.
pub(crate) struct Limits {
    pub(crate) deadline: Deadline,
    pub(crate) connect_timeout: Duration,
    pub(crate) max_response_bytes: u64,
    pub(crate) stops: Arc<CancelSources>,
}
