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
