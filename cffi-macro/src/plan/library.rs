//! A library that is loaded while the program runs: its names, and each function's place in the table of addresses.

use std::collections::{BTreeMap, BTreeSet};

use crate::facts::FunctionFact;
use crate::model::{Function, FunctionId, Item, Name, Span, Variable, VariableId};
use crate::options::Text;
use crate::symbol::Symbols;

use super::handle::HandleName;
use super::names::Names;
use super::types::{Context, Knowledge};
use super::{Plan, PlanOptions, Stub};

/// What an option says of the library.
#[derive(Clone, Debug, Default)]
pub(crate) struct LibraryOptions {
    /// Its names, to be tried in order; none if the block is linked.
    pub(crate) files: Vec<String>,
    /// The type of its table, where that is a value.
    pub(crate) table: Option<Text>,
    /// The linker's names of what the block's own C files define.
    pub(crate) own: BTreeSet<String>,
    /// Those of its functions that the block does not declare but macros of the headers call.
    pub(crate) hidden: Vec<String>,
}

#[derive(Clone, Debug)]
pub(crate) struct PlannedLibrary {
    /// The hidden type that stands for it.
    pub(crate) name: String,
    pub(crate) files: Vec<String>,
    pub(crate) symbols: Vec<PlannedSymbol>,
    /// By the loader's name.
    places: BTreeMap<String, usize>,
    pub(crate) table: Table,
    pub(crate) loading: LoadingNames,
}

#[derive(Clone, Debug)]
pub(crate) struct PlannedSymbol {
    /// What the loader knows it by, with `@` and a version if it has one.
    pub(crate) symbol: String,
    pub(crate) c_name: String,
    pub(crate) need: Need,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Need {
    Required,
    Optional,
}

/// Who keeps the addresses.
#[derive(Clone, Debug)]
pub(crate) enum Table {
    Rust,
    /// The stubs, by this symbol, because they call the library, too.
    Stubs(String),
    /// Values of this type, one for each library.
    Value(PlannedTable),
}

/// A table that is a value, whose methods are the library's functions.
#[derive(Clone, Debug)]
pub(crate) struct PlannedTable {
    pub(crate) name: String,
    /// The hidden type that stands for what all its libraries have in common.
    pub(crate) shape: String,
    pub(crate) span: Span,
    /// The method that gives the functions with C's own signatures.
    pub(crate) raw: String,
    /// The method that makes handles of what these gave.
    pub(crate) own: String,
    /// The objects of which handles carry the table, and whether they hang on others.
    pub(crate) bound: Vec<PlannedBound>,
}

/// A handle's type that leads to an object and its table.
#[derive(Clone, Debug)]
pub(crate) struct PlannedBound {
    pub(crate) name: String,
    pub(crate) child: bool,
}

/// The Rust functions that load it: C's own functions go first where they have the same names.
#[derive(Clone, Debug)]
pub(crate) struct LoadingNames {
    pub(crate) load: String,
    pub(crate) load_from: String,
    pub(crate) load_from_handle: String,
    pub(crate) is_loaded: String,
}

/// A place in a library's table.
#[derive(Clone, Debug)]
pub(crate) struct Slot {
    /// The hidden type that keeps the table; None where it is a value.
    pub(crate) library: Option<String>,
    pub(crate) index: usize,
}

/// Whether all threads share a variable.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Sharing {
    AllThreads,
    EachThread,
}

impl PlannedLibrary {
    /// None if the block is linked.
    pub(super) fn new(context: &Context<'_>, options: &PlanOptions) -> Option<PlannedLibrary> {
        let loads = context.cdef.binding.is_loaded() && context.knowledge != Knowledge::Missing;
        let mut library = loads.then(|| PlannedLibrary {
            name: options.symbols.library(),
            files: options.library.files.clone(),
            symbols: Vec::new(),
            places: BTreeMap::new(),
            table: match &options.library.table {
                Some(name) => Table::Value(PlannedTable::new(context, name, options.symbols.library())),
                None => Table::Rust,
            },
            loading: LoadingNames::new(context.names),
        })?;
        for symbol in &options.library.hidden {
            library.place(symbol, symbol, Need::Required);
        }
        Some(library)
    }

    fn place(&mut self, symbol: &str, c_name: &str, need: Need) -> Slot {
        let index = *self.places.entry(symbol.to_owned()).or_insert(self.symbols.len());
        match self.symbols.get_mut(index) {
            Some(known) if need == Need::Required => known.need = Need::Required,
            Some(_) => {}
            None => {
                let (symbol, c_name) = (symbol.to_owned(), c_name.to_owned());
                self.symbols.push(PlannedSymbol { symbol, c_name, need });
            }
        }
        let library = match self.table {
            Table::Rust | Table::Stubs(_) => Some(self.name.clone()),
            Table::Value(_) => None,
        };
        Slot { library, index }
    }

