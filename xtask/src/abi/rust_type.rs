//! The types with which src/ffi spells those of C.

use syn::{GenericArgument, PathArguments, Type};

/// A type of a signature.
#[derive(Debug, PartialEq)]
pub enum RustType {
    /// A number, a name for one, or a callback.
    Named(String),
    /// `*const T`
    Const(String),
    /// `*mut T`
    Mut(String),
    /// `Option<&T>`
    Shared(String),
    /// `Option<&mut T>`
    Exclusive(String),
    /// `Option<Box<T>>`
    Boxed(String),
    /// `Option<&mut MaybeUninit<T>>`
    Out(Box<RustType>),
}

impl RustType {
    pub fn read(of: &Type) -> Result<RustType, String> {
        match of {
            Type::Ptr(pointer) => {
                let target = name(&pointer.elem)?;
                Ok(match pointer.mutability {
                    Some(_) => RustType::Mut(target),
                    None => RustType::Const(target),
                })
            }
            _ => match optional(of) {
                None => Ok(RustType::Named(name(of)?)),
                Some(inner) => RustType::inside(inner),
            },
        }
    }

    fn inside(inner: &Type) -> Result<RustType, String> {
        if let Some(boxed) = generic(inner, "Box") {
            return Ok(RustType::Boxed(name(boxed)?));
        }
        let Type::Reference(reference) = inner else {
            return Err("an Option of something other than a reference or a Box".to_owned());
        };
        if let Some(place) = generic(&reference.elem, "MaybeUninit") {
            return Ok(RustType::Out(Box::new(RustType::read(place)?)));
        }
        let target = name(&reference.elem)?;
        Ok(match reference.mutability {
            Some(_) => RustType::Exclusive(target),
            None => RustType::Shared(target),
        })
    }
}

/// The `T` of `Option<T>`.
pub fn optional(of: &Type) -> Option<&Type> {
    generic(of, "Option")
}

/// The last part of a path.
fn name(of: &Type) -> Result<String, String> {
    let Type::Path(path) = of else {
        return Err("a type that src/ffi has not used so far: teach it to xtask/src/abi/rust_type.rs".to_owned());
    };
    let last = path.path.segments.last().expect("a path has a part");
    Ok(last.ident.to_string())
}

/// The `T` of `Name<T>`.
fn generic<'a>(of: &'a Type, name: &str) -> Option<&'a Type> {
    let Type::Path(path) = of else { return None };
    let last = path.path.segments.last()?;
    let PathArguments::AngleBracketed(arguments) = &last.arguments else {
        return None;
    };
    match arguments.args.first()? {
        GenericArgument::Type(inner) if last.ident == name => Some(inner),
        _ => None,
    }
}

/// The type of C that a number has.
pub fn number(rust: &str) -> Option<&'static str> {
    Some(match rust {
        "i32" => "int32_t",
        "i64" => "int64_t",
        "u8" => "uint8_t",
        "u32" => "uint32_t",
        "u64" => "uint64_t",
        "usize" => "size_t",
        "f64" => "double",
        _ => return None,
    })
}
