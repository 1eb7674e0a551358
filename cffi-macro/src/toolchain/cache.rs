//! Expansions that were made before, one file each in the stub folder.
//!
//! A hit needs everything that the C compiler read to be as it was.
//! Whatever is wrong with a file is a miss, and failing to write one is no error.

use std::fs;
use std::path::{Path, PathBuf};
use std::time::{Duration, SystemTime, UNIX_EPOCH};

use super::Target;
use super::archive::archive_exists;
use super::files::write_atomically;

const HEAD: &str = "cffi-expansion 1";

/// The kept expansion, if all that it was made from is unchanged and its archive is present.
pub(crate) fn find(target: &Target<'_>, key: &str) -> Option<String> {
    let kept = fs::read_to_string(path(target, key)).ok()?;
    let mut rest = kept.as_str();
    if line(&mut rest)? != HEAD {
        return None;
    }
    loop {
        let (kind, value) = line(&mut rest)?.split_once(' ')?;
        let current = match kind {
            "file" => {
                let (stamp, path) = value.split_once('\t')?;
                Stamp::of(Path::new(path)).text() == stamp
            }
            "folder" => {
                let (state, path) = value.split_once('\t')?;
                FolderState::parse(state)?.holds(Path::new(path))
            }
            "archive" => archive_exists(target, value),
            "expansion" => {
                let whole = key_of(rest) == value;
                return whole.then(|| rest.to_owned());
            }
            _ => false,
        };
        if !current {
            return None;
        }
    }
}

/// Keeps an expansion, with what it was made from: headers and other files, the folders that were searched
/// for them, and the archive that it links.
///
/// Nothing is kept if a file changed after `since`, the time when the compilation began: which of its two
/// states the compiler saw is then unknown.
pub(crate) fn store(
    target: &Target<'_>,
    key: &str,
    headers: &[PathBuf],
    include_folders: &[PathBuf],
    archive: Option<&str>,
    since: SystemTime,
    expansion: &str,
) {
    let Some(facts) = facts(headers, include_folders, archive, since) else {
        return;
    };
    let text = format!("{HEAD}\n{facts}expansion {}\n{expansion}", key_of(expansion));
    // Without the file the next expansion is made anew.
    let _ = write_atomically(&path(target, key), text.as_bytes());
}

fn facts(headers: &[PathBuf], include_folders: &[PathBuf], archive: Option<&str>, since: SystemTime) -> Option<String> {
    // File systems read a clock that lags by some milliseconds.
    let since = nanoseconds(since.checked_sub(Duration::from_millis(10))?);
    let mut text = String::new();
    for path in headers {
        let stamp = Stamp::of(path);
        if stamp.modified >= since {
            return None;
        }
        text += &format!("file {}\t{}\n", stamp.text(), plain(path)?);
    }
    for path in include_folders {
        text += &format!("folder {}\t{}\n", FolderState::of(path).text(), plain(path)?);
    }
    if let Some(name) = archive {
        text += &format!("archive {name}\n");
    }
    Some(text)
}

/// A path that fits on a line.
fn plain(path: &Path) -> Option<&str> {
    path.to_str().filter(|text| !text.contains(['\n', '\r']))
}

fn path(target: &Target<'_>, key: &str) -> PathBuf {
    target.stubs.join(format!("{key}.expansion"))
}

fn line<'a>(rest: &mut &'a str) -> Option<&'a str> {
    let (line, after) = rest.split_once('\n')?;
    *rest = after;
    Some(line)
}

/// A stable hash of the parts, where `["ab", "c"]` and `["a", "bc"]` differ.
pub(crate) fn key(parts: &[&[u8]]) -> String {
    let mut hash = Hash::new();
    for part in parts {
        hash.add(part);
        hash.add(&part.len().to_le_bytes());
    }
    hash.text()
}

fn key_of(text: &str) -> String {
    key(&[text.as_bytes()])
}

/// FNV-1a of 128 bits.
struct Hash(u128);

impl Hash {
    fn new() -> Hash {
        Hash(0x6c62_272e_07bb_0142_62b8_2175_6295_c58d)
    }

    fn add(&mut self, bytes: &[u8]) {
        for byte in bytes {
            self.0 = (self.0 ^ u128::from(*byte)).wrapping_mul((1 << 88) + 0x13b);
        }
    }

    fn text(&self) -> String {
        format!("{:032x}", self.0)
    }
}

/// What tells one state of a file from another; all zero for a missing file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Stamp {
    size: u64,
    /// Nanoseconds since 1970.
    modified: i128,
}

impl Stamp {
    pub(super) fn of(path: &Path) -> Stamp {
        let Ok(metadata) = fs::metadata(path) else {
            return Stamp { size: 0, modified: 0 };
        };
        let modified = metadata.modified().map_or(0, nanoseconds);
        Stamp { size: metadata.len(), modified }
    }

    pub(super) fn text(self) -> String {
        format!("{} {}", self.size, self.modified)
    }

    pub(super) fn parse(text: &str) -> Option<Stamp> {
        let (size, modified) = text.split_once(' ')?;
        Some(Stamp { size: size.parse().ok()?, modified: modified.parse().ok()? })
    }
}

fn nanoseconds(time: SystemTime) -> i128 {
    let signed = |duration: Duration| i128::try_from(duration.as_nanos()).unwrap_or(i128::MAX);
    match time.duration_since(UNIX_EPOCH) {
        Ok(after) => signed(after),
        Err(before) => -signed(before.duration()),
    }
}

/// Whether a header could have appeared in a searched folder.
///
/// An editor that saves by renaming touches the folder of a source file each time, so the names decide where
/// the time differs.
#[derive(Clone, Debug, PartialEq, Eq)]
struct FolderState {
    modified: i128,
    /// A hash of the names, empty for a missing folder.
    names: String,
}

