//! Reads the C ABI from src/ffi, from which cbindgen makes the header too.

use std::fs;
use std::path::Path;

use syn::{Expr, Item, Lit};

use self::docs::Docs;
use self::model::{Abi, Callback, Constant, Enumeration, Function, Handle, Returned, Section};
use self::scope::{Scope, is_exported, is_public};
use self::since::Since;

mod docs;
pub mod model;
mod rust_type;
mod scope;
mod sections;
mod signature;
mod since;
#[cfg(test)]
mod tests;

/// Reads the C ABI of the project in this folder.
pub fn read(root: &Path) -> Result<Abi, String> {
    let mut files = Vec::new();
    for name in sections::read(root)? {
        let file = parse(&root.join("src/ffi").join(&name).with_extension("rs"))?;
        files.push((name, file));
    }
    describe(&files, Since::read(root)?)
}

/// Describes what the sections declare, each a file with its name.
fn describe(files: &[(String, syn::File)], since: Since) -> Result<Abi, String> {
    let mut scope = Scope::default();
    files
        .iter()
        .flat_map(|(_, file)| &file.items)
        .for_each(|item| scope.add(item));
    let mut reader = Reader {
        scope,
        since,
        section: String::new(),
        abi: Abi::default(),
    };
    for (name, file) in files {
        reader.section.clone_from(name);
        reader.abi.sections.push(Section {
            title: Docs::read(&file.attrs).text,
            name: name.clone(),
        });
        for item in &file.items {
            reader.item(item)?;
        }
    }
    let mut abi = reader.abi;
    let number = abi
        .constants
        .iter()
        .find(|constant| constant.name == "NANGO_ABI_VERSION");
    abi.abi = number.map_or(0, |constant| constant.value);
    // A program must expect numbers of which it does not know all if the library gives it one.
    let given: Vec<_> = abi
        .functions
        .iter()
        .filter_map(|function| function.returns.as_ref())
        .collect();
    for enumeration in &mut abi.enumerations {
        let name = Some(&enumeration.name);
        enumeration.open &= given.iter().any(|returned| returned.value.enumeration.as_ref() == name);
    }
    Ok(abi)
}

/// Describes what this text of one section declares.
#[cfg(test)]
pub fn describe_text(section: &str) -> Abi {
    let file = syn::parse_file(section).expect("a file of Rust");
    describe(&[("section".to_owned(), file)], Since::default()).expect("a section")
}

/// A Rust file.
fn parse(path: &Path) -> Result<syn::File, String> {
    let shown = path.display();
    let text = fs::read_to_string(path).map_err(|problem| format!("{shown}: {problem}"))?;
    syn::parse_file(&text).map_err(|problem| format!("{shown}: {problem}"))
}

struct Reader {
    scope: Scope,
    since: Since,
    section: String,
    abi: Abi,
}

impl Reader {
    fn item(&mut self, item: &Item) -> Result<(), String> {
        let (name, docs) = match item {
            Item::Struct(of) if is_public(&of.vis) => (of.ident.to_string(), Docs::read(&of.attrs)),
            Item::Type(of) if is_public(&of.vis) => (of.ident.to_string(), Docs::read(&of.attrs)),
            Item::Const(of) if is_public(&of.vis) => (of.ident.to_string(), Docs::read(&of.attrs)),
            Item::Fn(of) if is_exported(of) => (of.sig.ident.to_string(), Docs::read(&of.attrs)),
            _ => return Ok(()),
        };
        let done = match item {
            Item::Struct(_) => self.handle(&name, &docs),
            Item::Type(of) => self.named_type(&name, of, &docs),
            Item::Const(of) => self.constant(&name, of, &docs),
            Item::Fn(of) => self.function(&name, of, &docs),
            _ => Ok(()),
        };
        done.and_then(|()| docs.all_used())
            .map_err(|problem| format!("src/ffi/{}.rs: {name}: {problem}", self.section))
    }

    fn handle(&mut self, name: &str, docs: &Docs) -> Result<(), String> {
        self.abi.types.push(Handle {
            name: name.to_owned(),
            section: self.section.clone(),
            docs: docs.text.clone(),
            free: self.scope.free(name),
        });
        Ok(())
    }

