//! The headers of a request that specify the call that Nango makes.

use crate::{
    fresh::Name,
    respond::Reply,
    validate::{Complaints, header_text},
};
use axum::http::{HeaderMap, Uri};

/// Nango itself has no limit. Without one, a request could keep the emulator busy forever.
const MOST_RETRIES: f64 = 10.0;
const RETRY_ON: &str = r"^\d+(,\d+)*$";

/// A request's options for Nango.
#[derive(Debug)]
pub struct Options {
    provider_config_key: String,
    connection_id: String,
    /// How often a failed call is repeated.
    pub retries: u32,
    /// Statuses that are repeated besides the usual ones.
    pub retry_on: Vec<u16>,
    /// Replaces the integration's base URL.
    pub base_url: Option<Uri>,
    /// Whether a redirect to another host takes the credentials along.
    pub keeps_headers: bool,
}

impl Options {
    /// Reads the headers, or gives the 400 with everything that is wrong with them.
    pub fn read(headers: &HeaderMap) -> Result<Self, Reply> {
        let mut complaints = Complaints::default();
        let options = Self {
            provider_config_key: complaints.integration_header(headers),
            connection_id: complaints.connection_header(headers),
            retries: retries(headers, &mut complaints),
            base_url: base_url(headers, &mut complaints),
            retry_on: retry_on(headers, &mut complaints),
            keeps_headers: {
                // Nango unpacks answers in any case.
                complaints.switch_header(headers, "decompress");
                complaints.switch_header(headers, "forward-headers-on-redirect") == Some(true)
            },
        };
        complaints.finish("invalid_headers")?;
        Ok(options)
    }

    /// The connection.
    pub fn name(&self) -> Name<'_> {
        Name {
            connection_id: &self.connection_id,
            provider_config_key: &self.provider_config_key,
        }
    }

    /// Whether a call with this status is repeated while there are retries left.
    pub fn is_retryable(&self, status: u16) -> bool {
        status >= 500 || status == 429 || status == 401 || self.retry_on.contains(&status)
    }
}

fn retries(headers: &HeaderMap, complaints: &mut Complaints) -> u32 {
    let Some(text) = header_text(headers, "retries") else {
        return 0;
    };
    let text = text.trim();
    // JavaScript makes 0 of an empty text.
    let number: f64 = if text.is_empty() {
        0.0
    } else {
        text.parse().unwrap_or(f64::NAN)
    };
    if number.is_nan() {
        complaints.wrong_type("number", "NaN", &["retries"]);
    }
    // A number that is not one becomes 0.
    number.clamp(0.0, MOST_RETRIES).ceil() as u32
}

fn retry_on(headers: &HeaderMap, complaints: &mut Complaints) -> Vec<u16> {
    let Some(text) = header_text(headers, "retry-on") else {
        return Vec::new();
    };
    let is_list = text
        .split(',')
        .all(|part| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit()));
    if !is_list {
        complaints.wrong_form(RETRY_ON, "retry-on");
    }
    // No API can return a number that is too large for a status.
    text.split(',').filter_map(|part| part.parse().ok()).collect()
}

fn base_url(headers: &HeaderMap, complaints: &mut Complaints) -> Option<Uri> {
    const NAME: &str = "base-url-override";
    let text = header_text(headers, NAME).filter(|text| !text.is_empty())?;
    let url = text
        .parse::<Uri>()
        .ok()
        .filter(|url| url.scheme().is_some() && url.host().is_some());
    if url.is_none() {
        complaints.no_alternative(&[NAME]);
    }
    url
}
