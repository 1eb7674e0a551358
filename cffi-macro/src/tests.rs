//! Tests of several phases at once.

mod blessed;
mod cross;
mod mutate;
