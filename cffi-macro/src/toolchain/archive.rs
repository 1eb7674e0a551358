//! Object files in, a static library in the stub folder out.

use std::fs;
use std::io::Cursor;
use std::path::PathBuf;

use ar_archive_writer::{ArchiveKind, DEFAULT_OBJECT_READER, NewArchiveMember, write_archive_to_stream};

use super::Target;
use super::files::{reason, write_atomically};

/// Writes `lib<name>.a` with the objects under the given names; the same objects give the same bytes.
///
/// # Errors
///
/// The folder can't be written; the text says what to do.
pub(crate) fn write_archive(target: &Target<'_>, name: &str, objects: Vec<(String, Vec<u8>)>) -> Result<(), String> {
    let path = archive_path(target, name);
    let bytes =
        archive(target, objects).map_err(|error| format!("the static library `{name}` can't be made: {error}"))?;
    // Several processes that compile the same crate write the same archive.
    if fs::read(&path).is_ok_and(|old| old == bytes) {
        return Ok(());
    }
    write_atomically(&path, &bytes).map_err(|error| {
        format!(
            "the folder `{}` for compiled C can't be written: {}; it belongs to the build output of `cffi-rt`: \
             make it writable, or run `cargo clean` and build again",
            target.stubs.display(),
            reason(&error)
        )
    })
}

pub(crate) fn archive_exists(target: &Target<'_>, name: &str) -> bool {
    archive_path(target, name).is_file()
}

fn archive_path(target: &Target<'_>, name: &str) -> PathBuf {
    target.stubs.join(format!("lib{name}.a"))
}

fn archive(target: &Target<'_>, objects: Vec<(String, Vec<u8>)>) -> std::io::Result<Vec<u8>> {
    let kind = if target.is_apple() {
        ArchiveKind::Darwin
    } else if target.triple.ends_with("-msvc") {
        ArchiveKind::Coff
    } else {
        ArchiveKind::Gnu
    };
    // `new` sets time and owner to 0.
    let members: Vec<NewArchiveMember<'_>> =
        objects.into_iter().map(|(name, bytes)| NewArchiveMember::new(bytes, &DEFAULT_OBJECT_READER, name)).collect();
    let mut out = Cursor::new(Vec::new());
    write_archive_to_stream(&mut out, &members, kind, false, None)?;
    Ok(out.into_inner())
}

#[cfg(test)]
mod tests {
    use std::process::Command;
    use std::thread;

    use super::*;
    use crate::toolchain::compile::tests::{flags_in, object};
    use crate::toolchain::compiler::tests::{HOST, compilers, target};
    use crate::toolchain::files::tests::Folder;

    fn objects(folder: &Folder) -> Vec<(String, Vec<u8>)> {
        let [gcc, ..] = compilers(folder.path());
        let flags = flags_in(folder.path());
        let make = |text: &str| object(&gcc, &flags, text);
        let one = make("int one(void) { return 1; }\n");
        let two = make("int one(void); int two(void) { return one() + one(); }\n");
        let long = "a_name_that_is_longer_than_sixteen_bytes.o".to_owned();
        vec![("one.o".to_owned(), one), (long, two)]
    }

    #[test]
    fn an_archive_links() {
        let folder = Folder::new("archive-links");
        let target = target(HOST, folder.path());
        assert!(!archive_exists(&target, "pair"));
        write_archive(&target, "pair", objects(&folder)).expect("the folder is ours");
        assert!(archive_exists(&target, "pair"));
        let main = folder.write("main.c", "int two(void); int main(void) { return two() - 2; }\n");
        let program = folder.path().join("main");
        let mut gcc = Command::new("gcc");
        gcc.args(["-fuse-ld=bfd", "-o"]).arg(&program).arg(main);
        let linked = gcc.arg("-L").arg(folder.path()).arg("-lpair").status();
        assert!(linked.expect("gcc is installed").success());
        assert!(Command::new(program).status().expect("it was linked").success());
    }

    #[test]
    fn an_archive_is_the_same_each_time() {
        let folder = Folder::new("archive-same");
        for triple in [HOST, "x86_64-pc-windows-gnu"] {
            let target = target(triple, folder.path());
            let first = archive(&target, objects(&folder)).expect("the objects are whole");
            assert_eq!(first, archive(&target, objects(&folder)).expect("the objects are whole"));
        }
    }

    #[test]
    fn two_threads_may_write_one_archive() {
        let folder = Folder::new("archive-threads");
        let objects = objects(&folder);
        let target = target(HOST, folder.path());
        thread::scope(|scope| {
            for _ in 0..2 {
                scope.spawn(|| {
                    for _ in 0..20 {
                        write_archive(&target, "same", objects.clone()).expect("it is ours");
                        let _ = fs::remove_file(archive_path(&target, "same"));
                    }
                });
            }
        });
        assert_eq!(folder.names().iter().filter(|name| name.starts_with("tmp-")).count(), 0);
    }

    #[test]
    fn a_folder_that_cannot_be_written_is_named() {
        let folder = Folder::new("archive-folder");
        // Root may write anywhere, but not into a file.
        let file = folder.write("file", "");
        let error = write_archive(&target(HOST, &file), "x", Vec::new());
        let error = error.expect_err("a file is no folder");
        assert!(error.contains(&format!("the folder `{}`", file.display())), "{error}");
        assert!(error.contains("cargo clean"), "{error}");
    }
}
