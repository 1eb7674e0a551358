//! One question a kind of item: how it is put to the compiler in C.

use crate::cdecl;
use crate::model::{
    Assertion, AssertionId, Body, Cdef, Constant, ConstantId, ConstantKind, Convention, Enum, EnumId, Expr, Function,
    FunctionId, Item, Length, Operand, OperandId, QualType, Qualifiers, RecordId, Type, Typedef, TypedefId,
    TypedefKind, Value, Variable, VariableId,
};
use crate::options::Tolerance;

use super::{About, FUNCTION, Writer};

impl Writer<'_> {
    /// `cdef_t`: the words of a type, then the lengths of its dimensions.
    pub(super) fn typedef(&mut self, id: TypedefId, typedef: &Typedef) {
        let name = &typedef.name.text;
        let place = format!("(*({name} *)0)");
        let words = match &typedef.kind {
            TypedefKind::SomeInteger | TypedefKind::SomeFloat => measured(name, &place, "1"),
            TypedefKind::Implicit | TypedefKind::TypeOf if self.lessons.incomplete.contains(&id) => {
                unmeasured(&place, "1")
            }
            // Arrays and functions become pointers behind a comma, functions to themselves.
            TypedefKind::Implicit | TypedefKind::TypeOf => {
                let value = format!("__typeof__(((void)0, {place}))");
                let same = |ty: &str| format!("__builtin_types_compatible_p({ty}, {value})");
                let matches = format!("{} + {FUNCTION} * {}", same(name), same(&format!("{name} *")));
                measured(name, &place, &matches)
            }
            // A pointer to it is all that an opaque type is good for.
            TypedefKind::Opaque => format!("0, 0, 0, sizeof({name} *) != 0"),
            TypedefKind::OpaquePointer => format!("sizeof({name}), _Alignof({name}), cdef_class(({name})0), 1"),
            TypedefKind::Exact(ty) => {
                let expected = cdecl::spell_pointer(self.cdef, &filled(ty, &place));
                let lengths = lengths(ty, &place);
                format!("0, 0, cdef_pointee(({name} *)0), _Generic(({name} *)0, {expected}: 1, default: 0){lengths}")
            }
        };
        self.question(Item::Typedef(id), About::Type, typedef.name.span);
        // The pointer comes first, because compilers say of its type alone that the name is unknown.
        self.push(format_args!("typedef {name} *cdef_n{0}; CDEF_U const cdef_u64 cdef_t{0}[] = {{ {words} }};", id.0));
        self.alignment(id, typedef);
        if typedef.kind == TypedefKind::Implicit && !self.lessons.incomplete.contains(&id) {
            self.vector(id, name);
        }
        let handles: Vec<RecordId> =
            self.cdef.handle_records().filter(|id| self.lessons.asks(Item::Record(*id))).collect();
        if typedef.kind == TypedefKind::Implicit && !handles.is_empty() {
            let same = handles.iter().map(|id| format!("{} *: {}, ", cdecl::record(self.cdef, *id), id.0 + 1));
            let same: String = same.collect();
            self.push(format_args!(
                "CDEF_U const cdef_u64 cdef_alias{} = _Generic(({name} *)0, {same}default: 0);",
                id.0
            ));
        }
    }

    /// `cdef_e`: size and class, then a value and its sign for each enumerator, and the same for asked expressions.
    pub(super) fn enumeration(&mut self, id: EnumId, enumeration: &Enum) {
        let Some(enumerators) = &enumeration.enumerators else { return };
        let spelled = cdecl::enumeration(self.cdef, id);
        self.question(Item::Enum(id), About::Name, enumeration.span);
        self.push(format_args!(
            "CDEF_U const cdef_u64 cdef_e{}[] = {{ sizeof({spelled}), cdef_class(({spelled})0)",
            id.0
        ));
        for enumerator in enumerators {
            let name = &enumerator.name.text;
            self.question(Item::Enum(id), About::Type, enumerator.name.span);
            // Neither an address nor a floating-point number goes with `|`.
            self.push(format_args!(", (cdef_u64)(0 | ({name})), ({name}) < 0"));
            if let Some(given) = asked(&enumerator.value) {
                self.question(Item::Enum(id), About::Given, given.span);
                self.push(format_args!(", (cdef_u64)({0}), ({0}) < 0", given.text));
            }
        }
        self.push(format_args!("}};"));
        if enumeration.packed && !enumeration.partial {
            // The block's own, for its size.
            let own = enumerators.iter().enumerate();
            let own: String = own.map(|(index, it)| format!("cdef_i{}_{index} = ({}), ", id.0, it.name.text)).collect();
            self.question(Item::Enum(id), About::Type, enumeration.span);
            self.push(format_args!(
                "enum __attribute__((__packed__)) cdef_i{0} {{ {own}}}; CDEF_U const cdef_u64 cdef_ip{0} = sizeof(enum cdef_i{0});",
                id.0
            ));
        }
        if let Some(underlying) = &enumeration.underlying {
            let expected = cdecl::spell(self.cdef, underlying);
            self.push(format_args!(
                "CDEF_U const cdef_u64 cdef_f{} = _Generic(({spelled})0, {expected}: 1, default: 0);",
                id.0
            ));
        }
    }

    pub(super) fn assertion(&mut self, id: AssertionId, assertion: &Assertion) {
        self.question(Item::Assertion(id), About::Given, assertion.span);
        self.push(format_args!("_Static_assert({}, \"\");", assertion.condition.text));
    }

    /// `cdef_k` for the header's value and `cdef_g` for what the block's expression comes to.
    /// The associations of `_Generic` for what a getter may return as the type: that type, and what C makes it of
    /// without a cast, for a string literal is no `const char *`.
    fn returnable(&self, ty: QualType) -> String {
        let plain = QualType { ty: ty.ty, qualifiers: Qualifiers::default() };
        let expected = cdecl::spell(self.cdef, &plain);
        let Type::Pointer(pointee) = self.cdef.resolve(&plain.ty) else { return format!("{expected}: 1, default: 0") };
        if self.lessons.tolerance == Tolerance::Lenient {
            // The getter itself fails where C converts no such pointer.
            return "default: 1".to_owned();
        }
        let mut writable = (**pointee).clone();
        writable.qualifiers.is_const = false;
        // A `const` that the pointee's own typedef has stays.
        let is_plain = matches!(writable.ty, Type::Typedef(_) | Type::Array(..) | Type::Function(_));
        if !pointee.qualifiers.is_const || is_plain {
            return format!("{expected}: 1, default: 0");
        }
        let ty = Type::Pointer(Box::new(writable));
        let writable = cdecl::spell(self.cdef, &QualType { ty, qualifiers: Qualifiers::default() });
        format!("{expected}: 1, {writable}: 1, default: 0")
    }

    pub(super) fn constant(&mut self, id: ConstantId, constant: &Constant) {
        let name = &constant.name.text;
        let item = Item::Constant(id);
        self.question(item, About::Type, constant.name.span);
        match &constant.kind {
            ConstantKind::Macro => self.value("cdef_k", id.0, name),
            ConstantKind::Typed(ty) => {
                let mut ty = ty.clone();
                ty.qualifiers.is_const = false;
                if self.lessons.run_time.contains(&id) || !self.cdef.may_be_number(&ty) {
                    let getter = cdecl::declare(self.cdef, &ty, &format!("cdef_w{}(void)", id.0));
                    self.push(format_args!("CDEF_U static {getter} {{ return {name}; }}"));
                    // A getter would convert in silence.
                    let expected = self.returnable(ty);
                    self.push(format_args!("CDEF_U const cdef_u64 cdef_y{} = _Generic(({name}), {expected});", id.0));
                } else {
                    self.push(format_args!(
                        "CDEF_U const struct cdef_k cdef_k{} = {{ {{ cdef_class({name}), sizeof({name}), \
                         (cdef_u64)({name}) }}, (double)({name}), 0, (long double)({name}), (cdef_u64)((cdef_u128)({name}) >> 32 >> 32) }};",
                        id.0
                    ));
                }
            }
        }
        if let Some(given) = asked(&constant.value) {
            self.question(item, About::Given, given.span);
            self.value("cdef_g", id.0, &given.text);
        }
    }

    /// Any constant expression: integers as words, floats as `double`, strings by their address.
    fn value(&mut self, symbol: &str, id: usize, x: &str) {
        self.push(format_args!(
            "enum {{ {symbol}c{id} = __builtin_constant_p({x}) ? __builtin_classify_type({x}) : 99 }}; \
             CDEF_U const struct cdef_k {symbol}{id} = {{ {{ \
             cdef_literal({x}) | {symbol}c{id} << 8 | cdef_is_array({x}) << 16, sizeof({x}), \
             (cdef_u64)__builtin_choose_expr({symbol}c{id} <= 4, ({x}), 0) }}, \
             __builtin_choose_expr({symbol}c{id} == 8, ({x}), 0), __builtin_choose_expr({symbol}c{id} == 5, ({x}), 0), \
             __builtin_choose_expr({symbol}c{id} == 8, ({x}), 0), \
             (cdef_u64)((cdef_u128)__builtin_choose_expr({symbol}c{id} <= 4, ({x}), 0) >> 32 >> 32) }};"
        ));
    }

    /// `cdef_operand`: the value of an expression without parameters, or else the class of one that names them.
    pub(super) fn operand(&mut self, id: OperandId, operand: &Operand) {
        self.question(Item::Operand(id), About::Given, operand.span);
        let text = &operand.text;
        let parameters = match operand.function {
            Some(function) if !operand.parameters.is_empty() => {
                cdecl::parameters_of(self.cdef, &self.cdef.functions[function.0], &operand.parameters)
            }
            Some(_) | None if !operand.outputs.is_empty() => "void".to_owned(),
            Some(_) | None => return self.value("cdef_operand", id.0, text),
        };
        let outputs = cdecl::outputs(self.cdef, operand);
        // A label, because compilers number the names of such objects.
        self.push(format_args!(
            "CDEF_U static void cdef_operandf{0}({parameters}) {{ {outputs}CDEF_U static const cdef_u64 cdef_c \
             __asm__(CDEF_LABEL(cdef_operand{0})) = cdef_literal({text}); (void)cdef_c; (void)({text}); }}",
            id.0
        ));
    }

    /// `cdef_v`: the words of a type, then the lengths of its dimensions.
    pub(super) fn variable(&mut self, id: VariableId, variable: &Variable) {
        let name = &variable.name.text;
        let place = format!("({name})");
        let expected = cdecl::spell_pointer(self.cdef, &filled(&variable.ty, &place));
        let matches = format!("_Generic(&{place}, {expected}: 1, default: 0)");
        let words = if self.is_measurable(&variable.ty) {
            format!("sizeof{place}, _Alignof(__typeof__{place}), cdef_class{place}, {matches}")
        } else {
            unmeasured(&place, &matches)
        };
        let lengths = lengths(&variable.ty, &place);
        self.question(Item::Variable(id), About::Type, variable.name.span);
        if self.cdef.optional.contains(&Item::Variable(id)) {
            // As its stub will declare it.
            self.push(format_args!(
                "#ifndef {name}\nextern __typeof__({name}) {name} __attribute__((__weak__));\n#endif"
            ));
            self.question(Item::Variable(id), About::Type, variable.name.span);
        }
        self.push(format_args!("CDEF_U const cdef_u64 cdef_v{}[] = {{ {words}{lengths} }};", id.0));
        // The address of a thread's own variable is no constant.
        if self.cdef.binding.is_loaded() && !variable.thread_local {
            self.push(format_args!("#ifndef {name}"));
            self.question(Item::Variable(id), About::Type, variable.name.span);
            self.push(format_args!("CDEF_U const volatile void *const cdef_x{} = &{name};\n#endif", id.0));
        }
    }

    /// `cdef_a`, whose relocation names the function, or `cdef_m` where the name is a macro.
    ///
    /// The address stands first, because a redeclaration alone would declare what the headers lack.
    pub(super) fn function(&mut self, id: FunctionId, function: &Function) {
        if function.body.is_some() {
            return;
        }
        let name = &function.name.text;
        let item = Item::Function(id);
        let span = function.name.span;
        let address = format!("CDEF_U const cdef_fn cdef_a{} = (cdef_fn)({name});", id.0);
        let own = if function.signature.convention == Convention::C { "CDEF_C " } else { "" };
        let prototype = format!("{own}{}", cdecl::prototype(self.cdef, function));
        let converted = self.lessons.converted.contains(&id);
        let called = call(self.cdef, function, &format!("cdef_c{}", id.0));
        if converted {
            self.question(item, About::Name, span);
            self.push(format_args!("{address}"));
            self.question(item, About::Type, span);
            self.push(format_args!("CDEF_U static {called} CDEF_U const char cdef_l{} = 1;", id.0));
            return;
        }
        if self.lessons.pointers.contains(&id) {
            self.question(item, About::Type, span);
            let called = match self.lessons.tolerance {
                Tolerance::Lenient => called,
                // Returned as what the block says, so that a compiler's complaint shows both types.
                Tolerance::Exact => {
                    let ty = Type::Function(Box::new(function.signature.clone()));
                    let pointer = Type::Pointer(Box::new(QualType { ty, qualifiers: Qualifiers::default() }));
                    let pointer = QualType { ty: pointer, qualifiers: Qualifiers::default() };
                    let returned = cdecl::declare(self.cdef, &pointer, &format!("cdef_c{}(void)", id.0));
                    format!("{returned} {{ return {name}; }}")
                }
            };
            self.push(format_args!("CDEF_U static {called} CDEF_U const char cdef_m{} = 1;", id.0));
            return;
        }
        self.push(format_args!("#ifdef {name}"));
        if function.signature.variadic {
            // No C function can hand on its variable arguments: the macro must be another name of a function.
            let ty = Type::Function(Box::new(function.signature.clone()));
            let expected = cdecl::spell_pointer(self.cdef, &QualType { ty, qualifiers: Qualifiers::default() });
            self.question(item, About::Name, span);
            self.push(format_args!("{address}"));
            self.question(item, About::Type, span);
            self.push(format_args!(
                "typedef char cdef_s{}[_Generic(&({name}), {expected}: 1, default: -1)];\n#else",
                id.0
            ));
        } else {
            self.question(item, About::Type, span);
            self.push(format_args!("CDEF_U static {called}"));
            self.push(format_args!("CDEF_U const char cdef_m{} = 1;\n#else", id.0));
        }
        self.question(item, About::Name, span);
        self.push(format_args!("{address}"));
        self.question(item, About::Type, span);
        self.push(format_args!("{prototype};\n#endif"));
    }

    /// Whether `sizeof` applies to a variable of the type.
    fn is_measurable(&self, ty: &QualType) -> bool {
        match self.cdef.resolve(&ty.ty) {
            Type::Array(_, Length::Flexible) | Type::Void | Type::Function(_) => false,
            Type::Record(id) => !matches!(self.cdef.records[id.0].body, Body::Opaque),
            Type::Known(known) => known.name != "FILE",
            Type::Typedef(id) => match self.cdef.typedefs[id.0].kind {
                TypedefKind::Opaque => false,
                TypedefKind::Implicit | TypedefKind::TypeOf => !self.lessons.incomplete.contains(id),
                TypedefKind::SomeInteger
                | TypedefKind::SomeFloat
                | TypedefKind::Exact(_)
                | TypedefKind::OpaquePointer => true,
            },
            Type::Int(_)
            | Type::Float(_)
            | Type::Complex(_)
            | Type::VaList
            | Type::Pointer(_)
            | Type::Array(..)
            | Type::Enum(_) => true,
        }
    }
}

