//! C text from a string or a file in; out comes text of the same length without comments, and the doc comments.

use super::Placement;

/// A text whose every byte stands where it stood.
#[derive(Debug, Default)]
pub(super) struct Blanked {
    pub(super) text: String,
    pub(super) docs: Vec<Found>,
    /// Where a comment without an end begins.
    pub(super) unclosed: Option<usize>,
}

#[derive(Debug)]
pub(super) struct Found {
    pub(super) start: usize,
    pub(super) text: String,
    pub(super) placement: Placement,
}

/// Takes out comments, and new lines that don't end a line for C.
pub(super) fn blank(raw: &str) -> Blanked {
    let mut scanner = Scanner { raw, at: 0, line: Line::Start, out: Blanked::default() };
    while scanner.step() {}
    scanner.out
}

/// What the scanner has seen of the line.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Line {
    /// Blanks.
    Start,
    /// A `#` came first.
    Directive,
    Other,
}

struct Scanner<'a> {
    raw: &'a str,
    at: usize,
    line: Line,
    out: Blanked,
}

impl<'a> Scanner<'a> {
    fn rest(&self) -> &'a str {
        self.raw.get(self.at..).unwrap_or_default()
    }

    /// One comment, literal, word or other character; false at the end.
    fn step(&mut self) -> bool {
        let rest = self.rest();
        let Some(first) = rest.chars().next() else {
            return false;
        };
        if let Some(length) = splice(rest) {
            self.blank(length);
        } else if rest.starts_with("//") {
            self.line_comment();
        } else if rest.starts_with("/*") {
            self.block_comment();
        } else {
            match first {
                '\n' => {
                    self.line = Line::Start;
                    self.keep(1);
                }
                // lang-c refuses form feeds and vertical tabs.
                '\r' | '\x0b' | '\x0c' => self.blank(1),
                ' ' | '\t' => self.keep(1),
                '"' | '\'' => self.literal(first),
                '#' if self.line == Line::Start => {
                    self.line = Line::Directive;
                    self.keep(1);
                }
                _ => {
                    self.see_text();
                    self.keep(word(rest).max(first.len_utf8()));
                }
            }
        }
        true
    }

    fn see_text(&mut self) {
        if self.line == Line::Start {
            self.line = Line::Other;
        }
    }

    fn keep(&mut self, length: usize) {
        self.out.text.push_str(self.rest().get(..length).unwrap_or_default());
        self.at += length;
    }

    fn blank(&mut self, length: usize) {
        self.out.text.extend(std::iter::repeat_n(' ', length));
        self.at += length;
    }

    // Ends before the new line; `\` continues the comment too.
    fn line_comment(&mut self) {
        let rest = self.rest();
        let mut length = 0;
        while let Some(tail) = rest.get(length..)
            && let Some(next) = tail.chars().next()
            && next != '\n'
        {
            length += splice(tail).unwrap_or(next.len_utf8());
        }
        let comment = rest.get(..length).unwrap_or_default();
        if !comment.starts_with("////") {
            self.find_doc(comment.strip_prefix("///").or(comment.strip_prefix("//!")));
        }
        self.blank(length);
    }

    fn block_comment(&mut self) {
        let rest = self.rest();
        let length = match rest.get(2..).and_then(|inner| inner.find("*/")) {
            Some(end) => end + 4,
            None => {
                self.out.unclosed = Some(self.at);
                rest.len()
            }
        };
        let comment = rest.get(..length).unwrap_or_default();
        if !comment.starts_with("/***") && comment != "/**/" {
            let inner = comment.strip_suffix("*/").unwrap_or(comment);
            self.find_doc(inner.strip_prefix("/**").or(inner.strip_prefix("/*!")));
        }
        // A comment doesn't end a `#` line, however many lines it has (C11 5.1.1.2p1).
        let keeps_lines = self.line != Line::Directive;
        let blanks = comment.bytes().map(|byte| if byte == b'\n' && keeps_lines { '\n' } else { ' ' });
        self.out.text.extend(blanks);
        self.at += length;
    }

    fn find_doc(&mut self, content: Option<&str>) {
        if let Some(content) = content {
            let (text, placement) = clean(content);
            self.out.docs.push(Found { start: self.at, text, placement });
        }
    }

    // A literal ends with its line at the latest, so that an apostrophe in an `#error` does no harm.
    fn literal(&mut self, quote: char) {
        self.see_text();
        self.keep(1);
        let mut spliced = 0;
        while let Some(next) = self.rest().chars().next()
            && next != '\n'
        {
            if let Some(length) = splice(self.rest()) {
                // Blanks in here would be part of the string.
                spliced += length;
                self.at += length;
            } else if next == '\\' {
                self.keep(1);
                if let Some(escaped) = self.rest().chars().next()
                    && escaped != '\n'
                    && splice(self.rest()).is_none()
                {
                    self.keep(escaped.len_utf8());
                }
            } else {
                self.keep(next.len_utf8());
                if next == quote {
                    break;
                }
            }
        }
        self.out.text.extend(std::iter::repeat_n(' ', spliced));
    }
}

