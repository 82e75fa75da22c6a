//! What templates use besides minijinja's own filters.

use minijinja::Environment;
use minijinja::value::{Value, ValueKind};

use crate::names;

/// The longest line of C.
const WIDTH: usize = 120;

pub fn add(templates: &mut Environment<'_>) {
    templates.add_filter("camel", |name: String| names::camel(&name));
    templates.add_filter("go", |name: String| names::go(&name));
    templates.add_filter("go_argument", |name: String| names::go_argument(&name));
    templates.add_filter("declare", |c_type: String, name: String| names::declare(&c_type, &name));
    templates.add_filter("starts_with", |text: String, start: String| text.starts_with(&start));
    templates.add_filter("ends_with", |text: String, end: String| text.ends_with(&end));
    templates.add_test("has", |list: Vec<String>, item: String| list.contains(&item));
    templates.add_filter("rust", |name: String| names::rust(&name));
    templates.add_filter("doc_code", |text: String| doc_code(&text));
    templates.add_filter("shaped", shaped);
    templates.add_filter("comment", |text: String, start: String| comment(&text, &start));
    templates.add_filter("lines", |text: String, first: String, others: String| {
        lines(&text, &first, &others)
    });
    templates.add_filter("wrap", |line: String| wrap(&line));
}

/// The functions with this result and these parameters, as types of C.
fn shaped(functions: Vec<Value>, result: String, parameters: Vec<String>) -> Result<Vec<Value>, minijinja::Error> {
    let mut found = Vec::new();
    for function in functions {
        let returns = function.get_attr("returns")?;
        let returned = match returns.kind() {
            ValueKind::None => "void".to_owned(),
            _ => returns.get_attr("c_type")?.to_string(),
        };
        let mut types = Vec::new();
        for parameter in function.get_attr("parameters")?.try_iter()? {
            types.push(parameter.get_attr("c_type")?.to_string());
        }
        if returned == result && types == parameters {
            found.push(function);
        }
    }
    Ok(found)
}

/// Text of documentation with its JSON in backquotes, as Rust's and Go's tools want brackets that are no links.
fn doc_code(text: &str) -> String {
    let (mut marked, mut depth) = (String::new(), 0);
    for letter in text.chars() {
        if letter == '{' {
            marked.push_str(if depth == 0 { "`" } else { "" });
            depth += 1;
        }
        marked.push(letter);
        if letter == '}' {
            depth -= 1;
            marked.push_str(if depth == 0 { "`" } else { "" });
        }
    }
    marked
}

/// Paragraphs of text as lines of a comment, each with this start.
fn comment(text: &str, start: &str) -> String {
    let paragraphs: Vec<String> = text
        .split("\n\n")
        .map(|paragraph| lines(paragraph, start, start))
        .collect();
    paragraphs.join(&format!("\n{}\n", start.trim_end()))
}

/// Text as lines that begin with one start, and those after the first with the other.
fn lines(text: &str, first: &str, others: &str) -> String {
    let (mut lines, mut line) = (Vec::new(), first.to_owned());
    let mut is_empty = true;
    for word in text.split(' ') {
        if !is_empty && line.len() + 1 + word.len() > WIDTH {
            lines.push(std::mem::replace(&mut line, others.to_owned()));
            is_empty = true;
        }
        line.push_str(if is_empty { "" } else { " " });
        line.push_str(word);
        is_empty = false;
    }
    lines.push(line);
    lines.join("\n")
}

/// Breaks a call or a declaration that is too long, below its opening parenthesis.
fn wrap(line: &str) -> String {
    let indent = line.find('(').map_or(0, |at| at + 1);
    let (mut wrapped, mut column) = (String::new(), 0);
    for part in line.split_inclusive(", ") {
        if column + part.trim_end().len() > WIDTH {
            wrapped.truncate(wrapped.trim_end().len());
            wrapped.push('\n');
            wrapped.push_str(&" ".repeat(indent));
            column = indent;
        }
        wrapped.push_str(part);
        column += part.len();
    }
    wrapped
}