impl FolderState {
    fn of(path: &Path) -> FolderState {
        FolderState { modified: Stamp::of(path).modified, names: names(path) }
    }

    fn holds(&self, path: &Path) -> bool {
        Stamp::of(path).modified == self.modified || names(path) == self.names
    }

    fn text(&self) -> String {
        format!("{} {}", self.modified, self.names)
    }

    fn parse(text: &str) -> Option<FolderState> {
        let (modified, names) = text.split_once(' ')?;
        Some(FolderState { modified: modified.parse().ok()?, names: names.to_owned() })
    }
}

/// A hash of the names in a folder that an `#include` may mean: not Rust's, not hidden, no backups.
fn names(folder: &Path) -> String {
    let Ok(entries) = fs::read_dir(folder) else {
        return String::new();
    };
    let mut names: Vec<String> = entries
        .filter_map(|entry| Some(entry.ok()?.file_name().to_string_lossy().into_owned()))
        .filter(|name| !name.starts_with('.') && !name.ends_with(".rs") && !name.ends_with('~'))
        .collect();
    names.sort();
    key(&names.iter().map(String::as_bytes).collect::<Vec<_>>())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::toolchain::compiler::tests::{HOST, target};
    use crate::toolchain::files::tests::Folder;
    use crate::toolchain::write_archive;

    const TEXT: &str = "pub fn f() {}\n// 1\r\n";

    /// An expansion that is stored with one header, one folder and one archive, and a header's path.
    fn stored(folder: &Folder) -> PathBuf {
        let target = target(HOST, folder.path());
        let header = folder.write("include/a.h", "int a;");
        folder.write("include/main.rs", "");
        write_archive(&target, "x", Vec::new()).expect("the folder is ours");
        let folders = [folder.path().join("include"), folder.path().join("missing")];
        let later = SystemTime::now() + Duration::from_secs(1);
        store(&target, "k", std::slice::from_ref(&header), &folders, Some("x"), later, TEXT);
        header
    }

    fn check(name: &str, change: impl FnOnce(&Folder, &Path), hit: bool) {
        let folder = Folder::new(name);
        let header = stored(&folder);
        let target = target(HOST, folder.path());
        assert_eq!(find(&target, "k").as_deref(), Some(TEXT));
        change(&folder, &header);
        assert_eq!(find(&target, "k").is_some(), hit, "{name}");
    }

    /// Sets the time of a file or folder.
    fn touch(path: &Path, time: SystemTime) {
        let file = fs::File::open(path).expect("it exists");
        file.set_modified(time).expect("it is ours");
    }

    #[test]
    fn a_change_of_what_was_read_is_a_miss() {
        let past = UNIX_EPOCH + Duration::from_nanos(1);
        check("cache-same", |_, _| (), true);
        check("cache-size", |folder, _| drop(folder.write("include/a.h", "int a, b;")), false);
        check("cache-time", |_, header| touch(header, past), false);
        check("cache-gone", |_, header| fs::remove_file(header).expect("it is ours"), false);
        check(
            "cache-archive",
            |folder, _| {
                fs::remove_file(folder.path().join("libx.a")).expect("it is ours");
            },
            false,
        );
        check(
            "cache-new-header",
            |folder, _| {
                folder.write("include/b.h", "");
                touch(&folder.path().join("include"), past);
            },
            false,
        );
        check("cache-new-folder", |folder, _| drop(folder.write("missing/a.h", "")), false);
        check(
            "cache-rust",
            |folder, _| {
                folder.write("include/other.rs", "");
                touch(&folder.path().join("include"), past);
            },
            true,
        );
    }

    #[test]
    fn a_damaged_file_is_a_miss() {
        let folder = Folder::new("cache-damaged");
        stored(&folder);
        let target = target(HOST, folder.path());
        let path = path(&target, "k");
        let whole = fs::read(&path).expect("it was stored");
        for end in 0..whole.len() {
            fs::write(&path, &whole[..end]).expect("it is ours");
            assert_eq!(find(&target, "k"), None, "{end}");
        }
        for damaged in [&b"\xff\xfe"[..], b"cffi-expansion 1\nfile \n", b"cffi-expansion 2\n"] {
            fs::write(&path, damaged).expect("it is ours");
            assert_eq!(find(&target, "k"), None);
        }
        assert_eq!(find(&target, "other"), None);
    }

    #[test]
    fn a_header_that_changed_during_the_compilation_is_not_kept() {
        let folder = Folder::new("cache-race");
        let target = target(HOST, folder.path());
        let began = SystemTime::now();
        let header = folder.write("a.h", "");
        store(&target, "k", &[header], &[], None, began, TEXT);
        assert_eq!(find(&target, "k"), None);
    }

    #[test]
    fn a_folder_that_cannot_be_written_is_silent() {
        let folder = Folder::new("cache-unwritable");
        let file = folder.write("file", "");
        store(&target(HOST, &file), "k", &[], &[], None, SystemTime::now(), TEXT);
        assert_eq!(folder.names(), ["file"]);
    }

    #[test]
    fn keys_are_stable_and_tell_parts_apart() {
        assert_eq!(Hash::new().text(), "6c62272e07bb014262b821756295c58d");
        let mut hash = Hash::new();
        hash.add(b"a");
        assert_eq!(hash.text(), "d228cb696f1a8caf78912b704e4a8964");
        assert_ne!(key(&[b"ab", b"c"]), key(&[b"a", b"bc"]));
        assert_ne!(key(&[]), key(&[b""]));
        assert_eq!(key(&[b"ab"]).len(), 32);
    }
}
