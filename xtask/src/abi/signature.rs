//! From the signature of a function to its parameters and its result.

use syn::{FnArg, Pat, ReturnType, Signature, TypeBareFn};

use super::docs::Docs;
use super::model::{Kind, Parameter, Returned, Type};
use super::rust_type::{RustType, number, optional};
use super::scope::Scope;

/// Name and type of each parameter.
pub type Arguments = Vec<(String, RustType)>;

pub fn arguments_of(signature: &Signature) -> Result<Arguments, String> {
    let typed = signature.inputs.iter().map(|input| match input {
        FnArg::Typed(typed) => match &*typed.pat {
            Pat::Ident(name) => Ok((name.ident.to_string(), RustType::read(&typed.ty)?)),
            _ => Err("a parameter without a name".to_owned()),
        },
        FnArg::Receiver(_) => Err("a method".to_owned()),
    });
    typed.collect()
}

pub fn arguments_of_callback(signature: &TypeBareFn) -> Result<Arguments, String> {
    let typed = signature.inputs.iter().map(|input| match &input.name {
        Some((name, _)) => Ok((name.to_string(), RustType::read(&input.ty)?)),
        None => Err("a parameter without a name".to_owned()),
    });
    typed.collect()
}

/// The function in `Option<unsafe extern "C" fn(..)>`.
pub fn of_callback(of: &syn::Type) -> Option<&TypeBareFn> {
    match optional(of)? {
        syn::Type::BareFn(signature) => Some(signature),
        _ => None,
    }
}

pub fn result_of(output: &ReturnType) -> Result<Option<RustType>, String> {
    match output {
        ReturnType::Default => Ok(None),
        ReturnType::Type(_, of) => RustType::read(of).map(Some),
    }
}

/// The parameters of a function, or of a callback.
pub fn parameters(scope: &Scope, function: &str, arguments: &Arguments, docs: &Docs) -> Result<Vec<Parameter>, String> {
    let is_count = |of: &RustType| *of == RustType::Named("usize".to_owned());
    let described = arguments.iter().enumerate().map(|(at, (name, of))| {
        let count = arguments.get(at + 1).filter(|(_, next)| is_count(next));
        let many = count.map(|(name, _)| name.clone());
        let parameter = parameter(scope, name, of, many, docs)?;
        if function.ends_with("_free") && parameter.value.kind == Kind::Handle {
            return Ok(Parameter {
                ownership: Some("owned"),
                may_be_null: Some(true),
                ..parameter
            });
        }
        Ok(parameter)
    });
    described.collect()
}

fn parameter(scope: &Scope, name: &str, of: &RustType, many: Option<String>, docs: &Docs) -> Result<Parameter, String> {
    let is_out = matches!(of, RustType::Out(_)) || *of == RustType::Mut("c_void".to_owned()) && many.is_some();
    let mut value = scope.value(of).map_err(|problem| format!("{name}: {problem}"))?;
    match value.kind {
        Kind::Text if name == "json" || name.ends_with("_json") => value.kind = Kind::Json,
        Kind::Bytes if many.is_none() => value.kind = Kind::UserData,
        Kind::Number if docs.says(&format!("{name} is a flag")) => value.kind = Kind::Flag,
        Kind::Number if value.enumeration.is_none() => {
            value.enumeration = docs.after(&format!("{name} is a ")).map(str::to_owned);
        }
        _ => {}
    }
    let is_pointer = value.c_type.ends_with('*') || value.kind == Kind::Callback;
    let is_kept = matches!(value.kind, Kind::Callback | Kind::UserData);
    let nullable = docs.says(&format!("{name} may be NULL")) || matches!(of, RustType::Out(_)) || is_kept;
    let free = match (&value.handle, is_out) {
        (Some(handle), true) => scope.free(handle),
        _ => None,
    };
    Ok(Parameter {
        name: name.to_owned(),
        direction: if is_out { "out" } else { "in" },
        may_be_null: is_pointer.then_some(nullable),
        ownership: is_pointer.then_some(match (is_kept, &free) {
            (true, _) => "kept",
            (false, Some(_)) => "owned",
            (false, None) => "borrowed",
        }),
        length: many.filter(|_| is_pointer && !is_kept && value.handle.is_none() && value.kind != Kind::Text),
        free,
        value,
    })
}

/// The result of a function, or of a callback.
pub fn returned(
    scope: &Scope,
    function: &str,
    of: &RustType,
    parameters: &[Parameter],
    docs: &Docs,
) -> Result<Returned, String> {
    let mut value = scope.value(of)?;
    let stores = |parameter: &&Parameter| parameter.direction == "out" && parameter.value.kind == Kind::Number;
    let stored = parameters.iter().find(stores);
    match value.kind {
        Kind::Text if function.ends_with("_json") => value.kind = Kind::Json,
        Kind::Number if value.enumeration.is_some() || value.c_type != "int32_t" => {}
        Kind::Number if stored.is_some() || function.contains("_is_") || docs.says("returns a flag") => {
            value.kind = Kind::Flag;
        }
        _ => {}
    }
    let is_pointer = value.c_type.ends_with('*');
    let owner = parameters.iter().find(|parameter| parameter.value.kind == Kind::Handle);
    let is_owned = is_pointer && !value.c_type.starts_with("const ");
    if is_owned && docs.freed_by.is_none() {
        return Err("returns a handle without cbindgen:postfix=NANGO_OWNED(its free function)".to_owned());
    }
    let nothing = if is_pointer { "NULL" } else { "0" };
    let absent = match docs.between("returns ", " for NULL") {
        Some(given) => Some(given),
        None if docs.says("never fails") => None,
        None => Some(nothing),
    };
    Ok(Returned {
        ownership: is_pointer.then_some(match (is_owned, owner) {
            (true, _) => "owned",
            (false, Some(_)) => "borrowed",
            (false, None) => "static",
        }),
        free: docs.freed_by.clone(),
        borrowed_from: owner
            .filter(|_| is_pointer && !is_owned)
            .map(|owner| owner.name.clone()),
        length: stored
            .filter(|_| value.kind == Kind::Bytes)
            .map(|stored| stored.name.clone()),
        absent: absent.map(str::to_owned),
        after_fault: docs.between("returns ", " after a fault").map(str::to_owned),
        value,
    })
}

impl Type {
    /// A type without any of the parts that only some have.
    pub fn plain(c_type: String, kind: Kind) -> Type {
        Type {
            c_type,
            kind,
            number: None,
            enumeration: None,
            handle: None,
            callback: None,
        }
    }

    pub fn number_of(c_type: &str) -> Option<Type> {
        let c_type = number(c_type)?;
        Some(Type {
            number: Some(c_type.to_owned()),
            ..Type::plain(c_type.to_owned(), Kind::Number)
        })
    }
}
