//! `...` in each of its places.

use super::{Open, Place, Scanner, Token};

impl Scanner<'_> {
    pub(super) fn hole(&mut self, token: Token) {
        let before = self.before();
        let place = self.frame().place;
        let value = self.frame().value;
        let value_hole = match place {
            Place::Enum | Place::Declaration => value && before == "=" && matches!(self.peek(1), "," | "}" | ";"),
            Place::Expression => before == "[" && self.peek(1) == "]",
            _ => false,
        };
        if value_hole {
            self.write(token.start, "000");
            self.out.notes.holes.insert(token.start);
        } else if place == Place::Enum && !value && matches!(before, "{" | ",") {
            if self.peek(1) != "}" && (self.peek(1), self.peek(2)) != (",", "}") {
                self.fail(token.start, "`...` belongs at the end of the list".to_owned());
            }
            self.write(token.start, "___");
            self.out.notes.holes.insert(token.start);
        } else if place == Place::Record && matches!(before, "{" | ";" | "") {
            self.record_hole(token);
            return;
        } else if self.frames.len() == 1 && self.out.is_typedef && !value && self.out.notes.open.is_none() {
            self.typedef_hole(token);
            return;
        } else if place != Place::Parameters {
            self.fail(token.start, "`...` can't stand here".to_owned());
        } else if before == "(" {
            self.fail(token.start, "a function needs a parameter before `...`".to_owned());
        }
        self.previous = Some(token);
    }

    fn record_hole(&mut self, token: Token) {
        self.fill(token.start, token.end, b' ');
        self.at += 1;
        if self.peek(0) == ";" {
            let end = self.tokens.get(self.at).map_or(token.end, |token| token.end);
            self.fill(token.end, end, b' ');
            self.at += 1;
        }
        match self.tokens.get(self.at) {
            Some(close) if close.text(self.text) == "}" => {
                self.out.notes.partial.insert(close.start, token.start);
            }
            _ => self.fail(token.start, "`...;` must be the last line of its struct or union".to_owned()),
        }
    }

    fn typedef_hole(&mut self, token: Token) {
        let word = self.before();
        let open = match word {
            _ if !self.frame().typed => {
                self.write(token.start, "int");
                Some(Open::Anything)
            }
            "int" | "long" | "short" | "char" | "unsigned" | "signed" => Some(Open::Integer),
            "float" | "double" => Some(Open::Float),
            _ => None,
        };
        match open {
            Some(open) => {
                self.out.notes.open = Some((open, token.start));
                self.frame().typed = true;
                if open != Open::Anything {
                    self.fill(token.start, token.end, b' ');
                }
                self.previous = Some(token);
            }
            None => self
                .fail(token.start, "`...` can't stand here; write `typedef ... t;` or `typedef int... t;`".to_owned()),
        }
    }
}
