//! Telling which of some known names a key is, with one comparison.

/// How many places a table has: a few times as many as there are names, so that each has one for itself.
const PLACES: usize = 64;

/// Names of members, each at the place that its hash says.
pub(crate) struct Names<const N: usize> {
    names: [&'static str; N],
    /// One more than the number of the name whose place it is.
    places: [u8; PLACES],
}

impl<const N: usize> Names<N> {
    /// A table of `names`. Two with the same hash do not compile.
    pub(crate) const fn new(names: [&'static str; N]) -> Names<N> {
        let mut places = [0; PLACES];
        let mut i = 0;
        while i < N {
            let place = hash(names[i].as_bytes());
            assert!(places[place] == 0, "two names have the same hash: change it");
            i += 1;
            places[place] = i as u8;
        }
        Names { names, places }
    }

    /// Which of the names `key` is.
    #[inline]
    pub(crate) fn position(&self, key: &[u8]) -> Option<usize> {
        let i = usize::from(self.places[hash(key)]).wrapping_sub(1);
        self.names
            .get(i)
            .is_some_and(|name| name.as_bytes() == key)
            .then_some(i)
    }
}

/// Tells apart by what names differ in: how long they are, and how they begin and end. The factors are such that the names of a
/// connection have a place each.
#[inline]
const fn hash(name: &[u8]) -> usize {
    match name {
        [] => 0,
        [only] => *only as usize % PLACES,
        [first, .., last] => (2 * name.len() + 3 * (*first as usize + *last as usize)) % PLACES,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_is_found_and_what_looks_like_it_is_not() {
        const NAMES: Names<3> = Names::new(["id", "token", "type"]);
        for (key, expected) in [
            ("id", Some(0)),
            ("token", Some(1)),
            ("type", Some(2)),
            ("", None),
            ("i", None),
            ("tokun", None),
            ("tokens", None),
            ("Type", None),
        ] {
            assert_eq!(NAMES.position(key.as_bytes()), expected, "{key}");
        }
        for key in 0..=u8::MAX {
            assert_eq!(NAMES.position(&[key]), None);
        }
    }
}