    fn named_type(&mut self, name: &str, of: &syn::ItemType, docs: &Docs) -> Result<(), String> {
        let Some(signature) = signature::of_callback(&of.ty) else {
            let value = self.scope.named(name)?;
            // nango_error_kind has NANGO_ERROR_*, nango_route has NANGO_ROUTE_*.
            let stem = name.strip_suffix("_kind").or_else(|| name.strip_suffix("_type"));
            let prefix = stem.unwrap_or(name).to_uppercase() + "_";
            self.enumeration(name, value.number.unwrap_or_default(), prefix, docs.text.clone());
            if docs.says("closed") {
                self.abi.enumerations.last_mut().expect("just added").open = false;
            }
            return Ok(());
        };
        let arguments = signature::arguments_of_callback(signature)?;
        let mut parameters = signature::parameters(&self.scope, name, &arguments, docs)?;
        for parameter in &mut parameters {
            // What the library has kept it only lends to the callback.
            parameter.ownership = parameter.ownership.and(Some("borrowed"));
        }
        let returns = match signature::result_of(&signature.output)? {
            None => None,
            Some(of) => Some(Returned {
                absent: None,
                ..signature::returned(&self.scope, name, &of, &parameters, docs)?
            }),
        };
        self.abi.callbacks.push(Callback {
            name: name.to_owned(),
            section: self.section.clone(),
            docs: docs.text.clone(),
            thread: "caller",
            parameters,
            returns,
        });
        Ok(())
    }

    fn enumeration(&mut self, name: &str, number: String, prefix: String, docs: String) {
        self.abi.enumerations.push(Enumeration {
            name: name.to_owned(),
            section: self.section.clone(),
            docs,
            is_type: number != name && self.scope.named(name).is_ok(),
            c_type: number,
            open: true,
            prefix,
            constants: Vec::new(),
        });
    }

    fn constant(&mut self, name: &str, of: &syn::ItemConst, docs: &Docs) -> Result<(), String> {
        let constant = Constant {
            name: name.to_owned(),
            value: number(&of.expr)?,
            since: self.since.of(name),
            docs: docs.text.clone(),
        };
        if let Some(enumeration) = docs.after("enumeration ") {
            let words: Vec<&str> = name.splitn(3, '_').collect();
            let prefix = format!("{}_", words[..2].join("_"));
            self.enumeration(enumeration, "int32_t".to_owned(), prefix, String::new());
        }
        let mut enumerations = self.abi.enumerations.iter_mut();
        match enumerations.find(|enumeration| name.starts_with(&enumeration.prefix)) {
            Some(enumeration) => enumeration.constants.push(constant),
            None => self.abi.constants.push(constant),
        }
        Ok(())
    }

    fn function(&mut self, name: &str, of: &syn::ItemFn, docs: &Docs) -> Result<(), String> {
        let arguments = signature::arguments_of(&of.sig)?;
        let parameters = signature::parameters(&self.scope, name, &arguments, docs)?;
        let returns = match signature::result_of(&of.sig.output)? {
            None => None,
            Some(of) => Some(signature::returned(&self.scope, name, &of, &parameters, docs)?),
        };
        let can_fail = parameters
            .iter()
            .any(|parameter| parameter.value.c_type == "nango_error **");
        self.abi.functions.push(Function {
            name: name.to_owned(),
            section: self.section.clone(),
            since: self.since.of(name),
            docs: docs.text.clone(),
            blocks: docs.says("blocks") || can_fail,
            parameters,
            returns,
        });
        Ok(())
    }
}

/// The value of a constant.
fn number(of: &Expr) -> Result<i64, String> {
    let (sign, literal) = match of {
        Expr::Unary(negated) if matches!(negated.op, syn::UnOp::Neg(_)) => (-1, &*negated.expr),
        other => (1, other),
    };
    match literal {
        Expr::Lit(literal) => match &literal.lit {
            Lit::Int(number) => number
                .base10_parse()
                .map(|number: i64| sign * number)
                .map_err(|problem| problem.to_string()),
            _ => Err("is no number".to_owned()),
        },
        _ => Err("is no literal".to_owned()),
    }
}
