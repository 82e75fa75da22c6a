//! What names of C are in other languages.

/// `const char *` and `name` are `const char *name`.
pub fn declare(c_type: &str, name: &str) -> String {
    let space = if c_type.ends_with('*') { "" } else { " " };
    format!("{c_type}{space}{name}")
}

/// `nango_client_options` is `ClientOptions`.
pub fn camel(name: &str) -> String {
    let words = name.strip_prefix("nango_").unwrap_or(name).split('_');
    words.map(capitalized).collect()
}

/// `nango_client_options` is `clientOptions`.
pub fn lower_camel(name: &str) -> String {
    let name = camel(name);
    name[..1].to_ascii_lowercase() + &name[1..]
}

/// The name of a class in PHP: `function` is a word of its own there.
pub fn php_class(name: &str) -> String {
    let class = camel(name);
    format!("{}{class}", if class == "Function" { "Nango" } else { "" })
}

/// A name that may be a word of Rust's own: `type` is `r#type`.
pub fn rust(name: &str) -> String {
    let is_word = matches!(
        name,
        "type" | "match" | "move" | "ref" | "use" | "where" | "loop" | "in" | "for"
    );
    format!("{}{name}", if is_word { "r#" } else { "" })
}

/// `webhook_url_override` is `WebhookURLOverride`.
pub fn go(name: &str) -> String {
    name.split('_').map(go_word).collect()
}

/// `pem_path` is `pemPath`.
pub fn go_argument(name: &str) -> String {
    match name.split_once('_') {
        Some((first, rest)) => first.to_owned() + &go(rest),
        None => name.to_owned(),
    }
}

/// `pem_path` is `pemPath`, and `default` is `default_`, since that is a word of Java's own.
pub fn java(name: &str) -> String {
    let camel = camel(name);
    let (first, rest) = camel.split_at(camel.len().min(1));
    let is_word = matches!(
        name,
        "class"
            | "default"
            | "enum"
            | "final"
            | "import"
            | "interface"
            | "native"
            | "new"
            | "package"
            | "private"
            | "public"
            | "return"
            | "static"
            | "switch"
            | "this"
            | "throw"
            | "transient"
            | "void"
    );
    format!("{}{rest}{}", first.to_ascii_lowercase(), if is_word { "_" } else { "" })
}

/// `nango_parses_body` is `nangoParsesBody`, the name of an argument in Java and PHP.
pub fn camel_argument(name: &str) -> String {
    let (first, rest) = name.split_once('_').unwrap_or((name, ""));
    let rest = rest.split('_').map(capitalized);
    std::iter::once(first.to_owned()).chain(rest).collect()
}

/// A model, which must not have the name of a class that every Java file knows.
pub fn java_model(name: &str) -> String {
    match name {
        "record" => "NangoRecord".to_owned(),
        "function" => "NangoFunction".to_owned(),
        _ => camel(name),
    }
}

/// Python's `TLSError` is Java's `TlsException`.
pub fn exception(class: &str) -> String {
    let stem = class.strip_suffix("Error").unwrap_or(class);
    let stem = match stem {
        "API" => "Api",
        "TLS" => "Tls",
        _ => stem,
    };
    format!("{stem}Exception")
}

/// Python's `TLSError` is PHP's `TLSException`.
pub fn php_exception(class: &str) -> String {
    format!("{}Exception", class.strip_suffix("Error").unwrap_or(class))
}

fn go_word(word: &str) -> String {
    match word {
        "ids" => "IDs".to_owned(),
        "oauth" => "OAuth".to_owned(),
        "api" | "ca" | "http" | "id" | "io" | "json" | "ms" | "tls" | "ttl" | "url" => word.to_uppercase(),
        _ => capitalized(word),
    }
}

fn capitalized(word: &str) -> String {
    let mut letters = word.chars();
    let first = letters.next().map(|letter| letter.to_ascii_uppercase());
    first.into_iter().chain(letters).collect()
}
