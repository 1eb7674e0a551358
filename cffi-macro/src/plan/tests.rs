use crate::facts::{Class, FunctionFact};
use crate::model::*;
use crate::options::Style;

use super::fixture::*;
use super::names::Names;
use super::*;

fn names(fixture: &Fixture) -> Names {
    Names::new(&fixture.cdef, &fixture.facts.aliases, &fixture.naming)
}

fn naming(style: Style) -> Naming {
    Naming { prefix: vec!["x_".to_owned()], style }
}

#[test]
fn typedef_with_the_name_of_its_tag_is_one_item() {
    let mut fixture = Fixture::default();
    let s = fixture.structure("s", Body::Exact(vec![field("a", int())]));
    fixture.typedef("s", TypedefKind::Exact(s));
    let plan = fixture.plan();
    assert_eq!(plan.records[0].label.name, "s");
    assert!(plan.aliases.is_empty());
}

#[test]
fn tag_gives_way_to_another_typedef_of_its_name() {
    let mut fixture = Fixture::default();
    let s = fixture.structure("s", Body::Opaque);
    fixture.typedef("s", TypedefKind::Exact(pointer(s)));
    let plan = fixture.plan();
    assert_eq!(plan.records[0].label.name, "struct_s");
    assert_eq!(plan.aliases[0].label.name, "s");
}

#[test]
fn prefix_is_cut_unless_the_rest_is_taken_or_no_name() {
    let mut fixture = Fixture { naming: naming(Style::C), ..Fixture::default() };
    for text in ["x_a", "x_1", "x_", "x_b", "b"] {
        fixture.function(text, signature(void(), Vec::new()), None);
    }
    assert_eq!(names(&fixture).functions, ["a", "x_1", "x_", "x_b", "b"]);
    let plan = fixture.plan();
    assert_eq!(plan.functions[0].link_name.as_deref(), Some("x_a"));
    assert_eq!(plan.functions[3].link_name, None);
}

#[test]
fn rust_names_follow_its_conventions() {
    let mut fixture = Fixture { naming: naming(Style::Rust), ..Fixture::default() };
    let s = fixture.structure("x_some_s", Body::Opaque);
    fixture.typedef("x_some_t", TypedefKind::Exact(s.clone()));
    fixture.typedef("x_pointer", TypedefKind::Exact(pointer(s)));
    fixture.typedef("handle", TypedefKind::OpaquePointer);
    fixture.enumeration(Path::Tag(name("x_kind")), &[("x_A", 0)]);
    fixture.function("x_GetIt", signature(void(), Vec::new()), None);
    fixture.function("x_1", signature(void(), Vec::new()), None);
    fixture.declared_constant("x_MAX", ConstantKind::Macro, Literal::Int(1, Int::Int));
    let names = names(&fixture);
    assert_eq!(names.typedefs, ["Some", "Pointer", "Handle"]);
    assert_eq!((names.records, names.enums), (vec!["Some".to_owned()], vec!["Kind".to_owned()]));
    assert_eq!(names.pointees[&TypedefId(2)], "HandlePointee");
    assert_eq!(names.functions, ["get_it", "x_1"]);
    assert_eq!((names.constants, names.enumerators), (vec!["x_MAX".to_owned()], vec![vec!["x_A".to_owned()]]));
    let plan = fixture.plan();
    assert_eq!(plan.functions[0].label.alias.as_deref(), Some("x_GetIt"));
    assert_eq!(plan.records[0].label.alias.as_deref(), Some("x_some_t"));
}

