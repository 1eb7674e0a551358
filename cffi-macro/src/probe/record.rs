//! The questions about a record, with those about the fields of its anonymous members, which C reaches through it.

use crate::cdecl;
use crate::model::{
    Body, Cdef, Expr, Item, Leaf, Length, Overlap, Path, QualType, Qualifiers, Record, RecordId, RecordKind, Type,
    Typedef, TypedefKind,
};

use super::ask::{filled, lengths};
use super::{About, Writer, has_name};

/// The largest record whose bits are looked at: each question about them is an object of its size.
pub(crate) const LARGEST_WITH_BITS: u64 = 1 << 20;

/// The words about a bitfield: width, size and alignment of the type, then signs and whether it is a `_Bool`, each
/// of the header's and of the block's.
pub(crate) const BITS_WORDS: usize = 7;

/// The words about an unnamed bitfield, the first of the above.
pub(crate) const UNNAMED_WORDS: usize = 3;

/// The object that shows a bitfield, and how.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Shown {
    /// Among others in the objects whose numbers are the bits of this code.
    Code(usize),
    /// Alone, in the object of this number.
    Alone(usize),
}

/// How each bitfield with a name is shown, by its place among the leaves.
///
/// Fields that C may lay over one another hide each other in one object, so they get one each.
pub(crate) fn shown(cdef: &Cdef, id: RecordId) -> Vec<(usize, Shown)> {
    let (mut codes, mut alone) = (0, 0);
    let leaves = cdef.leaves(id).into_iter().enumerate();
    leaves
        .filter(|(_, leaf)| leaf.field.bits.is_some() && leaf.field.name.is_some())
        .map(|(place, leaf)| {
            let partial = matches!(cdef.records[leaf.record.0].body, Body::Partial(_));
            if partial || leaf.overlap == Overlap::Yes {
                alone += 1;
                (place, Shown::Alone(alone - 1))
            } else {
                codes += 1;
                (place, Shown::Code(codes))
            }
        })
        .collect()
}

/// The number of objects that it takes to tell so many codes apart.
pub(crate) fn code_length(shown: &[(usize, Shown)]) -> usize {
    let last = shown.iter().filter_map(|(_, shown)| match shown {
        Shown::Code(code) => Some(*code),
        Shown::Alone(_) => None,
    });
    last.max().map_or(0, |last| last.ilog2() as usize + 1)
}

/// What the block says of alignments in a record and its anonymous members, in the order of the words about them.
pub(crate) fn alignments(cdef: &Cdef, id: RecordId) -> Vec<(RecordId, Option<usize>, &str)> {
    let record = &cdef.records[id.0];
    let mut found: Vec<_> = record.rules.aligned.iter().map(|aligned| (id, None, aligned.text.as_str())).collect();
    for (index, field) in record.fields().iter().enumerate() {
        found.extend(field.rules.aligned.iter().map(|aligned| (id, Some(index), aligned.text.as_str())));
        if let Some(member) = field.member() {
            found.extend(alignments(cdef, member));
        }
    }
    found
}

/// A record whose bitfields are shown.
#[derive(Clone, Copy)]
struct Shape<'a> {
    id: RecordId,
    spelled: &'a str,
    leaves: &'a [Leaf<'a>],
    /// Of the bitfields that have one, in the order of `shown`.
    names: &'a [String],
}

