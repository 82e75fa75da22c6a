//! The pages of a list, requested one after the other.

use std::hash::RandomState;
use std::sync::Arc;

use zeroize::Zeroizing;

use crate::client::error::{Error, ErrorParts};
use crate::client::error_kind::ErrorKind;
use crate::http;
use crate::proxy::{Request, Response};
use crate::text::hash;
use crate::text::value::{Member, Outline, Walk};

/// How many pages without a new item there may be before the list counts as endless: by cursor in a row, by number in all.
const MAX_EMPTY_PAGES: u32 = 100;

/// The member of a page that has the cursor of the next.
const CURSOR: &str = "next_cursor";

/// How the pages of a list of Nango's API are requested.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PageStyle {
    /// By number, from 0: the query parameters `page` and `limit`. A page with fewer items than `limit` is the last.
    Number,
    /// By the cursor that the page before has: `next_cursor`, the query parameter `cursor`. A page without one is the last.
    Cursor,
}

/// The pages of a list of Nango's API, requested one after the other with
/// [`Client::next_page`](crate::Client::next_page).
///
/// ```no_run
/// # let client = nango::Client::new(&nango::ClientOptions::from_env())?;
/// let mut request = nango::Request::new("GET", "/connections");
/// request.query("limit", "100");
/// let mut pages = nango::Pages::new(&request, nango::PageStyle::Number);
/// while let Some(mut page) = client.next_page(&mut pages, &nango::CallOptions::new())? {
///     println!("{}", page.value()?.get("connections").map_or(0, |connections| connections.count()));
/// }
/// # Ok::<(), nango::Error>(())
/// ```
#[derive(Debug)]
pub struct Pages {
    request: Request,
    style: PageStyle,
    next: Next,
    empty_pages: u32,
    /// A cursor, or the content of a page, that was there.
    earlier: Option<u64>,
    /// How many pages ago that was, and how many it may become.
    distance: u32,
    next_mark: u32,
    hashing: RandomState,
    walk: Arc<Walk>,
}

/// The next request.
#[derive(Debug)]
enum Next {
    /// As in the request.
    AsRequested,
    Page(u64),
    Cursor(Zeroizing<String>),
    /// The last page was received.
    None,
}

impl Pages {
    /// The pages of the list that this request names, starting at the page or cursor in its query. The request is
    /// copied, except for a body from a reader, which a list does not need.
    pub fn new(request: &Request, style: PageStyle) -> Pages {
        let mut request = request.copied();
        request.take_query_apart();
        let hashing = RandomState::new();
        let start = request
            .query_value("cursor")
            .map(|cursor| trace_of(&hashing, cursor.as_bytes()));
        Pages {
            request,
            style,
            next: Next::AsRequested,
            empty_pages: 0,
            earlier: start.filter(|_| style == PageStyle::Cursor),
            distance: 0,
            next_mark: 1,
            hashing,
            walk: Arc::default(),
        }
    }

    /// The cursor that the list starts at.
    pub(crate) fn start_cursor(&self) -> Option<&str> {
        match self.style {
            PageStyle::Cursor => self.request.query_value("cursor"),
            PageStyle::Number => None,
        }
    }

    /// Requests the next page; `None` after the last.
    pub(crate) fn next_page(
        &mut self,
        send: impl FnOnce(&Request) -> Result<Response, Error>,
    ) -> Result<Option<Response>, Error> {
        match &self.next {
            Next::None => return Ok(None),
            Next::AsRequested => {}
            Next::Page(number) => self.request.set_query("page", &number.to_string()),
            Next::Cursor(cursor) => self.request.set_query("cursor", cursor),
        }
        let mut response = http::with_memory(self.walk.take_text(), || send(&self.request))?;
        response.set_walk(&self.walk);
        let is_indexed = self.style == PageStyle::Number || self.walk.is_looked_into();
        let page = match is_indexed {
            true => Outline::of_value(response.value()?, CURSOR),
            false => response.outline(CURSOR)?,
        };
        let count = page.items;
        let next = match self.style {
            PageStyle::Number => self.next_number(count),
            PageStyle::Cursor => next_cursor(page.member)?,
        };
        let is_new = match &next {
            Next::Cursor(cursor) if self.goes_in_circles(cursor.as_bytes()) => {
                return Err(endless("a cursor again"));
            }
            // A server that does not heed the number sends the same pages over and over. A few times one comes again in good
            // order too, where as many items are new as a page has.
            Next::Page(_) => !self.goes_in_circles(response.value()?.json().as_bytes()),
            _ => true,
        };
        let empty_pages = match self.style {
            _ if count == 0 || !is_new => self.empty_pages + 1,
            // Of pages that go round, only one is remembered.
            PageStyle::Number => self.empty_pages,
            PageStyle::Cursor => 0,
        };
        if empty_pages > MAX_EMPTY_PAGES {
            return Err(endless("more than 100 pages without a new item"));
        }
        self.next = next;
        self.empty_pages = empty_pages;
        Ok(Some(response))
    }

    /// Whether the cursor or page was there before. One is remembered, and a later one after 1, 2, 4, 8 pages and so on: Brent's
    /// method, which finds every circle and needs no more memory for a long list.
    fn goes_in_circles(&mut self, text: &[u8]) -> bool {
        let trace = trace_of(&self.hashing, text);
        if self.earlier == Some(trace) {
            return true;
        }
        self.distance += 1;
        if self.distance == self.next_mark {
            self.earlier = Some(trace);
            self.distance = 0;
            self.next_mark = self.next_mark.saturating_mul(2);
        }
        false
    }

    fn next_number(&self, count: usize) -> Next {
        let limit = self.request.query_value("limit").and_then(|limit| limit.parse().ok());
        if count == 0 || limit.is_some_and(|limit: usize| count < limit) {
            return Next::None;
        }
        let current = self.request.query_value("page").and_then(|page| page.parse().ok());
        Next::Page(current.unwrap_or(0u64).saturating_add(1))
    }
}

fn next_cursor(cursor: Member) -> Result<Next, Error> {
    match cursor {
        Member::Text(cursor) if !cursor.is_empty() => Ok(Next::Cursor(cursor)),
        Member::Text(_) | Member::Absent => Ok(Next::None),
        Member::Other => {
            let message = "the server sent a next_cursor that is not a string, so the rest of the list cannot be requested: report it \
                           to whoever runs that Nango server";
            Err(ErrorParts::new(ErrorKind::Decode, message).into())
        }
    }
}

/// A number that differs if the ends of two texts do, almost certainly.
fn trace_of(hashing: &RandomState, text: &[u8]) -> u64 {
    hash(hashing, &text[text.len().saturating_sub(4096)..])
}

fn endless(what: &str) -> Error {
    let message =
        format!("the server sent {what}: the list would never end, so report it to whoever runs that Nango server");
    ErrorParts::new(ErrorKind::Decode, &message).into()
}