#[test]
fn two_items_do_not_share_a_rust_name() {
    let mut fixture = Fixture { naming: naming(Style::Rust), ..Fixture::default() };
    // The first keeps its prefix, for the second has no other name.
    for text in ["x_a_b", "a_b", "A_B"] {
        fixture.typedef(text, TypedefKind::Opaque);
    }
    fixture.function("f", signature(void(), Vec::new()), None);
    fixture.cdef.rust_names.insert(Item::Function(FunctionId(0)), name("self"));
    let names = names(&fixture);
    assert_eq!(names.typedefs, ["XAB", "AB", "AB_"]);
    let clashes: Vec<_> = names.clashes.iter().map(|clash| (&*clash.first.text, &*clash.second.text)).collect();
    assert_eq!(clashes, [("a_b", "A_B")]);
    assert_eq!(names.functions, ["self_"]);
}

#[test]
fn a_name_of_the_user_s_goes_before_all_others() {
    let mut fixture = Fixture::default();
    fixture.structure("s", Body::Opaque);
    fixture.structure("t", Body::Opaque);
    fixture.cdef.rust_names.insert(Item::Record(RecordId(1)), name("s"));
    let names = names(&fixture);
    assert_eq!(names.records, ["s_", "s"]);
    assert_eq!(names.clashes.len(), 1);
}

#[test]
fn types_without_a_tag_are_named_after_their_place() {
    let mut fixture = Fixture::default();
    // The members stand before the record that they are members of.
    let inner = |index| Path::Member(RecordId(2), index);
    let body = || Body::Exact(vec![field("x", int())]);
    let f = fixture.record(RecordKind::Struct, inner(0), body());
    let anon = fixture.record(RecordKind::Union, inner(1), body());
    fixture.structure("s", Body::Exact(vec![field("f", f), anonymous(anon)]));
    fixture.typedef("h", TypedefKind::OpaquePointer);
    let names = names(&fixture);
    assert_eq!(names.records, ["s_f", "s_anon1", "s"]);
    assert_eq!(names.pointees[&TypedefId(0)], "h_pointee");
}

#[test]
fn partial_records_fill_all_gaps_in_the_order_of_offsets() {
    let mut fixture = Fixture::verified("");
    let fields = vec![field("b", int()), field("a", plain(Type::Int(Int::Char)))];
    fixture.structure("s", Body::Partial(fields));
    fixture.measure(24, 8, &[(4, 4, 4), (0, 1, 1)]);
    let id = RecordId(0);
    let placement = layout::place(&fixture.cdef.records[0], &fixture.facts.records[&id], &|_| false);
    use layout::Slot::{Field, Hidden};
    assert_eq!(placement.slots, [Field(1), Hidden(3), Field(0), Hidden(16)]);
    assert_eq!(placement.align, Some(8));
    assert_eq!((placement.pack, placement.loose), (None, vec![]));
}

/// A struct of a `char` and an `int`, whose places are the offset, size and alignment of each.
fn places(
    (size, align): (u64, u64),
    fields: &[(u64, u64, u64)],
    is_aligned: layout::IsAligned<'_>,
) -> layout::Placement {
    let mut fixture = Fixture::verified("");
    fixture.structure("s", Body::Partial(vec![field("a", plain(Type::Int(Int::Char))), field("b", int())]));
    fixture.measure(size, align, fields);
    layout::place(&fixture.cdef.records[0], &fixture.facts.records[&RecordId(0)], is_aligned)
}

#[test]
fn a_packed_record_is_packed_in_rust_unless_it_holds_what_is_aligned() {
    let packed = places((5, 1), &[(0, 1, 1), (1, 4, 4)], &|_| false);
    assert_eq!((packed.pack, packed.align, packed.hidden), (Some(1), None, 0));
    let by_two = places((6, 2), &[(0, 1, 1), (2, 4, 4)], &|_| false);
    assert_eq!((by_two.pack, by_two.hidden), (Some(2), 1));
    let aligned = places((5, 1), &[(0, 1, 1), (1, 4, 4)], &|_| true);
    assert_eq!((aligned.pack, aligned.loose), (None, vec![(1, layout::Loose::Unaligned)]));
    let both = places((8, 8), &[(0, 1, 1), (1, 4, 4)], &|_| false);
    assert_eq!((both.pack, both.align, both.loose), (None, Some(8), vec![(1, layout::Loose::Unaligned)]));
}