impl Writer<'_> {
    /// `cdef_r`: size and alignment, then what `leaf` asks about each field; `cdef_o`: alignments that the block gives.
    pub(super) fn record(&mut self, id: RecordId, record: &Record) {
        if matches!(record.body, Body::Opaque) || !has_name(&record.path) || self.cdef.is_anonymous_member(id) {
            return;
        }
        let spelled = cdecl::record(self.cdef, id);
        self.question(Item::Record(id), About::Name, record.span);
        self.push(format_args!("CDEF_U const cdef_u64 cdef_r{}[] = {{ sizeof({spelled}), _Alignof({spelled})", id.0));
        let leaves = self.cdef.leaves(id);
        for leaf in &leaves {
            self.question(Item::Record(id), About::Type, leaf.field.span);
            match &leaf.field.bits {
                None => self.field(&spelled, leaf),
                Some(width) => self.bitfield(&spelled, leaf, width),
            }
        }
        self.push(format_args!("}};"));
        self.given_alignments(id, record);
        let bitfields = leaves.iter().filter(|leaf| leaf.field.bits.is_some());
        let named: Vec<String> =
            bitfields.filter_map(|leaf| leaf.field.name.as_ref()).map(|name| name.text.clone()).collect();
        self.bits(id, "cdef_", &spelled, &leaves, &named);
        self.replica(id, record, &spelled, &leaves);
        let exact = matches!(record.body, Body::Exact(_)) && record.kind == RecordKind::Struct;
        if exact && !self.lessons.hiding.contains(&id) {
            self.hidden_fields(id, record, &spelled);
        }
    }

    /// Offset, the words of a type and the lengths of its dimensions.
    fn field(&mut self, spelled: &str, leaf: &Leaf<'_>) {
        let field = leaf.field;
        let Some(name) = &field.name else { return };
        let name = &name.text;
        let place = format!("((({spelled} *)0)->{name})");
        let (size, align) = match &field.ty.ty {
            Type::Array(_, Length::Flexible) => ("0".to_owned(), format!("_Alignof(__typeof__({place}[0]))")),
            _ => (format!("sizeof{place}"), format!("_Alignof(__typeof__{place})")),
        };
        let expected = [Anonymous::Qualify, Anonymous::DoNot].map(|anonymous| {
            let ty = qualified(&field.ty, inherited(self.cdef, leaf.record, anonymous));
            cdecl::spell_pointer(self.cdef, &filled(&ty, &place))
        });
        let [expected, others] = match expected {
            [expected, other] if expected == other => [expected, String::new()],
            [expected, other] => [expected, format!("{other}: 1, ")],
        };
        let lengths = lengths(&field.ty, &place);
        self.push(format_args!(
            ", __builtin_offsetof({spelled}, {name}), {size}, {align}, cdef_class{place}, \
             _Generic(&{place}, {expected}: 1, {others}default: 0){lengths}"
        ));
    }

    fn bitfield(&mut self, spelled: &str, leaf: &Leaf<'_>, width: &Expr) {
        let mut ty = leaf.field.ty.clone();
        ty.qualifiers = Qualifiers::default();
        let ty = cdecl::spell(self.cdef, &ty);
        let width = &width.text;
        self.push(format_args!(", (cdef_u64)({width}), sizeof({ty}), _Alignof({ty})"));
        if let Some(name) = &leaf.field.name {
            // The type of a bitfield itself can't be asked, that of its value can; of an unsigned one compilers warn
            // that it is not below 0.
            let value = format!("((void)0, (({spelled} *)0)->{})", name.text);
            self.push(format_args!(
                ", ((__typeof__({value}))-1) < 1, (({ty})-1) < 1, _Generic({value}, _Bool: 1, default: 0), \
                 _Generic(({ty})0, _Bool: 1, default: 0)"
            ));
        }
    }

    fn given_alignments(&mut self, id: RecordId, record: &Record) {
        let alignments = alignments(self.cdef, id);
        if alignments.is_empty() {
            return;
        }
        self.push(format_args!("CDEF_U const cdef_u64 cdef_o{}[] = {{", id.0));
        for (owner, index, text) in alignments {
            let owner = &self.cdef.records[owner.0];
            let field = index.and_then(|index| owner.fields().get(index));
            let span = field.map_or(record.span, |field| field.span);
            self.question(Item::Record(id), About::Given, span);
            // What is said of a record holds whatever packs its fields.
            match index {
                None => self.push(format_args!("_Alignof(struct {text} {{ char c; }}),")),
                Some(_) => self.push(format_args!("_Alignof(struct {{ {text} char c; }}),")),
            }
        }
        self.push(format_args!("0 }};"));
    }

    /// `cdef_b`: objects with all bits of some bitfields set; `cdef_z`: the same with the lowest bit of each.
    ///
    /// `names` are those of the bitfields that have one.
    pub(super) fn bits(&mut self, id: RecordId, prefix: &str, spelled: &str, leaves: &[Leaf<'_>], names: &[String]) {
        let record = Shape { id, spelled, leaves, names };
        let shown = shown(self.cdef, id);
        let length = code_length(&shown);
        for bit in 0..length {
            let is_in = |at| matches!(shown.get(at), Some((_, Shown::Code(code))) if code >> bit & 1 == 1);
            self.bit_object(&record, &format!("{prefix}b{}_{bit}", id.0), "-1", &is_in);
        }
        if length > 0 {
            let is_in = |at| matches!(shown.get(at), Some((_, Shown::Code(_))));
            self.bit_object(&record, &format!("{prefix}z{}", id.0), "1", &is_in);
        }
        for (at, (_, how)) in shown.iter().enumerate() {
            let Shown::Alone(number) = how else { continue };
            self.bit_object(&record, &format!("{prefix}b{}_s{number}", id.0), "-1", &|other| other == at);
            self.bit_object(&record, &format!("{prefix}z{}_s{number}", id.0), "1", &|other| other == at);
        }
    }

    fn bit_object(&mut self, record: &Shape<'_>, symbol: &str, value: &str, wanted: &dyn Fn(usize) -> bool) {
        let Shape { id, spelled, leaves, names } = *record;
        self.push(format_args!("CDEF_U const {spelled} {symbol}[sizeof({spelled}) <= {LARGEST_WITH_BITS}] = {{ {{"));
        let named = leaves.iter().filter(|leaf| leaf.field.bits.is_some() && leaf.field.name.is_some());
        for (at, (leaf, name)) in named.zip(names).enumerate() {
            if let (true, Some(width)) = (wanted(at), &leaf.field.bits) {
                // 1 doesn't fit into a signed bitfield of one bit.
                let value = if width.text.trim() == "1" { "-1" } else { value };
                self.question(Item::Record(id), About::Type, leaf.field.span);
                self.push(format_args!(".{name} = {value},"));
            }
        }
        self.push(format_args!("}} }};"));
    }

    /// `cdef_h`: a value for each field and one more, in the record and in each anonymous struct of it.
    ///
    /// Where the list is complete the last value is only an excess element, and all bytes are zero.
    fn hidden_fields(&mut self, id: RecordId, record: &Record, spelled: &str) {
        // A flexible array takes any number of values, so nothing can follow it.
        if record.fields().last().is_some_and(crate::model::Field::is_flexible) {
            return;
        }
        let values = one_too_many(self.cdef, record, spelled);
        self.question(Item::Record(id), About::Hidden, record.span);
        self.push(format_args!("CDEF_U {spelled} cdef_h{} = {values};", id.0));
        // `#line` would stay in the system header.
        self.push(format_args!("# 1 \"cdef!after\""));
    }
}

