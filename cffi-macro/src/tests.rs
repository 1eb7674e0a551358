//! Tests of several phases at once.

mod blessed;
mod conventions;
mod cross;
mod extremes;
mod mutate;
mod targets;