// A backslash at the end of a line continues it (C11 5.1.1.2p1).
fn splice(text: &str) -> Option<usize> {
    let rest = text.strip_prefix('\\')?;
    if rest.starts_with('\n') {
        Some(2)
    } else if rest.starts_with("\r\n") {
        Some(3)
    } else {
        None
    }
}

// The length of a name or preprocessing number (C11 6.4.8, with the separators of C23), so that `1'000` is no literal.
fn word(text: &str) -> usize {
    let is_number = text.starts_with(|first: char| first.is_ascii_digit());
    let part = |char: char| char == '_' || char.is_alphanumeric();
    let mut length = 0;
    let mut chars = text.chars().peekable();
    while let Some(char) = chars.next() {
        let separates = is_number && char == '\'' && chars.peek().is_some_and(|next| part(*next));
        if !part(char) && !separates {
            break;
        }
        length += char.len_utf8();
    }
    length
}

/// Takes the decoration off a doc comment, of which the opening and closing marks are gone.
pub(super) fn clean(comment: &str) -> (String, Placement) {
    let (comment, placement) = match comment.strip_prefix('<') {
        Some(comment) => (comment, Placement::After),
        None => (comment, Placement::Before),
    };
    let mut lines = comment.lines();
    let first = lines.next().unwrap_or_default().trim_end();
    let rest: Vec<&str> = lines.map(str::trim_end).collect();
    let mut cleaned = vec![first.strip_prefix(' ').unwrap_or(first)];
    if rest.iter().all(|line| line.is_empty() || line.trim_start().starts_with('*')) {
        for line in rest {
            let line = line.trim_start();
            let line = line.strip_prefix('*').unwrap_or(line);
            cleaned.push(line.strip_prefix(' ').unwrap_or(line));
        }
    } else {
        let indent = |line: &&str| line.len() - line.trim_start().len();
        let common = rest.iter().filter(|line| !line.is_empty()).map(indent).min().unwrap_or(0);
        cleaned.extend(rest.iter().map(|line| line.get(common..).unwrap_or(line.trim_start())));
    }
    let blank = |line: &&&str| line.is_empty();
    let leading = cleaned.iter().take_while(blank).count();
    let trailing = cleaned.iter().skip(leading).rev().take_while(blank).count();
    let text = cleaned.get(leading..cleaned.len() - trailing).unwrap_or_default().join("\n");
    (text, placement)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// New lines are shown as `↵`; documentation follows the text.
    fn check(raw: &str, expected: &str) {
        let blanked = blank(raw);
        assert_eq!(blanked.text.len(), raw.len(), "{:?}", blanked.text);
        let mut shown = blanked.text.replace('\n', "↵");
        for doc in blanked.docs {
            shown += &format!("|{}:{:?} {:?}", doc.start, doc.placement, doc.text);
        }
        if let Some(start) = blanked.unclosed {
            shown += &format!("|unclosed {start}");
        }
        assert_eq!(shown, expected);
    }

    fn check_clean(comment: &str, expected: &str) {
        assert_eq!(clean(comment).0, expected);
    }

    #[test]
    fn comments_are_blank() {
        check("a /* b */ c // d\ne", "a         c     ↵e");
        check("a /* b\nc */ d", "a     ↵     d");
        check("a/**/b/***/c ////d", "a    b     c      ");
        check("/* é */x", "        x");
        check("a // b \\\n c\nd", "a          ↵d");
    }

    #[test]
    fn comments_need_an_end() {
        check("a /* b", "a     |unclosed 2");
        check("/*/", "   |unclosed 0");
    }

    #[test]
    fn literals_stay() {
        check(r#"a "/* b */" '"' "//" L'\'' /* c */"#, r#"a "/* b */" '"' "//" L'\''        "#);
        check("\"\\033\\\\\" // x", "\"\\033\\\\\"     ");
        check("#error don't\nint /* a */ b;", "#error don't↵int         b;");
        check("1'000 /* a */ 0x1'f", "1'000         0x1'f");
    }

    #[test]
    fn a_continued_line_is_one_line() {
        check("#define A \\\n 1\nx", "#define A    1↵x");
        check("#define A \\\r\n 1\r\nx", "#define A     1 ↵x");
        check("\"a\\\nb\" c", "\"ab\"   c");
        check("#define A /* b\n */ 1\nx", "#define A          1↵x");
        check("\x0cint a;", " int a;");
    }

    #[test]
    fn doc_comments_are_found() {
        check("/** a */ int b; /**< c */", "         int b;          |0:Before \"a\"|16:After \"c\"");
        check("/// a\nint b; ///< c", "     ↵int b;       |0:Before \"a\"|13:After \"c\"");
        check("//! a\n/*! b */", "     ↵        |0:Before \"a\"|6:Before \"b\"");
        check("\"/** a */\"", "\"/** a */\"");
    }

    #[test]
    fn decoration_is_taken_off() {
        check_clean(" a ", "a");
        check_clean("  code", " code");
        check_clean("\n * a\n *  - b\n *\n * c\n ", "a\n - b\n\nc");
        check_clean(" a\n     b\n       c\n  ", "a\nb\n  c");
        check_clean("*\n * a\n *", "*\na");
        check_clean("< a", "a");
        check_clean("", "");
        check_clean("\n é\n\u{a0}x", "é\nx");
    }
}
