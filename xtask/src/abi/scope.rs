//! The names of all files of src/ffi, which one file uses of another.

use std::collections::{BTreeMap, BTreeSet};

use syn::{Item, ItemFn, Visibility};

use super::model::{Kind, Type};
use super::rust_type::RustType;

/// What the names in a signature stand for.
#[derive(Default)]
pub struct Scope {
    handles: BTreeSet<String>,
    callbacks: BTreeSet<String>,
    /// Names for a number, and for which.
    numbers: BTreeMap<String, String>,
    functions: BTreeSet<String>,
}

impl Scope {
    pub fn add(&mut self, item: &Item) {
        match item {
            Item::Struct(of) if is_public(&of.vis) => {
                self.handles.insert(of.ident.to_string());
            }
            Item::Type(of) if is_public(&of.vis) => match RustType::read(&of.ty) {
                Ok(RustType::Named(number)) => {
                    self.numbers.insert(of.ident.to_string(), number);
                }
                _ => {
                    self.callbacks.insert(of.ident.to_string());
                }
            },
            Item::Fn(of) if is_exported(of) => {
                self.functions.insert(of.sig.ident.to_string());
            }
            _ => {}
        }
    }

    /// The function that frees a handle.
    pub fn free(&self, handle: &str) -> Option<String> {
        let name = format!("{handle}_free");
        self.functions.contains(&name).then_some(name)
    }

    /// The type of C that a type of Rust stands for.
    pub fn value(&self, of: &RustType) -> Result<Type, String> {
        match of {
            RustType::Named(name) => self.named(name),
            RustType::Const(name) if name == "c_char" => Ok(Type::plain("const char *".to_owned(), Kind::Text)),
            RustType::Const(name) if name == "u8" => Ok(Type::plain("const uint8_t *".to_owned(), Kind::Bytes)),
            RustType::Const(name) if name == "c_void" => Ok(Type::plain("const void *".to_owned(), Kind::Bytes)),
            RustType::Mut(name) if name == "c_void" => Ok(Type::plain("void *".to_owned(), Kind::Bytes)),
            RustType::Const(name) | RustType::Shared(name) => self.pointer("const ", name),
            RustType::Mut(name) | RustType::Exclusive(name) | RustType::Boxed(name) => self.pointer("", name),
            RustType::Out(place) => {
                let value = self.value(place)?;
                let star = if value.c_type.ends_with('*') { "*" } else { " *" };
                let c_type = value.c_type.clone() + star;
                Ok(Type { c_type, ..value })
            }
        }
    }

    pub fn named(&self, name: &str) -> Result<Type, String> {
        if self.callbacks.contains(name) {
            return Ok(Type {
                callback: Some(name.to_owned()),
                ..Type::plain(name.to_owned(), Kind::Callback)
            });
        }
        match self.numbers.get(name) {
            Some(number) => Ok(Type {
                c_type: name.to_owned(),
                enumeration: Some(name.to_owned()),
                ..self.named(number)?
            }),
            None => Type::number_of(name).ok_or_else(|| format!("{name} is nothing that src/ffi declares")),
        }
    }

    fn pointer(&self, qualifier: &str, name: &str) -> Result<Type, String> {
        if self.handles.contains(name) {
            return Ok(Type {
                handle: Some(name.to_owned()),
                ..Type::plain(format!("{qualifier}{name} *"), Kind::Handle)
            });
        }
        let number = self.named(name)?;
        Ok(Type {
            c_type: format!("{qualifier}{} *", number.c_type),
            ..number
        })
    }
}

pub fn is_public(visibility: &Visibility) -> bool {
    matches!(visibility, Visibility::Public(_))
}

/// Whether C can call it.
pub fn is_exported(function: &ItemFn) -> bool {
    is_public(&function.vis) && function.sig.abi.is_some()
}