/// A function that calls what may be a macro, as its stub will.
fn call(cdef: &Cdef, function: &Function, symbol: &str) -> String {
    let signature = &function.signature;
    let parameters: Vec<String> = (signature.parameters.iter().enumerate())
        .map(|(index, ty)| cdecl::declare(cdef, ty, &format!("cdef_{index}")))
        .collect();
    let parameters = if parameters.is_empty() { "void".to_owned() } else { parameters.join(", ") };
    let arguments: Vec<String> = (0..signature.parameters.len()).map(|index| format!("cdef_{index}")).collect();
    let result = cdecl::declare(cdef, &signature.result, &format!("{symbol}({parameters})"));
    let call = format!("{}({})", function.name.text, arguments.join(", "));
    // A function without a result drops what the header's returns.
    match cdef.resolve(&signature.result.ty) {
        Type::Void => format!("{result} {{ {call}; }}"),
        _ => format!("{result} {{ return {call}; }}"),
    }
}

fn measured(name: &str, place: &str, matches: &str) -> String {
    format!("sizeof({name}), _Alignof({name}), cdef_class{place}, {matches}")
}

fn unmeasured(place: &str, matches: &str) -> String {
    format!("0, 0, cdef_pointee(&{place}), {matches}")
}

/// The block's expression, where only the compiler can evaluate it.
fn asked(value: &Value) -> Option<&Expr> {
    match value {
        Value::Given(given) if given.value.is_none() => Some(given),
        Value::Given(_) | Value::Hole => None,
    }
}

/// Words with the length of each dimension that the block writes; 0 for `[]`.
pub(super) fn lengths(ty: &QualType, place: &str) -> String {
    let mut words = String::new();
    let mut place = place.to_owned();
    let mut ty = ty;
    while let Type::Array(element, length) = &ty.ty {
        match length {
            Length::Flexible => words.push_str(", 0"),
            Length::Known(_) | Length::Asked(_) | Length::Hole => {
                words.push_str(&format!(", sizeof({place}) / sizeof({place}[0])"));
            }
        }
        place.push_str("[0]");
        ty = element;
    }
    words
}

/// The type with the header's lengths in place of holes.
pub(super) fn filled(ty: &QualType, place: &str) -> QualType {
    let mut ty = ty.clone();
    if let Type::Array(element, length) = &mut ty.ty {
        let inner = format!("{place}[0]");
        if matches!(length, Length::Hole) {
            *length = Length::Asked(format!("sizeof({place}) / sizeof({inner})"));
        }
        **element = filled(element, &inner);
    }
    ty
}
