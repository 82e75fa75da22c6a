//! Lists whose pages are requested as they are read.

use std::collections::HashSet;
use std::vec;

use crate::api::operation::OperationCall;
use crate::api::pages::Pages;
use crate::client::call_options::CallOptions;
use crate::client::error::Error;
use crate::client::state::ClientState;
use crate::operations::read::{Place, Read};
use crate::proxy::Response;

/// A type of items of a list.
pub trait Item: Read {
    /// The key of an item, if the description names one.
    fn key(&self) -> Option<i64>;
}

/// The items of a list. The next page is requested when the last item of one was returned.
///
/// An error does not end it: continuing requests the same page again.
pub struct List<'a, T> {
    pages: ListPages<'a, T>,
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
}

impl<'a, T> List<'a, T> {
    pub(super) fn new(
        client: &'a ClientState,
        options: &CallOptions,
        pages: Pages,
        items: &'static str,
    ) -> List<'a, T> {
        List {
            pages: ListPages {
                client,
                options: options.clone(),
                pages,
                items,
                seen: HashSet::new(),
                rest: Vec::new(),
            },
            items: Vec::new().into_iter(),
        }
    }

    /// The rest of the list, page by page. It begins with the rest of a page that was begun item by item.
    pub fn pages(mut self) -> ListPages<'a, T> {
        self.pages.rest = self.items.collect();
        self.pages
    }
}

impl<T: Item> Iterator for List<'_, T> {
    type Item = Result<T, Error>;

    fn next(&mut self) -> Option<Result<T, Error>> {
        loop {
            if let Some(item) = self.items.next() {
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
        match std::mem::take(&mut self.rest) {
            rest if rest.is_empty() => self.next_page().transpose(),
            rest => Some(Ok(rest)),
        }
    }
}

impl<T: Item> ListPages<'_, T> {
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
    let place = Place::new(name);
    match page.value()?.get(name) {
        Some(items) => Vec::read(items, &place),
        None => Vec::absent(&place),
    }
}