/// Whether the qualifiers of an anonymous member are its fields' too: to gcc they are, to clang 14 they are not.
#[derive(Clone, Copy)]
enum Anonymous {
    Qualify,
    DoNot,
}

/// The qualifiers that the fields of a record without a tag have from where it stands (C11 6.5.2.3p4).
fn inherited(cdef: &Cdef, id: RecordId, anonymous: Anonymous) -> Qualifiers {
    let (mut ty, around) = match &cdef.records[id.0].path {
        Path::Member(parent, index) => match cdef.records[parent.0].fields().get(*index) {
            Some(field) => (&field.ty, Some(*parent)),
            None => return Qualifiers::default(),
        },
        Path::Typedef(typedef) | Path::Pointee(typedef) => match &cdef.typedefs[typedef.0].kind {
            TypedefKind::Exact(ty) => (ty, None),
            TypedefKind::SomeInteger
            | TypedefKind::SomeFloat
            | TypedefKind::Opaque
            | TypedefKind::OpaquePointer
            | TypedefKind::Implicit
            | TypedefKind::TypeOf => return Qualifiers::default(),
        },
        Path::Tag(_) | Path::Object(_) | Path::Anonymous => return Qualifiers::default(),
    };
    let mut around = around;
    loop {
        ty = match &ty.ty {
            Type::Array(element, _) => element,
            // What a pointer leads to has its own qualifiers alone.
            Type::Pointer(pointee) => {
                around = None;
                pointee
            }
            _ => break,
        };
    }
    let outer = around.map_or(Qualifiers::default(), |parent| inherited(cdef, parent, anonymous));
    if matches!(anonymous, Anonymous::DoNot) && cdef.is_anonymous_member(id) {
        return outer;
    }
    Qualifiers {
        is_const: ty.qualifiers.is_const || outer.is_const,
        is_volatile: ty.qualifiers.is_volatile || outer.is_volatile,
        is_restrict: false,
        is_atomic: false,
    }
}

fn qualified(ty: &QualType, inherited: Qualifiers) -> QualType {
    let mut ty = ty.clone();
    let mut element = &mut ty;
    // The qualifiers of an array are its elements' (C11 6.7.3p9).
    while let Type::Array(inner, _) = &mut element.ty {
        element = inner;
    }
    element.qualifiers.is_const |= inherited.is_const;
    element.qualifiers.is_volatile |= inherited.is_volatile;
    ty
}

// Unnamed bitfields take no value (C11 6.7.9p9), a union takes one for its first member.
fn one_too_many(cdef: &Cdef, record: &Record, outermost: &str) -> String {
    let takes_value = record.fields().iter().filter(|field| field.name.is_some() || field.bits.is_none());
    let mut values = takes_value.map(|field| match field.member().map(|member| &cdef.records[member.0]) {
        Some(member) => one_too_many(cdef, member, outermost),
        None => zero(cdef, &field.ty),
    });
    match (record.kind, &record.body) {
        (RecordKind::Struct, Body::Exact(_)) => {
            // An object of zeroes takes no room in the file.
            let last = format!("sizeof({outermost}) <= {LARGEST_WITH_BITS} ? 9 : 0");
            format!("{{ {} }}", values.chain([last]).collect::<Vec<_>>().join(", "))
        }
        (RecordKind::Struct, Body::Partial(_) | Body::Opaque) => "{ 0 }".to_owned(),
        (RecordKind::Union, _) => format!("{{ {} }}", values.next().unwrap_or_default()),
    }
}

/// An initialiser in the list of `hidden_fields`; clang takes no braces around an atomic one.
fn zero(cdef: &Cdef, ty: &QualType) -> String {
    let mut ty = ty;
    loop {
        match &ty.ty {
            _ if ty.qualifiers.is_atomic => {
                let plain = QualType { ty: ty.ty.clone(), qualifiers: Qualifiers::default() };
                return format!("({})0", cdecl::spell(cdef, &plain));
            }
            Type::Typedef(id) => match &cdef.typedefs[id.0] {
                Typedef { kind: TypedefKind::Exact(target), .. } => ty = target,
                // C11 7.17.6
                Typedef { kind: TypedefKind::Implicit, name, .. } if name.text.starts_with("atomic_") => {
                    return "0".to_owned();
                }
                _ => return "{0}".to_owned(),
            },
            _ => return "{0}".to_owned(),
        }
    }
}
