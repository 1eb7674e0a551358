//! Blocks that are compiled, linked and called: one module a topic.

#[path = "run/alignments.rs"]
mod alignments;
#[path = "run/arrays.rs"]
mod arrays;
#[path = "run/bitfields.rs"]
mod bitfields;
#[path = "run/bodies.rs"]
mod bodies;
#[path = "run/callbacks.rs"]
mod callbacks;
#[path = "run/characters.rs"]
mod characters;
#[path = "run/conditions.rs"]
mod conditions;
#[path = "run/constants.rs"]
mod constants;
#[cfg(all(target_arch = "x86_64", unix))]
#[path = "run/conventions.rs"]
mod conventions;
#[path = "run/declared.rs"]
mod declared;
#[path = "run/docs.rs"]
mod docs;
#[path = "run/enums.rs"]
mod enums;
#[path = "run/errno.rs"]
mod errno;
#[cfg(target_arch = "x86_64")]
#[path = "run/floats.rs"]
mod floats;
#[path = "run/forms.rs"]
mod forms;
#[path = "run/functions.rs"]
mod functions;
#[path = "run/globals.rs"]
mod globals;
#[path = "run/handles.rs"]
mod handles;
#[path = "run/layouts.rs"]
mod layouts;
#[path = "run/lenient.rs"]
mod lenient;
#[cfg(feature = "libraries")]
#[path = "run/libraries.rs"]
mod libraries;
#[path = "run/loaded.rs"]
mod loaded;
#[path = "run/macros.rs"]
mod macros;
#[path = "run/names.rs"]
mod names;
#[path = "run/opaque.rs"]
mod opaque;
#[path = "run/optional.rs"]
mod optional;
#[path = "run/options.rs"]
mod options;
#[path = "run/placement.rs"]
mod placement;
#[path = "run/records.rs"]
mod records;
#[path = "run/renamed.rs"]
mod renamed;
#[path = "run/rust_names.rs"]
mod rust_names;
#[path = "run/scalars.rs"]
mod scalars;
#[path = "run/switch.rs"]
mod switch;
#[cfg(feature = "libraries")]
#[path = "run/texts.rs"]
mod texts;
#[path = "run/typed_constants.rs"]
mod typed_constants;
#[path = "run/typedefs.rs"]
mod typedefs;
#[path = "run/typeof_types.rs"]
mod typeof_types;
#[path = "run/uses.rs"]
mod uses;
#[path = "run/values.rs"]
mod values;
#[path = "run/variadic.rs"]
mod variadic;
#[path = "run/vectors.rs"]
mod vectors;
