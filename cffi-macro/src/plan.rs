//! Checked declarations and C's answers in, everything that the two writers print out.
//!
//! All decisions are made here: layouts, link names, what needs a stub, how values travel, what things are called.

mod abi;
mod accessor;
mod bits;
mod constant;
mod doc;
mod enumeration;
mod function;
mod handle;
mod layout;
mod ledger;
mod library;
mod methods;
mod names;
mod pass;
mod record;
mod rust;
mod safe;
mod stubs;
mod typedef;
mod types;

use std::collections::{BTreeMap, BTreeSet};

use crate::check::Checked;
pub(crate) use crate::facts::LongDoubleFact;
use crate::facts::{Class, ConstantValue, Facts};
use crate::judge::Judged;
pub(crate) use crate::judge::{
    Access as RoleAccess, After, Before, ByteUnit, Closure, Counting, ErrnoUse, Failure, Freed, Given, Keeper, Kept,
    Lending, Life, OnPanic, Outcome, Owners, PartKind, PartSource, ProviderFails, Registration, Role, State, Threads,
    Written,
};
pub(crate) use crate::model::Marks;
use crate::model::{Cdef, Float, Name, RecordKind, RustPath, Span, Type};
use crate::options::{LinkKind, Naming, Tolerance};
use crate::symbol::Symbols;

pub(crate) use crate::facts::BitPart;
pub(crate) use abi::Abi;
pub(crate) use bits::BitValue;
pub(crate) use function::{
    AddressSource, Parameter, PlannedAddress, PlannedFunction, PlannedOptional, Presence, Through,
};
pub(crate) use handle::{Callee, GetterKind, PlannedDestructor, PlannedGetters, PlannedHandle};
pub(crate) use library::{LibraryOptions, LoadingNames, Need, PlannedLibrary, PlannedTable, Sharing, Slot, Table};
pub(crate) use pass::Traits;
pub(crate) use rust::{Constructor, FloatWidth, Mutability, Passing, RustSignature, RustType, RustValue};
pub(crate) use safe::{Form, OperandKind, PlannedError, PlannedFree, PlannedSafe, PlannedStatus, PlannedText};
pub(crate) use stubs::{Addressed, Definition, Ending, Stub, WeakItem};

pub(crate) use methods::Home;
use names::Names;
pub(crate) use names::refuse_clashes;
use types::{Context, Knowledge};

/// What the plan takes from outside the declarations.
#[derive(Clone, Debug)]
pub(crate) struct PlanOptions {
    pub(crate) link: Vec<PlannedLink>,
    pub(crate) naming: Naming,
    /// Cargo expands the block anew when one of these files changes; absolute paths.
    pub(crate) tracked_files: Vec<String>,
    /// The same for environment variables.
    pub(crate) tracked_env: Vec<String>,
    pub(crate) symbols: Symbols,
    pub(crate) library: LibraryOptions,
    /// There is an archive even if the block needs no stub, for vendored sources.
    pub(crate) has_archive: bool,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct PlannedLink {
    pub(crate) name: String,
    pub(crate) kind: LinkKind,
}

/// A block, ready to be printed as C and as Rust.
#[derive(Clone, Debug)]
pub(crate) struct Plan<'a> {
    /// For the spelling of C types.
    pub(crate) cdef: &'a Cdef,
    /// In the linker's order: the stubs' archive stands before the libraries that it calls.
    pub(crate) links: Vec<PlannedLink>,
    /// None if the block is linked.
    pub(crate) library: Option<PlannedLibrary>,
    pub(crate) tracked_files: Vec<String>,
    pub(crate) tracked_env: Vec<String>,
    pub(crate) records: Vec<PlannedRecord>,
    pub(crate) enums: Vec<PlannedEnum>,
    pub(crate) aliases: Vec<PlannedAlias>,
    /// Types of other blocks, whether they were measured here or not.
    pub(crate) uses: Vec<RustPath>,
    pub(crate) used: Vec<PlannedUse>,
    pub(crate) functions: Vec<PlannedFunction>,
    /// Those that are safe to call.
    pub(crate) safe: Vec<PlannedSafe>,
    /// The same functions with C's own signatures.
    pub(crate) raw: Vec<PlannedFunction>,
    /// Each `unsafe` behind which there is something that is safe to call or destroyed by itself.
    pub(crate) vouched: BTreeSet<Span>,
    /// The hidden module of the type `raw`.
    pub(crate) raw_module: String,
    /// What the safe functions rest on, a row of a table for each.
    pub(crate) ledger: String,
    pub(crate) statuses: Vec<PlannedStatus>,
    /// Newtypes of enums that are errors, too.
    pub(crate) enum_errors: BTreeSet<String>,
    pub(crate) errors: Vec<PlannedError>,
    pub(crate) frees: Vec<PlannedFree>,
    pub(crate) handles: Vec<PlannedHandle>,
    pub(crate) getters: Vec<PlannedGetters>,
    pub(crate) optionals: Vec<PlannedOptional>,
    pub(crate) addresses: Vec<PlannedAddress>,
    pub(crate) constants: Vec<PlannedConstant>,
    /// Functions that the block defines.
    pub(crate) definitions: Vec<Definition>,
    pub(crate) stubs: Vec<Stub>,
    /// What `long double` must be in Rust, if the block uses it and C was asked.
    pub(crate) long_double: Option<LongDoubleFact>,
    /// What the stubs may convert.
    pub(crate) tolerance: Tolerance,
}

