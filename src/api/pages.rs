//! The pages of a list, requested one after the other.

use zeroize::Zeroizing;

use crate::client::error::{Error, ErrorParts};
use crate::client::error_kind::ErrorKind;
use crate::proxy::{Request, Response};
use crate::text::value::{Value, ValueKind};

/// How many pages without an item may follow one another before the list counts as endless.
const MAX_EMPTY_PAGES: u32 = 100;

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
        Pages {
            request,
            style,
            next: Next::AsRequested,
            empty_pages: 0,
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
        let mut response = send(&self.request)?;
        let page = response.value()?;
        let count = items_of(page).map_or(0, Value::count);
        let empty_pages = if count == 0 { self.empty_pages + 1 } else { 0 };
        if empty_pages > MAX_EMPTY_PAGES {
            return Err(endless("more than 100 pages without an item"));
        }
        self.next = match self.style {
            PageStyle::Number => self.next_number(count),
            PageStyle::Cursor => self.next_cursor(page)?,
        };
        self.empty_pages = empty_pages;
        Ok(Some(response))
    }

    fn next_number(&self, count: usize) -> Next {
        let limit = self.request.query_value("limit").and_then(|limit| limit.parse().ok());
        if count == 0 || limit.is_some_and(|limit: usize| count < limit) {
            return Next::None;
        }
        let current = self.request.query_value("page").and_then(|page| page.parse().ok());
        Next::Page(current.unwrap_or(0u64).saturating_add(1))
    }

    fn next_cursor(&self, page: Value<'_>) -> Result<Next, Error> {
        let cursor = page.get("next_cursor").and_then(Value::as_str);
        let Some(cursor) = cursor.filter(|cursor| !cursor.is_empty()) else {
            return Ok(Next::None);
        };
        if self.request.query_value("cursor") == Some(cursor) {
            return Err(endless("a page that has the cursor of itself"));
        }
        Ok(Next::Cursor(Zeroizing::new(cursor.to_owned())))
    }
}

/// The items of a page: the page itself, or its first member that is an array.
fn items_of(page: Value<'_>) -> Option<Value<'_>> {
    let is_array = |value: &Value<'_>| value.kind() == ValueKind::Array;
    match page.kind() {
        ValueKind::Array => Some(page),
        _ => (0..page.count()).filter_map(|i| page.at(i)).find(is_array),
    }
}

fn endless(what: &str) -> Error {
    let message =
        format!("the server sent {what}: the list would never end, so report it to whoever runs that Nango server");
    ErrorParts::new(ErrorKind::Decode, &message).into()
}
