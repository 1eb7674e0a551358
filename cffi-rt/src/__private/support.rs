//! What tests of panics and aborts share.

use core::panic::UnwindSafe;
use std::process::{Command, Stdio};
use std::{env, panic};

/// The message with which it panics.
pub(crate) fn message(panics: impl FnOnce() + UnwindSafe) -> String {
    let payload = panic::catch_unwind(panics).expect_err("it panics");
    match payload.downcast::<String>() {
        Ok(text) => *text,
        Err(payload) => (*payload.downcast::<&str>().expect("a panic has a message")).to_owned(),
    }
}

/// What a test says on the way to its abort, which happens in another process: `test` is the path of the caller.
pub(crate) fn aborts(test: &str, abort: impl FnOnce()) -> String {
    const INNER: &str = "CFFI_RT_TEST_THAT_ABORTS";
    if env::var_os(INNER).is_some() {
        abort();
        return String::new();
    }
    let program = env::current_exe().expect("a test has a program");
    let output = Command::new(program)
        .args(["--exact", test, "--nocapture"])
        .env(INNER, "1")
        .stdin(Stdio::null())
        .output()
        .expect("the test's program starts");
    let said = String::from_utf8_lossy(&output.stderr).into_owned();
    assert!(output.status.code().is_none_or(|code| code > 101), "{test} does not abort: {said}");
    said
}
