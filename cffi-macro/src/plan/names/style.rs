//! C identifiers in, identifiers of Rust's conventions out.

/// The name of a type: `z_stream` is `ZStream`, `DIR` is `Dir`.
///
/// What is neither all in capitals nor all small keeps its letters: `gzFile` is `GzFile`.
pub(super) fn camel(name: &str) -> String {
    let mut out = String::new();
    for word in name.split('_').filter(|word| !word.is_empty()) {
        let mut letters = word.chars();
        let Some(first) = letters.next() else { continue };
        // Two numbers stay apart.
        if first.is_numeric() && out.ends_with(char::is_numeric) {
            out.push('_');
        }
        out.extend(first.to_uppercase());
        match word.chars().any(char::is_lowercase) {
            true => out.push_str(letters.as_str()),
            false => out.push_str(&letters.as_str().to_lowercase()),
        }
    }
    if out.is_empty() { name.to_owned() } else { out }
}

/// The name of a function: `GetTicks` is `get_ticks`, `SHA256_Init` is `sha256_init`.
pub(super) fn snake(name: &str) -> String {
    let mut out = String::new();
    let mut before = '_';
    let mut letters = name.chars().peekable();
    while let Some(letter) = letters.next() {
        let begins = match before {
            '_' => false,
            before if before.is_lowercase() => letter.is_uppercase(),
            // The last capital of several begins a word: `HTTPServer`.
            _ => letter.is_uppercase() && letters.peek().is_some_and(|next| next.is_lowercase()),
        };
        if begins {
            out.push('_');
        }
        out.extend(letter.to_lowercase());
        before = letter;
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn types_are_camel_case() {
        let names = [
            ("z_stream", "ZStream"),
            ("DIR", "Dir"),
            ("gzFile", "GzFile"),
            ("MD_CTX", "MdCtx"),
            ("__dirstream", "Dirstream"),
            ("v_1_2", "V1_2"),
            ("_", "_"),
            ("CURLcode", "CURLcode"),
        ];
        for (c, rust) in names {
            assert_eq!(camel(c), rust);
        }
    }

    #[test]
    fn functions_are_snake_case() {
        let names = [
            ("GetTicks", "get_ticks"),
            ("SHA256_Init", "sha256_init"),
            ("SHA256Init", "sha256_init"),
            ("HTTPServer", "http_server"),
            ("MD_CTX_new", "md_ctx_new"),
            ("open_v2", "open_v2"),
            ("Vec2D", "vec2d"),
            ("_exit", "_exit"),
        ];
        for (c, rust) in names {
            assert_eq!(snake(c), rust);
        }
    }
}
