//! Where the members of an object lie, and those of one of its members: found in one pass.

use super::scan::{Found, scan};
use super::{Names, unescaped};

/// Where a value lies in a text: from its first byte to behind its last.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Place {
    pub(crate) start: usize,
    pub(crate) end: usize,
    /// Of a string: whether it is not the text that it stands for.
    pub(crate) has_escapes: bool,
}

/// The members of an object that have known names, of duplicate keys the last.
pub(crate) struct Places<const T: usize, const N: usize> {
    /// The object itself.
    pub(crate) whole: Place,
    pub(crate) top: [Option<Place>; T],
    /// The members of the one that was asked for, if that is an object.
    pub(crate) nested: [Option<Place>; N],
    /// Whether that has any, known or not.
    pub(crate) has_nested: bool,
    /// How deep arrays and objects are nested.
    pub(crate) depth: usize,
}

/// Finds the members called `top` in the one object that `text` consists of from `base` on, and the members called `nested` in the
/// one with the number `parent`. `None` if the text is anything else, or not UTF-8.
#[inline(never)]
pub(crate) fn places<const T: usize, const N: usize>(
    text: &[u8],
    base: usize,
    top: &Names<T>,
    parent: usize,
    nested: &Names<N>,
) -> Option<Places<T, N>> {
    let mut members = Members {
        text: &text[base..],
        base,
        names: (top, nested),
        parent,
        depth: 0,
        open: [0; 3],
        whole: None,
        known: (None, None),
        is_in_parent: false,
        is_wanted: false,
        has_nested: false,
        top: [None; T],
        nested: [None; N],
    };
    let depth = scan(&mut members)?;
    let whole = members.whole.filter(|whole| text[whole.start] == b'{')?;
    Some(Places {
        whole,
        top: members.top,
        nested: members.nested,
        has_nested: members.has_nested,
        depth,
    })
}

/// What was found so far.
struct Members<'a, const T: usize, const N: usize> {
    text: &'a [u8],
    base: usize,
    names: (&'a Names<T>, &'a Names<N>),
    parent: usize,
    depth: usize,
    /// Where the values begin that are open, on the outermost levels.
    open: [usize; 3],
    whole: Option<Place>,
    /// Which of the names the values are that come next, on the first level and on the second.
    known: (Option<usize>, Option<usize>),
    /// Whether what comes is a part of the parent.
    is_in_parent: bool,
    /// Whether the members on the current level are those of the object or of the parent. Most are not.
    is_wanted: bool,
    has_nested: bool,
    top: [Option<Place>; T],
    nested: [Option<Place>; N],
}

impl<const T: usize, const N: usize> Members<'_, T, N> {
    /// Notes which member the next value is. Not inlined, as the next: the pass is for most values over sooner without them.
    #[inline(never)]
    fn note_key(&mut self, start: usize, end: usize, has_escapes: bool) {
        let key = &self.text[start + 1..end - 1];
        if self.depth == 2 {
            self.known.1 = position(self.names.1, key, has_escapes);
            self.has_nested = true;
            return;
        }
        self.known.0 = position(self.names.0, key, has_escapes);
        self.is_in_parent = self.known.0 == Some(self.parent);
        if self.is_in_parent {
            // What one with the same key had does not count any more.
            self.has_nested = false;
            self.nested = [None; N];
        }
    }

    /// Notes the value of a member.
    #[inline(never)]
    fn note_value(&mut self, start: usize, end: usize, has_escapes: bool) {
        let place = Some(Place {
            start: self.base + start,
            end: self.base + end,
            has_escapes,
        });
        match self.depth {
            0 => self.whole = place,
            1 => {
                if let Some(known) = self.known.0.take() {
                    self.top[known] = place;
                }
            }
            _ => {
                if let Some(known) = self.known.1.take() {
                    self.nested[known] = place;
                }
            }
        }
    }

    #[inline]
    fn note_level(&mut self) {
        self.is_wanted = self.depth == 1 || (self.depth == 2 && self.is_in_parent);
    }
}