#[test]
fn fields_that_share_bytes_are_no_fields() {
    let shared = places((4, 4), &[(0, 1, 1), (0, 4, 4)], &|_| false);
    let loose = vec![(0, layout::Loose::Overlapping), (1, layout::Loose::Overlapping)];
    assert_eq!((shared.slots, shared.loose), (vec![layout::Slot::Hidden(4)], loose));
}

#[test]
fn exact_records_leave_padding_to_the_compiler() {
    let mut fixture = Fixture::verified("");
    let body = Body::Exact(vec![field("a", plain(Type::Int(Int::Char))), field("b", int())]);
    let s = fixture.structure("s", body);
    fixture.measure(8, 4, &[(0, 1, 1), (4, 4, 4)]);
    let placement = layout::place(&fixture.cdef.records[0], &fixture.facts.records[&RecordId(0)], &|_| false);
    assert_eq!((placement.hidden, placement.pack), (0, None));
    assert!(!Traits::new(&fixture.cdef, &fixture.facts).needs_pointer(&s));
}

#[test]
fn values_that_rust_passes_otherwise_go_by_pointer() {
    let mut fixture = Fixture::verified("");
    let partial = fixture.structure("p", Body::Partial(vec![field("a", int())]));
    fixture.measure(8, 4, &[(0, 4, 4)]);
    let holder = fixture.structure("h", Body::Exact(vec![field("p", partial.clone())]));
    fixture.measure(8, 4, &[(0, 8, 4)]);
    let scalar = fact(8, 8, Class::Int(Int::ULong));
    let number = fixture.measured_typedef("n", TypedefKind::Implicit, scalar);
    let record = fact(8, 8, Class::Record);
    let opaque = fixture.measured_typedef("o", TypedefKind::Implicit, record);
    let long_double = plain(Type::Float(Float::LongDouble));
    let traits = Traits::new(&fixture.cdef, &fixture.facts);
    let check = |ty: &QualType| traits.needs_pointer(ty);
    for ty in [&partial, &holder, &opaque, &long_double] {
        assert!(check(ty), "{ty:?}");
    }
    for ty in [&number, &int(), &pointer(partial)] {
        assert!(!check(ty), "{ty:?}");
    }
}

#[test]
fn static_is_looked_for_outside_of_parameters() {
    let mut fixture = Fixture::verified("");
    fixture.define("f", signature(void(), Vec::new()), "static void f(void) { }");
    fixture.define("g", signature(void(), vec![pointer(int())]), "void g(int a[static 1]) { }");
    let plan = fixture.plan();
    let symbols: Vec<_> = plan.definitions.iter().map(|item| item.symbol.as_deref()).collect();
    assert_eq!(symbols, [None, Some("cffi_0a1b_b_g")]);
}

#[test]
fn the_archive_is_linked_before_what_it_calls() {
    let mut fixture = Fixture::verified("");
    fixture.function("f", signature(void(), Vec::new()), Some(FunctionFact::Macro));
    let plan = fixture.plan();
    let links: Vec<_> = plan.links.iter().map(|link| link.name.as_str()).collect();
    assert_eq!(links, ["cffi_my_crate_0a1b", "z"]);
}

#[test]
fn what_only_c_knows_is_left_out_of_the_outline() {
    let mut fixture = Fixture::verified("");
    fixture.typedef("t", TypedefKind::SomeInteger);
    fixture.typedef("u", TypedefKind::Exact(int()));
    let body = Body::Exact(vec![field("a", array(int(), Length::Hole))]);
    fixture.structure("s", body);
    fixture.variable("v", array(int(), Length::Hole), &[]);
    let plan = outline(&fixture.cdef, &Naming::default(), &Facts::default());
    assert_eq!(plan.aliases.len(), 1);
    assert!(plan.records.is_empty() && plan.addresses.is_empty() && plan.stubs.is_empty());
}