/// What names an item in Rust, and what rustdoc says about it.
#[derive(Clone, Debug)]
pub(crate) struct Label {
    pub(crate) name: String,
    pub(crate) span: Span,
    /// C's name, where Rust's is another.
    pub(crate) alias: Option<String>,
    pub(crate) doc: String,
}

#[derive(Clone, Debug)]
pub(crate) struct PlannedRecord {
    pub(crate) label: Label,
    pub(crate) shape: Shape,
}

#[derive(Clone, Debug)]
pub(crate) enum Shape {
    /// A type that only ever stands behind pointers.
    Place,
    /// The same, for objects that must not outlive another.
    Child,
    /// A type whose size is all that is known.
    Sized {
        size: u64,
        align: u64,
    },
    Fields(Box<Fields>),
}

#[derive(Clone, Debug)]
pub(crate) struct Fields {
    pub(crate) kind: RecordKind,
    pub(crate) members: Vec<Member>,
    /// `align(…)`
    pub(crate) align: Option<u64>,
    /// `packed(…)`
    pub(crate) pack: Option<u64>,
    pub(crate) layout: Option<LayoutAsserts>,
    pub(crate) flexible: Option<FlexibleMember>,
    /// Methods for bitfields, for the fields of anonymous members, and for what can't be a field.
    pub(crate) accessors: Vec<Accessor>,
    /// Values of the type may be copied; those with a flexible array member may not, their tail would be lost.
    pub(crate) copies: Copies,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Copies {
    Yes,
    No,
}

#[derive(Clone, Debug)]
pub(crate) enum Member {
    Visible { label: Label, ty: RustType },
    Hidden { bytes: u64 },
}

/// What the C compiler measured, for Rust's compiler to confirm.
#[derive(Clone, Debug)]
pub(crate) struct LayoutAsserts {
    pub(crate) size: u64,
    pub(crate) align: u64,
    pub(crate) offsets: Vec<(String, u64)>,
}

#[derive(Clone, Debug)]
pub(crate) struct FlexibleMember {
    pub(crate) label: Label,
    pub(crate) element: RustType,
    /// What its methods call the record and the length.
    pub(crate) this: String,
    pub(crate) len: String,
}

/// Two methods: one that gives the field, and one that changes it or lets it be changed.
#[derive(Clone, Debug)]
pub(crate) struct Accessor {
    /// Names the first method.
    pub(crate) label: Label,
    /// The name of the second, `f_mut` or `set_f`.
    pub(crate) second: String,
    /// What a setter calls the new value.
    pub(crate) value: String,
    pub(crate) ty: RustType,
    pub(crate) access: Access,
}

#[derive(Clone, Debug)]
pub(crate) enum Access {
    /// A reference to what is reached through these fields, the outermost first.
    Reference(Vec<String>),
    /// A pointer, because only the reader knows what is valid in a union, or because the field may not be aligned.
    Pointer(Vec<String>),
    /// A pointer to this byte of the record.
    PointerAt(u64),
    /// A copy of what stands, maybe not aligned, at this byte.
    ValueAt(u64),
    Bits(BitAccess),
}

#[derive(Clone, Debug)]
pub(crate) struct BitAccess {
    pub(crate) field: String,
    pub(crate) width: u32,
    pub(crate) signed: bool,
    /// From the value's lowest bits to its highest.
    pub(crate) parts: Vec<BitPart>,
    pub(crate) value: BitValue,
    pub(crate) trust: Trust,
}

/// Who knows that the bytes of a bitfield have a value.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Trust {
    /// We: they are hidden, and never without one.
    Ours,
    /// The caller: they are those of a union, of which another member may have been written.
    Callers,
}

#[derive(Clone, Debug)]
pub(crate) struct PlannedEnum {
    pub(crate) label: Label,
    pub(crate) repr: RustType,
    /// Values and names that `Debug` prints, each value once.
    pub(crate) names: Vec<(i128, String)>,
    /// The hidden module that keeps the constructor out of the way where the name is a value's, too.
    pub(crate) module: Option<String>,
}

/// `pub type`
#[derive(Clone, Debug)]
pub(crate) struct PlannedAlias {
    pub(crate) label: Label,
    pub(crate) ty: RustType,
}