impl<const T: usize, const N: usize> Found for Members<'_, T, N> {
    // Who looks at the depth says what is too deep.
    const DEEPEST: usize = usize::MAX;
    const IS_UTF8: bool = false;

    #[inline]
    fn text(&self) -> &[u8] {
        self.text
    }

    #[inline(always)]
    fn key(&mut self, start: usize, end: usize, has_escapes: bool) {
        if self.is_wanted {
            self.note_key(start, end, has_escapes);
        }
    }

    #[inline(always)]
    fn string(&mut self, start: usize, end: usize, has_escapes: bool) {
        if self.is_wanted {
            self.note_value(start, end, has_escapes);
        }
    }

    #[inline(always)]
    fn scalar(&mut self, start: usize, end: usize) {
        if self.is_wanted {
            self.note_value(start, end, false);
        }
    }

    #[inline(always)]
    fn open(&mut self, start: usize) {
        if let Some(open) = self.open.get_mut(self.depth) {
            *open = start;
        }
        self.depth += 1;
        self.note_level();
    }

    #[inline(always)]
    fn close(&mut self, end: usize, _is_object: bool) {
        self.depth -= 1;
        self.note_level();
        if let Some(&start) = self.open.get(self.depth) {
            if self.is_wanted || self.depth == 0 {
                self.note_value(start, end, false);
            }
        }
    }
}

/// Which of `names` the key is.
#[inline]
fn position<const N: usize>(names: &Names<N>, key: &[u8], has_escapes: bool) -> Option<usize> {
    match has_escapes {
        false => names.position(key),
        true => names.position(unescaped(std::str::from_utf8(key).ok()?)?.as_bytes()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const TOP: Names<3> = Names::new(["id", "credentials", "tags"]);
    const NESTED: Names<2> = Names::new(["type", "raw"]);

    type Texts<const N: usize> = [Option<String>; N];

    /// The texts of the known members of an object, behind a byte.
    fn members(object: &str) -> Option<(Texts<3>, Texts<2>)> {
        let text = format!("x{object}");
        let found = places(text.as_bytes(), 1, &TOP, 1, &NESTED)?;
        assert_eq!(&text[found.whole.start..found.whole.end], object.trim());
        let text_at = |place: Option<Place>| place.map(|place| text[place.start..place.end].to_owned());
        Some((found.top.map(text_at), found.nested.map(text_at)))
    }

    fn some(text: &str) -> Option<String> {
        Some(text.to_owned())
    }

    #[test]
    fn members_are_found_on_both_levels_and_nowhere_else() {
        let object = r#" {"a":{"id":1,"type":2},"id":3,"credentials":{"raw":{"type":4},"type":"x","id":5},"tags":[{"id":6},7]} "#;
        let expected = [
            some("3"),
            some(r#"{"raw":{"type":4},"type":"x","id":5}"#),
            some(r#"[{"id":6},7]"#),
        ];
        assert_eq!(
            members(object),
            Some((expected, [some("\"x\""), some(r#"{"type":4}"#)]))
        );
    }

    #[test]
    fn of_duplicate_keys_the_last_counts_with_what_it_has() {
        let object = r#"{"id":1,"\u0069d":2,"credentials":{"type":3,"raw":4},"credentials":{"typ\u0065":5}}"#;
        let expected = [some("2"), some(r#"{"typ\u0065":5}"#), None];
        assert_eq!(members(object), Some((expected, [some("5"), None])));
        for last in ["null", "[]", r#"["type"]"#, r#"[{"type":1}]"#, "\"type\""] {
            let object = format!(r#"{{"credentials":{{"type":3}},"credentials":{last}}}"#);
            assert_eq!(members(&object), Some(([None, some(last), None], [None, None])));
        }
    }

    #[test]
    fn whether_the_parent_has_members_is_told() {
        for (object, expected) in [
            ("{}", false),
            (r#"{"id":{"a":1}}"#, false),
            (r#"{"credentials":{}}"#, false),
            (r#"{"credentials":{ }}"#, false),
            (r#"{"credentials":[{"a":1}]}"#, false),
            (r#"{"credentials":{"a":1}}"#, true),
            (r#"{"credentials":{"a":1},"credentials":{}}"#, false),
        ] {
            let found = places(object.as_bytes(), 0, &TOP, 1, &NESTED).unwrap();
            assert_eq!(found.has_nested, expected, "{object}");
        }
    }

    #[test]
    fn only_one_object_has_members() {
        for other in ["", "1", "[]", r#"[{"id":1}]"#, "{", "{} {}", "{\"id\":1}}"] {
            assert_eq!(members(other), None, "{other}");
        }
        assert!(places(b"{\"a\":\"\xff\"}", 0, &TOP, 1, &NESTED).is_none());
        let found = places(br#"{"id":"a\n","tags":"a"}"#, 0, &TOP, 1, &NESTED).unwrap();
        assert_eq!(
            found.top.map(|place| place.map(|place| place.has_escapes)),
            [Some(true), None, Some(false)]
        );
        assert_eq!(found.depth, 1);
    }
}
