//! Lists whose pages are requested as they are read.

use std::collections::HashSet;
use std::vec;

use crate::api::operation::OperationCall;
use crate::api::pages::Pages;
use crate::client::call_options::CallOptions;
use crate::client::error::Error;
use crate::client::state::ClientState;
use crate::operations::read::{Place, RESPONSE, Read};
use crate::proxy::Response;

/// A type of items of a list.
pub trait Item: Read {
    /// The key of an item, if the description names one.
    fn key(&self) -> Option<i64>;

    /// The cursor of an item, if the list has cursors: a list that starts at it has the items behind it.
    fn cursor(&self) -> Option<&str>;
}

/// The items of a list. The next page is requested when the last item of one was returned.
///
/// An error does not end it: continuing requests the same page again.
pub struct List<'a, T> {
    pages: ListPages<'a, T>,
    cursor: Option<String>,
    items: vec::IntoIter<T>,
}

/// The pages of a list, each with its items.
///
/// An error does not end it: continuing requests the same page again.
pub struct ListPages<'a, T> {
    client: &'a ClientState,
    options: CallOptions,
    pages: Pages,
    /// The member of a page that has the items.
    items: &'static str,
    /// Keys of the previous page.
    seen: HashSet<i64>,
    /// The rest of a page that was begun item by item.
    rest: Vec<T>,
    cursor: Option<String>,
}

impl<'a, T> List<'a, T> {
    pub(super) fn new(
        client: &'a ClientState,
        options: &CallOptions,
        pages: Pages,
        items: &'static str,
    ) -> List<'a, T> {
        let cursor = pages.start_cursor().map(str::to_owned);
        List {
            cursor: cursor.clone(),
            pages: ListPages {
                client,
                options: options.clone(),
                pages,
                items,
                seen: HashSet::new(),
                rest: Vec::new(),
                cursor,
            },
            items: Vec::new().into_iter(),
        }
    }

    /// The rest of the list, page by page. It begins with the rest of a page that was begun item by item.
    pub fn pages(mut self) -> ListPages<'a, T> {
        self.pages.rest = self.items.collect();
        self.pages.cursor = self.cursor;
        self.pages
    }

    /// The cursor of the item that was returned last: a list that starts at it goes on behind that item. Before the first
    /// item it is the cursor that the list starts at. `None` if the list has no cursors, or starts at its beginning.
    pub fn cursor(&self) -> Option<&str> {
        self.cursor.as_deref()
    }
}

impl<T: Item> Iterator for List<'_, T> {
    type Item = Result<T, Error>;

    fn next(&mut self) -> Option<Result<T, Error>> {
        loop {
            if let Some(item) = self.items.next() {
                note_cursor(&mut self.cursor, &item);
                return Some(Ok(item));
            }
            match self.pages.next()? {
                Ok(items) => self.items = items.into_iter(),
                Err(error) => return Some(Err(error)),
            }
        }
    }
}

impl<T: Item> Iterator for ListPages<'_, T> {
    type Item = Result<Vec<T>, Error>;

    fn next(&mut self) -> Option<Result<Vec<T>, Error>> {
        let page = match std::mem::take(&mut self.rest) {
            rest if rest.is_empty() => self.next_page().transpose(),
            rest => Some(Ok(rest)),
        };
        let last = page.as_ref().and_then(|page| page.as_ref().ok()?.last());
        if let Some(item) = last {
            note_cursor(&mut self.cursor, item);
        }
        page
    }
}

fn note_cursor<T: Item>(cursor: &mut Option<String>, item: &T) {
    if let Some(own) = item.cursor() {
        let noted = cursor.get_or_insert_default();
        noted.clear();
        noted.push_str(own);
    }
}

impl<T: Item> ListPages<'_, T> {
    /// The cursor of the last item of the page that was returned last: see [`List::cursor`].
    pub fn cursor(&self) -> Option<&str> {
        self.cursor.as_deref()
    }

    fn next_page(&mut self) -> Result<Option<Vec<T>>, Error> {
        let mut items = Vec::new();
        let page = self.pages.next_page(|request| {
            let mut response = OperationCall::new(self.client, request, &self.options).send()?;
            items = items_of(&mut response, self.items)?;
            Ok(response)
        })?;
        if page.is_none() {
            return Ok(None);
        }
        // Nango counts by offset: new items have moved the last items of a page to the next one.
        let keys = items.iter().filter_map(T::key).collect();
        items.retain(|item: &T| item.key().is_none_or(|key| !self.seen.contains(&key)));
        self.seen = keys;
        Ok(Some(items))
    }
}

fn items_of<T: Read>(page: &mut Response, name: &str) -> Result<Vec<T>, Error> {
    let whole = Place::new(RESPONSE);
    let place = whole.member(name);
    match page.value()?.get(name) {
        Some(items) => Vec::read(items, &place),
        None => Err(place.is_missing()),
    }
}