/// A type of another block, as this block's headers have it.
#[derive(Clone, Debug)]
pub(crate) struct PlannedUse {
    pub(crate) path: RustPath,
    pub(crate) c_name: String,
    /// Size and alignment.
    pub(crate) layout: (u64, u64),
    pub(crate) completeness: Completeness,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Completeness {
    /// Values of the type are stored or passed.
    Whole,
    /// It stands behind pointers alone, so that the other block may keep it opaque.
    Any,
}

#[derive(Clone, Debug)]
pub(crate) struct PlannedConstant {
    pub(crate) label: Label,
    pub(crate) ty: RustType,
    pub(crate) source: ConstantSource,
}

#[derive(Clone, Debug)]
pub(crate) enum ConstantSource {
    Value(RustValue),
    /// None where the headers lack it.
    Optional(Option<RustValue>),
    /// A stub computes it at each access.
    Stub {
        symbol: String,
        passing: Passing,
    },
}

/// Plans a block that has no errors.
pub(crate) fn plan<'a>(checked: &Checked<'a>, facts: &Facts, judged: &Judged, options: &PlanOptions) -> Plan<'a> {
    let knowledge = if checked.cdef().preamble.verified { Knowledge::Verified } else { Knowledge::Declared };
    build(checked.cdef(), facts, knowledge, judged, options)
}

/// Plans what can be told of a block that has errors, so that paths into it resolve.
///
/// What has a shape that only C knows is left out.
/// Where an item of a module is a `compile_error!`, rustc keeps silent about names that the module lacks,
/// but never about a name whose type is a guess.
///
/// The facts are those of the target alone.
pub(crate) fn outline<'a>(cdef: &'a Cdef, naming: &Naming, facts: &Facts) -> Plan<'a> {
    let options = PlanOptions {
        link: Vec::new(),
        naming: naming.clone(),
        tracked_files: Vec::new(),
        tracked_env: Vec::new(),
        symbols: Symbols::new("outline", ""),
        library: LibraryOptions::default(),
        has_archive: false,
    };
    let mut plan = build(cdef, facts, Knowledge::Missing, &Judged::default(), &options);
    plan.links.clear();
    plan
}

fn build<'a>(cdef: &'a Cdef, facts: &Facts, knowledge: Knowledge, judged: &Judged, options: &PlanOptions) -> Plan<'a> {
    let names = Names::new(cdef, &facts.aliases, &options.naming);
    let (traits, homeless) = (Traits::new(cdef, facts), BTreeMap::new());
    let context = Context { cdef, facts, traits: &traits, names: &names, knowledge, judged, homes: &homeless };
    let homes = methods::homes(&context);
    let context = Context { homes: &homes, ..context };
    let mut plan = Plan {
        cdef,
        links: Vec::new(),
        library: PlannedLibrary::new(&context, options),
        tracked_files: options.tracked_files.clone(),
        tracked_env: options.tracked_env.clone(),
        records: Vec::new(),
        enums: Vec::new(),
        aliases: Vec::new(),
        uses: cdef.uses.clone(),
        used: Vec::new(),
        functions: Vec::new(),
        safe: Vec::new(),
        raw: Vec::new(),
        vouched: BTreeSet::new(),
        raw_module: options.symbols.raw(),
        ledger: String::new(),
        statuses: Vec::new(),
        enum_errors: BTreeSet::new(),
        errors: Vec::new(),
        frees: Vec::new(),
        handles: Vec::new(),
        getters: Vec::new(),
        optionals: Vec::new(),
        addresses: Vec::new(),
        constants: Vec::new(),
        definitions: Vec::new(),
        stubs: Vec::new(),
        long_double: facts.long_double.filter(|_| uses_long_double(cdef, facts)),
        tolerance: facts.tolerance,
    };
    record::plan_records(&context, &mut plan);
    typedef::plan_typedefs(&context, &options.symbols, &mut plan);
    enumeration::plan_enums(&context, &options.symbols, &mut plan);
    constant::plan_constants(&context, &options.symbols, &mut plan);
    constant::plan_guards(&context, &mut plan);
    function::plan_variables(&context, options, &mut plan);
    function::plan_functions(&context, options, &mut plan);
    handle::plan_handles(&context, options, &mut plan);
    plan.place_table(&options.symbols);
    if options.has_archive || !plan.stubs.is_empty() || !plan.definitions.is_empty() {
        let name = options.symbols.archive();
        plan.links.push(PlannedLink { name, kind: LinkKind::Static });
    }
    plan.links.extend(options.link.iter().cloned());
    plan
}

fn uses_long_double(cdef: &Cdef, facts: &Facts) -> bool {
    let mut used = false;
    cdef.each_type(&mut |ty| {
        used |= matches!(ty.ty, Type::Float(Float::LongDouble) | Type::Complex(Float::LongDouble))
    });
    let asked = |class| matches!(class, Class::Float(Float::LongDouble) | Class::Complex(Float::LongDouble));
    used || facts.typedefs.values().any(|fact| asked(fact.class))
        || facts.constants.values().any(|fact| matches!(fact.header, ConstantValue::LongDouble(..)))
}

impl Label {
    fn new(name: &str, span: Span, doc: String) -> Label {
        Label { name: name.to_owned(), span, alias: None, doc }
    }

    fn with_alias(self, c_name: &str) -> Label {
        let alias = (self.name != c_name).then(|| c_name.to_owned());
        Label { alias, ..self }
    }

    fn of(name: &str, from: &Name, doc: String) -> Label {
        Label::new(name, from.span, doc).with_alias(&from.text)
    }
}

#[cfg(test)]
pub(crate) mod fixture;
#[cfg(test)]
mod tests;