    /// The table, if it is a value.
    pub(crate) fn value(&self) -> Option<&PlannedTable> {
        match &self.table {
            Table::Value(table) => Some(table),
            Table::Rust | Table::Stubs(_) => None,
        }
    }
}

impl PlannedTable {
    fn new(context: &Context<'_>, name: &Text, shape: String) -> PlannedTable {
        let bound = context.judged.bound.iter().filter_map(|handle| {
            Some(match context.handle_name(*handle)? {
                HandleName::Own(name) => PlannedBound { name, child: false },
                HandleName::Child(name) => PlannedBound { name, child: true },
            })
        });
        PlannedTable {
            name: name.text.clone(),
            shape,
            span: name.span,
            raw: free(context.names, "raw"),
            own: free(context.names, "own"),
            bound: bound.collect(),
        }
    }
}

impl PlannedSymbol {
    /// As the run-time crate reads it.
    pub(crate) fn entry(&self) -> String {
        let optional = match self.need {
            Need::Required => "",
            Need::Optional => "?",
        };
        let versioned = if self.symbol.contains('@') { "@" } else { "" };
        format!("{optional}{versioned}{}", self.symbol)
    }
}

impl LoadingNames {
    fn new(names: &Names) -> LoadingNames {
        LoadingNames {
            load: free(names, "load"),
            load_from: free(names, "load_from"),
            load_from_handle: free(names, "load_from_handle"),
            is_loaded: free(names, "is_loaded"),
        }
    }
}

/// The name, or a longer one where C has it.
fn free(names: &Names, name: &str) -> String {
    let mut name = name.to_owned();
    while names.values.contains(&name) {
        name.push('_');
    }
    name
}

impl Plan<'_> {
    /// The place of a library's function or variable in the table; None if the block is linked.
    pub(super) fn slot(&mut self, symbol: &str, c_name: &str, need: Need) -> Option<Slot> {
        Some(self.library.as_mut()?.place(symbol, c_name, need))
    }

    /// Stubs call through the table, so that they keep it.
    pub(super) fn place_table(&mut self, symbols: &Symbols) {
        let compiled = !self.stubs.is_empty() || !self.definitions.is_empty();
        if let (Some(library @ PlannedLibrary { table: Table::Rust, .. }), true) = (&mut self.library, compiled) {
            library.table = Table::Stubs(symbols.table());
        }
    }
}

impl<'a> Plan<'a> {
    /// The function that a stub calls, or that the headers define and the compiler has left as it is.
    pub(crate) fn function_of_stub(&self, stub: &str) -> Option<&'a Name> {
        self.stubs.iter().find_map(|planned| match planned {
            Stub::Call { function, symbol, .. } => {
                let name = &self.cdef.functions[function.0].name;
                (symbol == stub || name.text == stub).then_some(name)
            }
            _ => None,
        })
    }
}

impl Context<'_> {
    pub(super) fn need(&self, item: Item) -> Need {
        if self.cdef.optional.contains(&item) { Need::Optional } else { Need::Required }
    }

    /// The loader's name of a function that the library has.
    pub(super) fn library_symbol(
        &self,
        options: &LibraryOptions,
        id: FunctionId,
        function: &Function,
    ) -> Option<String> {
        let own = function.asm_label.clone().unwrap_or_else(|| function.name.text.clone());
        let symbol = match self.knowledge {
            Knowledge::Missing => return None,
            Knowledge::Declared => own,
            Knowledge::Verified => match self.facts.functions.get(&id)? {
                // Windows' libraries export functions without what the compiler adds to the name.
                FunctionFact::Verbatim(_) if self.facts.decorates => own,
                FunctionFact::External(symbol) | FunctionFact::Verbatim(symbol) => symbol.clone(),
                FunctionFact::Converted => own,
                FunctionFact::Defined | FunctionFact::Macro => return None,
            },
        };
        (self.cdef.binding.is_loaded() && !options.own.contains(&symbol)).then_some(symbol)
    }

    /// The same of a variable.
    pub(super) fn library_variable(
        &self,
        options: &LibraryOptions,
        id: VariableId,
        variable: &Variable,
    ) -> Option<String> {
        let own = || variable.asm_label.clone().unwrap_or_else(|| variable.name.text.clone());
        let symbol = match self.knowledge {
            Knowledge::Missing => return None,
            Knowledge::Declared => own(),
            Knowledge::Verified if variable.thread_local => own(),
            Knowledge::Verified => self.facts.variables.get(&id)?.symbol.clone()?,
        };
        (self.cdef.binding.is_loaded() && !options.own.contains(&symbol)).then_some(symbol)
    }
}
