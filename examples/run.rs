//! Runs the examples as their users do.

use std::path::Path;
use std::process::{Command, Output};

fn tour(arguments: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_tour"))
        .args(arguments)
        .current_dir(env!("CARGO_MANIFEST_DIR"))
        .env("TZ", "UTC")
        .output()
        .expect("the tour is built and runs")
}

fn code(output: &Output) -> i32 {
    output.status.code().expect("the tour ends by itself")
}

fn stdout(output: &Output) -> String {
    String::from_utf8(output.stdout.clone()).expect("the searched files are UTF-8")
}

fn stderr(output: &Output) -> String {
    String::from_utf8(output.stderr.clone()).expect("messages are UTF-8")
}

/// Examples without output end in assertions.
#[test]
fn examples_hold() {
    for example in [
        env!("CARGO_BIN_EXE_math"),
        env!("CARGO_BIN_EXE_qsort"),
        env!("CARGO_BIN_EXE_loaded"),
        env!("CARGO_BIN_EXE_plugin"),
        env!("CARGO_BIN_EXE_vendored"),
        #[cfg(feature = "libraries")]
        env!("CARGO_BIN_EXE_zlib"),
        #[cfg(feature = "libraries")]
        env!("CARGO_BIN_EXE_gzcat"),
    ] {
        let output = Command::new(example).output().expect("the example is built and runs");
        assert!(output.status.success(), "{example}: {}", stderr(&output));
    }
}

#[test]
fn tour_finds_lines_of_the_readme() {
    let output = tour(&[]);
    assert_eq!(code(&output), 0, "{}", stderr(&output));
    assert!(stdout(&output).contains("#include <"), "{}", stdout(&output));
}

#[test]
fn tour_shows_line_column_size_and_time() {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("tour-shows");
    std::fs::create_dir_all(&folder).expect("the target folder is writable");
    let file = folder.join("poem.txt");
    std::fs::write(&file, "one\ntwo and two\nno end of line: two").expect("the target folder is writable");
    let time = std::time::UNIX_EPOCH + std::time::Duration::from_secs(86_400 * 365 + 3_660);
    let opened = std::fs::File::options().write(true).open(&file).expect("it was just written");
    opened.set_modified(time).expect("the times of one's own file can be set");

    let output = tour(&["tw.", file.to_str().expect("the target folder's name is UTF-8")]);
    assert_eq!(code(&output), 0, "{}", stderr(&output));
    assert_eq!(
        stdout(&output),
        format!(
            "{}  (-, 35 bytes, changed 1971-01-01 01:01)\n     2:1: two and two\n     3:17: no end of line: two\n",
            file.display()
        ),
    );
}

#[test]
fn tour_walks_folders_in_order() {
    let output = tour(&["^struct ring \\*ring_new", "csrc"]);
    assert_eq!(code(&output), 0, "{}", stderr(&output));
    let text = stdout(&output);
    let places: Vec<_> = ["csrc/ring.c  (-, ", "csrc/ring.h  (-, "].map(|name| text.find(name)).into();
    assert!(places.iter().all(Option::is_some) && places.is_sorted(), "{text}");
}

#[test]
fn tour_can_ignore_case() {
    assert_eq!(code(&tour(&["RING_H$", "csrc/ring.c"])), 1);
    assert_eq!(code(&tour(&["-i", "RING\\.H", "csrc/ring.c"])), 0);
}

#[test]
fn tour_ends_with_1_if_nothing_matches() {
    let output = tour(&["no line of it has this", "csrc"]);
    assert_eq!((code(&output), stdout(&output), stderr(&output)), (1, String::new(), String::new()));
}

#[test]
fn tour_explains_a_bad_pattern() {
    let output = tour(&["(", "csrc"]);
    assert_eq!(code(&output), 2);
    let message = stderr(&output);
    let why = message.strip_prefix("tour: bad pattern `(`: ").expect("it says which pattern is bad");
    assert!(why.trim().len() > 3, "{message}");
}

#[test]
fn tour_names_missing_files_and_goes_on() {
    let output = tour(&["ring_new", "csrc/missing.c", "csrc/ring.h"]);
    assert_eq!(code(&output), 2);
    assert!(stderr(&output).starts_with("tour: csrc/missing.c: No such file"), "{}", stderr(&output));
    assert!(stdout(&output).contains("csrc/ring.h  (-, "), "{}", stdout(&output));
}

#[test]
fn tour_takes_names_and_lines_that_are_not_utf8() {
    use std::ffi::OsStr;
    use std::os::unix::ffi::OsStrExt;

    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("tour-bytes");
    std::fs::create_dir_all(&folder).expect("the target folder is writable");
    let file = folder.join(OsStr::from_bytes(b"caf\xe9.txt"));
    std::fs::write(&file, b"un caf\xe9 noir\n").expect("the target folder is writable");
    let output = Command::new(env!("CARGO_BIN_EXE_tour"))
        .args([OsStr::new("noir$"), folder.as_os_str()])
        .env("LC_ALL", "C")
        .output()
        .expect("the tour is built and runs");
    assert_eq!(code(&output), 0, "{}", String::from_utf8_lossy(&output.stderr));
    assert!(output.stdout.ends_with(b":9: un caf\xe9 noir\n"), "{}", String::from_utf8_lossy(&output.stdout));
}
