//! The spelling of a literal in, its value out (C11 6.4.4, 6.4.5).

use crate::model::{Float, Literal};
use crate::parse::{Kind, lex};

/// Bytes of adjacent string literals, None for wide ones and what only C can tell.
pub(crate) fn string(text: &str) -> Option<Vec<u8>> {
    let (tokens, _) = lex(text, 0, text.len());
    let mut bytes = Vec::new();
    for token in tokens {
        let literal = token.text(text);
        let literal = literal.strip_prefix("u8").unwrap_or(literal);
        let inner = literal.strip_prefix('"')?.strip_suffix('"')?;
        if token.kind != Kind::Text {
            return None;
        }
        unescape(inner, &mut bytes)?;
    }
    Some(bytes)
}

/// The value of an unprefixed character constant; None where it depends on the target.
pub(crate) fn character(text: &str) -> Option<i128> {
    let inner = text.trim().strip_prefix('\'')?.strip_suffix('\'')?;
    let mut bytes = Vec::new();
    unescape(inner, &mut bytes)?;
    match bytes.as_slice() {
        // Whether `char` is signed decides on the others.
        &[byte] if byte.is_ascii() => Some(byte.into()),
        _ => None,
    }
}

fn unescape(text: &str, out: &mut Vec<u8>) -> Option<()> {
    let mut rest = text;
    while let Some(char) = rest.chars().next() {
        rest = rest.get(char.len_utf8()..)?;
        if char != '\\' {
            out.extend(char.encode_utf8(&mut [0; 4]).bytes());
            continue;
        }
        let escape = rest.chars().next()?;
        rest = rest.get(escape.len_utf8()..)?;
        let simple = match escape {
            'n' => b'\n',
            't' => b'\t',
            'r' => b'\r',
            'a' => 7,
            'b' => 8,
            'f' => 12,
            'v' => 11,
            'e' | 'E' => 27,
            '\\' | '\'' | '"' | '?' => escape as u8,
            '0'..='7' => {
                let digits = 1 + rest.bytes().take(2).take_while(|byte| (b'0'..=b'7').contains(byte)).count();
                let (octal, behind) = (escape, rest.get(digits - 1..)?);
                let text = format!("{octal}{}", rest.get(..digits - 1)?);
                rest = behind;
                u8::try_from(u32::from_str_radix(&text, 8).ok()?).ok()?
            }
            'x' => {
                let digits = rest.bytes().take_while(u8::is_ascii_hexdigit).count();
                let value = u8::from_str_radix(rest.get(..digits)?.trim_start_matches('0'), 16);
                let zero = digits > 0 && rest.bytes().take(digits).all(|byte| byte == b'0');
                rest = rest.get(digits..)?;
                if zero { 0 } else { value.ok()? }
            }
            'u' | 'U' => {
                let digits = if escape == 'u' { 4 } else { 8 };
                let code = u32::from_str_radix(rest.get(..digits)?, 16).ok()?;
                out.extend(char::from_u32(code)?.encode_utf8(&mut [0; 4]).bytes());
                rest = rest.get(digits..)?;
                continue;
            }
            _ => return None,
        };
        out.push(simple);
    }
    Some(())
}

/// A floating constant with its suffix.
pub(crate) fn float(text: &str) -> Option<Literal> {
    let hex = text.starts_with("0x") || text.starts_with("0X");
    let (digits, ty) = match text.as_bytes().last()? {
        b'f' | b'F' => (text.get(..text.len() - 1)?, Float::Float),
        b'l' | b'L' => (text.get(..text.len() - 1)?, Float::LongDouble),
        _ => (text, Float::Double),
    };
    let value = match (hex, ty) {
        (true, Float::Float) => f64::from(hex_float(digits)? as f32),
        (true, Float::Double | Float::LongDouble) => hex_float(digits)?,
        (false, Float::Float) => f64::from(digits.parse::<f32>().ok()?),
        (false, Float::Double | Float::LongDouble) => digits.parse::<f64>().ok()?,
    };
    let exact = ty != Float::LongDouble || !hex && is_exact(digits, value);
    (value.is_finite() && exact).then_some(Literal::Float(value, ty))
}

// A `long double` holds more than our `f64`; only what has few digits is the same in both.
fn is_exact(digits: &str, value: f64) -> bool {
    // A `double` has at most 1074 digits behind the point.
    let expansion = format!("{value:.1074}");
    let trim = |text: &str| match text.split_once('.') {
        Some((whole, fraction)) => {
            (whole.trim_start_matches('0').to_owned(), fraction.trim_end_matches('0').to_owned())
        }
        None => (text.trim_start_matches('0').to_owned(), String::new()),
    };
    trim(digits) == trim(&expansion)
}

// `0x1.8p3`; more than 120 significant bits are left to C.
fn hex_float(text: &str) -> Option<f64> {
    let (mantissa, exponent) = text.get(2..)?.split_once(['p', 'P'])?;
    let (whole, fraction) = mantissa.split_once('.').unwrap_or((mantissa, ""));
    let digits = format!("{whole}{fraction}");
    let digits = digits.trim_start_matches('0');
    let fraction_bits = i32::try_from(fraction.len()).ok()?.checked_mul(4)?;
    let exponent = exponent.parse::<i32>().ok()?.checked_sub(fraction_bits)?;
    if digits.is_empty() {
        return Some(0.0);
    }
    if digits.len() > 30 || exponent.abs() > 2000 {
        return None;
    }
    let mut value = u128::from_str_radix(digits, 16).ok()? as f64;
    let mut left = exponent;
    // Powers of two are exact; steps keep them in range.
    while left != 0 {
        let step = left.clamp(-500, 500);
        value *= 2f64.powi(step);
        left -= step;
    }
    Some(value)
}
