//! The files of src/ffi in the order of the header: the list in build.rs.

use std::path::Path;

use syn::{Expr, Item, Lit};

pub fn read(root: &Path) -> Result<Vec<String>, String> {
    let build = super::parse(&root.join("build.rs"))?;
    find(&build.items).ok_or_else(|| "build.rs has no list SECTIONS of names".to_owned())
}

fn find(items: &[Item]) -> Option<Vec<String>> {
    items.iter().find_map(|item| match item {
        Item::Mod(module) => find(&module.content.as_ref()?.1),
        Item::Const(list) if list.ident == "SECTIONS" => match &*list.expr {
            Expr::Array(array) => array.elems.iter().map(text).collect(),
            _ => None,
        },
        _ => None,
    })
}

fn text(of: &Expr) -> Option<String> {
    match of {
        Expr::Lit(literal) => match &literal.lit {
            Lit::Str(text) => Some(text.value()),
            _ => None,
        },
        _ => None,
    }
}
