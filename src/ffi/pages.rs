//! Pages

use std::mem::MaybeUninit;

use super::call_options::nango_call_options;
use super::client::{self, nango_client};
use super::error::nango_error;
use super::guard;
use super::handle::{self, required};
use super::outcome;
use super::request::nango_request;
use super::response::nango_response;
use crate::api::pages::{PageStyle, Pages};
use crate::client::call_options::CallOptions;
use crate::client::error::Error;

/// The pages of a list of Nango's API, requested one after the other. Owned by the caller of nango_pages_new and freed with
/// nango_pages_free. One thread at a time may use it; it needs neither the request that it was made of nor the responses
/// that it returned.
pub struct nango_pages(Result<Pages, Error>);

/// How pages are requested: one of the `NANGO_PAGE_STYLE_*` numbers.
pub type nango_page_style = i32;

/// By number, from 0: the query parameters page and limit. A page with fewer items than limit is the last; without a limit
/// an empty one is.
pub const NANGO_PAGE_STYLE_NUMBER: nango_page_style = 1;
/// By the cursor in the page before: its member next_cursor, and the query parameter cursor. A page without one is the last.
pub const NANGO_PAGE_STYLE_CURSOR: nango_page_style = 2;

/// abi: blocks
/// Frees the pages. NULL is allowed. Responses that came from them do not need them.
#[unsafe(no_mangle)]
pub extern "C" fn nango_pages_free(pages: Option<Box<nango_pages>>) {
    guard::or((), || handle::free(pages));
}

/// cbindgen:postfix=NANGO_OWNED(nango_pages_free)
/// The pages of the list that this request returns, such as a GET of "/connections" with the query parameter limit. They
/// begin with the page or the cursor that its query has. The request is copied, except for a body from a reader. Sends
/// nothing.
///
/// Owned: free with nango_pages_free. Never NULL, except after an internal error: a NULL request and an unknown style are
/// reported by nango_pages_next.
#[must_use]
#[unsafe(no_mangle)]
pub extern "C" fn nango_pages_new(
    request: Option<&nango_request>,
    style: nango_page_style,
) -> Option<Box<nango_pages>> {
    guard::or(None, || {
        let style = match style {
            NANGO_PAGE_STYLE_NUMBER => Ok(PageStyle::Number),
            NANGO_PAGE_STYLE_CURSOR => Ok(PageStyle::Cursor),
            other => Err(Error::invalid_argument(format!(
                "style {other} is unknown: pass one of the NANGO_PAGE_STYLE_ numbers"
            ))),
        };
        let pages = required(request, "request").and_then(|request| Ok(Pages::new(request.get(), style?)));
        Some(Box::new(nango_pages(pages)))
    })
}

/// cbindgen:postfix=NANGO_OWNED(nango_response_free)
/// abi: options may be NULL
/// Requests the next page, as nango_call makes a call: each page has the timeout, the cancel and the retries of `options` for
/// itself. NULL without an error after the last page. After an error the same page can be requested again. Fails with
/// NANGO_ERROR_DECODE if a page is not JSON, or if the list would never end: a cursor that was there before, more than 100 empty
/// pages in a row, or more than 100 that were there before.
///
/// Owned: free with nango_response_free. Returns NULL and sets `*error` on failure, and sets `*error` to NULL at the end;
/// `error` may be NULL.
#[must_use]
#[unsafe(no_mangle)]
pub unsafe extern "C" fn nango_pages_next(
    pages: Option<&mut nango_pages>,
    client: *const nango_client,
    options: Option<&nango_call_options>,
    error: Option<&mut MaybeUninit<*mut nango_error>>,
) -> Option<Box<nango_response>> {
    // SAFETY: the caller passes NULL or a client that is not freed yet.
    let client = unsafe { client::shared(client) };
    let page = outcome::fallible(error, || {
        let pages = pages.ok_or_else(|| handle::is_null("pages"))?;
        let pages = pages.0.as_mut().map_err(|refused| refused.clone())?;
        let client = client::required(client)?;
        let defaults = CallOptions::new();
        let options = options.map_or(&defaults, nango_call_options::get);
        Ok(client.next_page(pages, options)?.map(nango_response::new))
    });
    page.flatten()
}
