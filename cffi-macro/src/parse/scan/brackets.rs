//! Brackets, separators and operators: where the scanner is, and what recursion over it will cost.

use super::{Frame, Place, Scanner, Token};
use crate::parse::lex::Kind;
use crate::parse::split::STRAY_LINE;
use crate::parse::words::{Word, classify};

/// What recursion over one declaration can stand.
const MAX_DERIVED: usize = 128;
/// lang-c takes twice as long for each.
const MAX_SIZEOF: usize = 6;
const MAX_OPERATORS: usize = 256;
const MAX_PREFIXES: usize = 48;

impl Scanner<'_> {
    fn push(&mut self, place: Place, typed: bool) {
        let sized = matches!(classify(self.before()), Word::Operator | Word::OffsetOf | Word::TypeOf);
        let Frame { derived, sizeof, .. } = *self.frame();
        let sizeof = sizeof + usize::from(sized);
        let derived = derived + 1;
        if matches!(place, Place::Parameters | Place::Expression) {
            self.frame().derived = derived;
        }
        if sizeof > MAX_SIZEOF {
            let offset = self.previous.map_or(self.base, |token| token.start);
            self.fail(offset, format!("more than {MAX_SIZEOF} nested `sizeof`"));
        }
        let open = self.tokens.get(self.at).map_or(self.base, |token| token.start);
        self.frames.push(Frame { typed, derived, outer: derived, sizeof, ..Frame::new(place, open) });
    }

    pub(super) fn punct(&mut self, token: Token) {
        let punct = token.text(self.text);
        let expression = self.in_expression();
        match punct {
            "..." => return self.hole(token),
            "#" => self.fail(token.start, STRAY_LINE.to_owned()),
            "[" if self.peek(1) == "[" && !expression => return self.bracketed(token),
            "{" => self.open_brace(),
            "(" => self.open_parenthesis(expression),
            "[" => {
                if expression {
                    self.operators += 1;
                    self.check_size(token);
                } else {
                    (self.operators, self.prefixes) = (0, 0);
                }
                self.push(Place::Expression, false);
            }
            ")" | "]" | "}" => self.close(punct),
            "," => self.comma(),
            ";" => self.semicolon(),
            ":" if self.tag == Some(Place::Enum) => return self.underlying(token),
            ":" | "=" if !expression => {
                self.frame().value = true;
                (self.operators, self.prefixes) = (0, 0);
            }
            "^" if !expression => self.fail(token.start, "blocks are not supported yet".to_owned()),
            "*" if !expression => {
                self.stray_star(token);
                self.frame().derived += 1;
                self.frame().marks.star(token.start);
            }
            _ if expression => self.operator(token, punct),
            _ => {}
        }
        if punct != "{" && punct != "}" && !matches!(punct, ")" | "]" | ":") {
            self.tag = None;
        }
        if self.frame().derived > MAX_DERIVED {
            self.fail(token.start, format!("a type of more than {MAX_DERIVED} parts"));
        }
        self.previous = Some(token);
    }

    fn operator(&mut self, token: Token, punct: &str) {
        let operand = self.previous.is_some_and(|previous| {
            previous.kind != Kind::Punct || matches!(previous.text(self.text), ")" | "]" | "}")
        });
        self.operators += 1;
        if !operand || punct == "?" {
            self.prefixes += 1;
        }
        self.check_size(token);
    }

    fn check_size(&mut self, token: Token) {
        if self.operators > MAX_OPERATORS || self.prefixes > MAX_PREFIXES {
            self.fail(token.start, "this expression is too long".to_owned());
        }
    }

    fn open_brace(&mut self) {
        match self.tag.take() {
            Some(place) => {
                self.layout.enter();
                self.push(place, false);
            }
            None => self.push(Place::Expression, false),
        }
    }

    fn open_parenthesis(&mut self, expression: bool) {
        let before = self.before();
        if matches!(classify(before), Word::Atomic | Word::TypeOf) {
            let last = self.at + self.group_length(0).saturating_sub(1);
            self.specifier_end = self.tokens.get(last).map_or(usize::MAX, |token| token.start);
        }
        if classify(before) == Word::TypeOf {
            if !expression {
                self.frame().typed = true;
            }
            let place = if self.begins_type() { Place::TypeName } else { Place::Expression };
            return self.push(place, false);
        }
        if matches!(classify(before), Word::Atomic | Word::OffsetOf) || matches!(before, "_Alignof" | "__alignof__") {
            if classify(before) == Word::Atomic {
                self.frame().typed = true;
            }
            return self.push(Place::TypeName, false);
        }
        if expression {
            // Behind `)` this is a call, or a cast's operand.
            self.prefixes += usize::from(before == ")");
            self.operators += 1;
            if let Some(&token) = self.tokens.get(self.at) {
                self.check_size(token);
            }
            return self.push(Place::Expression, false);
        }
        let next = self.peek(1);
        let frame = *self.frame();
        let derived =
            matches!(before, ")" | "]") && self.previous.is_none_or(|previous| previous.start != self.specifier_end);
        let abstracts = self.frames.iter().any(|frame| matches!(frame.place, Place::Parameters | Place::TypeName));
        let type_alone = abstracts && classify(next) == Word::Name && self.known.contains(next);
        if !frame.named && !derived && type_alone {
            // A type name in parentheses is a parameter's type (C11 6.7.6.3p11), which lang-c takes for a name.
            let offset = self.tokens.get(self.at).map_or(self.base, |token| token.start);
            let message = format!("a function as parameter is not supported in this form; write `R (*)({next})`");
            self.fail(offset, message);
        }
        let parameters = frame.named
            || derived
            || matches!(next, ")" | "...")
            || matches!(
                classify(next),
                Word::Record | Word::Enum | Word::Type | Word::Int128 | Word::Specifier | Word::Atomic
            );
        if parameters {
            self.push(Place::Parameters, false);
        } else {
            self.push(Place::Group, frame.typed);
        }
    }

    fn close(&mut self, punct: &str) {
        let frame = *self.frame();
        if frame.place == Place::Enum && self.before() == "{" {
            let offset = self.previous.map_or(self.base, |open| open.start);
            self.fail(offset, "an enum needs at least one enumerator, or `...`".to_owned());
        }
        if self.frames.len() > 1 {
            self.frames.pop();
        }
        match frame.place {
            Place::Group => {
                let outer = self.frame();
                outer.named = true;
                outer.marks.name = frame.marks.name;
                outer.derived = outer.derived.max(frame.derived);
            }
            Place::Parameters => self.frame().named = true,
            Place::Enum | Place::Record => {
                self.frame().typed = true;
                self.closed = self.tokens.get(self.at).map(|brace| (brace.start, frame.place));
                self.layout.leave();
            }
            Place::Declaration | Place::TypeName | Place::Expression => {}
        }
        // A cast is followed by an operand.
        if punct == ")"
            && self.in_expression()
            && self.tokens.get(self.at + 1).is_some_and(|next| next.kind != Kind::Punct)
        {
            self.prefixes += 1;
        }
    }

    fn comma(&mut self) {
        let outer = self.frames.len() == 1;
        let frame = self.frame();
        match frame.place {
            Place::Parameters => {
                (frame.typed, frame.named, frame.derived) = (false, false, frame.outer);
                frame.marks.next_part();
            }
            // Behind the type of `offsetof` stands a member.
            Place::TypeName => frame.place = Place::Expression,
            Place::Declaration | Place::Record | Place::Enum | Place::Group => {
                self.layout.next_declarator();
                let frame = self.frame();
                (frame.named, frame.value, frame.derived) = (false, false, frame.outer);
                frame.marks.next_declarator();
                self.declarator += usize::from(outer);
            }
            Place::Expression => {}
        }
        (self.operators, self.prefixes) = (0, 0);
    }

    fn semicolon(&mut self) {
        self.end_field();
        let frame = self.frame();
        (frame.typed, frame.named, frame.value) = (false, false, false);
        frame.derived = frame.outer;
        frame.marks.next_part();
        (self.operators, self.prefixes) = (0, 0);
    }
}
