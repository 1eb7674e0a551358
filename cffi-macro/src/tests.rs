//! Tests of several phases at once.

mod blessed;
#[cfg(feature = "tools")]
mod conventions;
#[cfg(feature = "tools")]
mod cross;
mod extremes;
mod mutate;
#[cfg(feature = "tools")]
mod targets;
