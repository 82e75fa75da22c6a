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
    templates.add_filter("java", |name: String| names::java(&name));
    templates.add_filter("camel_argument", |name: String| names::camel_argument(&name));
    templates.add_filter("java_model", |name: String| names::java_model(&name));
    templates.add_filter("java_exception", |class: String| names::exception(&class));
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
    templates.add_filter("java_doc", |text: String| java_doc(&text));
    templates.add_filter("javadoc", |text: String, indent: String| javadoc(&text, &indent));
    templates.add_filter("java_wrap", |line: String| java_wrap(&line));
    templates.add_filter("wrap", |line: String| wrap(&line));
    templates.add_filter("lower_camel", |name: String| names::lower_camel(&name));
    templates.add_filter("php_class", |name: String| names::php_class(&name));
    templates.add_filter("php_broken", |line: String| php_broken(&line));
    templates.add_filter("php_function", |line: String| php_function(&line));
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

/// The head of a function in PHP with its brace: on a line of its own, unless the parameters are broken.
fn php_function(line: &str) -> String {
    let broken = php_broken(line);
    match broken == line {
        true => format!("{line}\n{}{{", &line[..line.len() - line.trim_start().len()]),
        false => broken + " {",
    }
}

/// A call or a declaration in PHP; one that is too long has a line for each argument.
fn php_broken(line: &str) -> String {
    let (Some(open), Some(close)) = (line.find('('), line.rfind(')')) else {
        return line.to_owned();
    };
    if line.len() <= WIDTH || open + 1 == close {
        return line.to_owned();
    }
    let indent = " ".repeat(line.len() - line.trim_start().len());
    let mut broken = format!("{}\n{indent}    ", &line[..=open]);
    let mut depth = 0;
    for part in line[open + 1..close].split_inclusive(", ") {
        let deeper = part.matches(['(', '[']).count();
        depth = (depth + deeper).saturating_sub(part.matches([')', ']']).count());
        match depth {
            0 if part.ends_with(", ") => broken.push_str(&format!("{}\n{indent}    ", part.trim_end())),
            _ => broken.push_str(part),
        }
    }
    broken + &format!("\n{indent}{}", &line[close..])
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

/// Breaks a line of Java that is too long behind commas, as those who format it by hand do.
fn java_wrap(line: &str) -> String {
    let begin = line.len() - line.trim_start().len();
    let next = " ".repeat(begin + 8);
    let (mut wrapped, mut column) = (String::new(), 0);
    for part in line.split_inclusive(", ") {
        if column > next.len() && column + part.trim_end().len() > WIDTH {
            wrapped.truncate(wrapped.trim_end().len());
            wrapped.push('\n');
            wrapped.push_str(&next);
            column = next.len();
        }
        wrapped.push_str(part);
        column += part.len();
    }
    wrapped
}

/// Text of documentation as javadoc takes it: code in backquotes, names of C and Python as Java has them, no HTML.
fn java_doc(text: &str) -> String {
    let text = text
        .replace('&', "&amp;")
        .replace('<', "&lt;")
        .replace('>', "&gt;")
        .replace('@', "&#64;");
    let mut documented = String::new();
    for (place, part) in text.split('`').enumerate() {
        match place % 2 {
            0 => documented.push_str(part),
            _ if part.contains(['{', '}', '&']) => documented.push_str(&format!("<code>{part}</code>")),
            _ => documented.push_str(&format!("{{@code {}}}", java_code(part))),
        }
    }
    documented
}

/// A name in snake case as Java has it; anything else as it is.
fn java_code(code: &str) -> String {
    let is_name = code.bytes().all(|byte| byte.is_ascii_lowercase() || byte == b'_');
    if is_name { names::java(code) } else { code.to_owned() }
}

/// A comment of Javadoc, in one line if it fits.
fn javadoc(text: &str, indent: &str) -> String {
    let line = format!("{indent}/** {text} */");
    if line.len() <= WIDTH {
        return line;
    }
    let start = format!("{indent} * ");
    format!("{indent}/**\n{}\n{indent} */", lines(text, &start, &start))
}
