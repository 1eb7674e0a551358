//! Files: those that options name, headers to quote from, and writing that other processes may do as well.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::process;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::{SystemTime, UNIX_EPOCH};

use super::invocation::manifest_folder;
use crate::input::Files;

/// The files of a crate, by paths relative to its manifest.
pub(crate) struct Disk {
    pub(crate) manifest: PathBuf,
}

impl Files for Disk {
    fn read(&self, path: &str) -> Result<(PathBuf, String), String> {
        let full = self.manifest.join(path);
        match fs::read(&full) {
            Ok(bytes) => match String::from_utf8(bytes) {
                Ok(text) => Ok((full, text)),
                Err(_) => Err(format!("`{path}` is not UTF-8 text")),
            },
            Err(error) => Err(format!(
                "`{path}` can't be read: {}; its path starts at the folder of `Cargo.toml`, here `{}`",
                reason(&error),
                full.display()
            )),
        }
    }
}

/// Refuses a path, relative to the manifest, that leads to no file.
pub(crate) fn expect_file(path: &Path) -> Result<(), String> {
    let full = manifest_folder().join(path);
    let failure = match fs::metadata(&full) {
        Ok(data) if data.is_file() => return Ok(()),
        Ok(_) => "it is no file".to_owned(),
        Err(error) => reason(&error),
    };
    Err(format!(
        "`{}` can't be read: {failure}; its path starts at the folder of `Cargo.toml`, here `{}`",
        path.display(),
        full.display()
    ))
}

/// The declaration of a header that a compiler's message points into, on one line.
///
/// Messages point to the declared name, which may stand on a later line than the declaration's begin.
pub(crate) fn header_line(path: &str, line: u32, column: u32) -> Option<String> {
    let bytes = fs::read(manifest_folder().join(path)).ok()?;
    declaration(&String::from_utf8_lossy(&bytes), line, column)
}

/// Beyond this many lines a declaration is cut.
const LONGEST: usize = 6;

/// The declaration that a place in C text belongs to.
pub(crate) fn declaration(text: &str, line: u32, column: u32) -> Option<String> {
    let lines: Vec<&str> = text.lines().collect();
    let at = usize::try_from(line).ok()?.checked_sub(1)?;
    // Of several declarations on a line, the one that the column is in.
    let before = lines.get(at)?.get(..usize::try_from(column).ok()?.saturating_sub(1)).unwrap_or_default();
    let start = before.rfind([';', '}']).map_or(0, |end| end + 1);
    let mut first = at;
    while let Some(before) = first.checked_sub(1).and_then(|index| lines.get(index))
        && start == 0
        && !ends_declaration(before.trim())
        && at - first < LONGEST - 1
    {
        first -= 1;
    }
    let mut words = Vec::new();
    for (index, line) in lines.iter().enumerate().skip(first).take(LONGEST) {
        let line = line.get(if index == at { start } else { 0 }..)?;
        let end = line.find([';', '{']);
        words.extend(line.get(..end.unwrap_or(line.len()))?.split_whitespace());
        if end.is_some() {
            break;
        }
    }
    let text = words.join(" ");
    (!text.is_empty()).then_some(text)
}

/// Nothing of the next line belongs to this one.
fn ends_declaration(line: &str) -> bool {
    line.is_empty()
        || line.ends_with([';', '{', '}'])
        || line.starts_with(['#', '*'])
        || line.ends_with("*/")
        || line.ends_with('\\')
        || line.starts_with("//")
        || line.starts_with("extern \"C\"")
}

/// The header belongs to the system or the compiler: it changes only with them, and is not worth tracking.
pub(crate) fn is_system_header(path: &Path) -> bool {
    const FOLDERS: [&str; 4] = ["/usr", "/nix/store", "/gnu/store", "/Library/Developer"];
    const PARTS: [&str; 7] = [
        "/lib/gcc/",
        "/lib64/gcc/",
        "/lib/clang/",
        "/SDKs/",
        "/Xcode.app/",
        "/Windows Kits/",
        "/Microsoft Visual Studio/",
    ];
    if path.starts_with("/usr/local") || path.starts_with("/usr/src") {
        return false;
    }
    let text = path.to_string_lossy().replace('\\', "/");
    FOLDERS.iter().any(|folder| path.starts_with(folder)) || PARTS.iter().any(|part| text.contains(part))
}

/// Writes to a name of its own first, so that no other process sees half a file.
pub(super) fn write_atomically(path: &Path, bytes: &[u8]) -> io::Result<()> {
    let folder = path.parent().unwrap_or(Path::new("."));
    let temporary = folder.join(unique_name());
    let result = write_new(&temporary, bytes).and_then(|()| fs::rename(&temporary, path));
    if let Err(error) = result {
        let _ = fs::remove_file(&temporary);
        // Windows refuses to replace a file that another process has open; the same content will do.
        return if fs::read(path).is_ok_and(|old| old == bytes) { Ok(()) } else { Err(error) };
    }
    Ok(())
}

fn write_new(path: &Path, bytes: &[u8]) -> io::Result<()> {
    match fs::write(path, bytes) {
        // `cargo clean` may have taken the folder, and build scripts don't run again for that.
        Err(error) if error.kind() == io::ErrorKind::NotFound => {
            fs::create_dir_all(path.parent().unwrap_or(Path::new(".")))?;
            fs::write(path, bytes)
        }
        result => result,
    }
}

/// A folder in the stub folder that is gone with the value.
pub(super) struct Scratch {
    folder: PathBuf,
}

impl Scratch {
    pub(super) fn new(stubs: &Path) -> io::Result<Scratch> {
        let folder = stubs.join(unique_name());
        fs::create_dir_all(&folder)?;
        Ok(Scratch { folder })
    }

    pub(super) fn path(&self) -> &Path {
        &self.folder
    }

    pub(super) fn join(&self, name: &str) -> PathBuf {
        self.folder.join(name)
    }
}

impl Drop for Scratch {
    fn drop(&mut self) {
        // What stays behind is small and goes with the build folder.
        let _ = fs::remove_dir_all(&self.folder);
    }
}

/// A file name that no other process or thread uses, on other machines that share the folder neither.
pub(super) fn unique_name() -> String {
    static COUNTER: AtomicU64 = AtomicU64::new(0);
    let count = COUNTER.fetch_add(1, Ordering::Relaxed);
    let now = SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default().as_nanos();
    format!("tmp-{:x}-{count:x}-{now:x}", process::id())
}

/// An error of the operating system, without its number.
pub(super) fn reason(error: &io::Error) -> String {
    let text = error.to_string();
    let text = text.split(" (os error").next().unwrap_or(&text);
    let mut letters = text.chars();
    letters.next().map_or_else(String::new, |first| first.to_lowercase().chain(letters).collect())
}

#[cfg(test)]
pub(super) mod tests {
    use super::*;

    /// A folder for one test.
    pub(crate) struct Folder(Scratch);

    impl Folder {
        pub(crate) fn new(name: &str) -> Folder {
            let parent = std::env::temp_dir().join(format!("cffi-macro-{name}"));
            Folder(Scratch::new(&parent).expect("the temporary folder is ours"))
        }

        pub(crate) fn path(&self) -> &Path {
            self.0.path()
        }

        pub(crate) fn write(&self, name: &str, text: &str) -> PathBuf {
            let path = self.0.join(name);
            fs::create_dir_all(path.parent().expect("it is in the folder")).expect("it is ours");
            fs::write(&path, text).expect("it is ours");
            path
        }

        pub(crate) fn names(&self) -> Vec<String> {
            let entries = fs::read_dir(self.path()).expect("it is ours");
            let mut names: Vec<String> =
                entries.map(|entry| entry.expect("it is ours").file_name().to_string_lossy().into_owned()).collect();
            names.sort();
            names
        }
    }

    #[test]
    fn a_declaration_is_quoted_whole() {
        let header = "\
#define X 1
int plain(int);
/* doc */
ZEXTERN uLong ZEXPORT
  crc32(uLong crc,
        const Bytef *buf); int other;

static inline int f(void) { return 1; }
struct s {
    int a;
};
extern int
";
        let quote = |line| declaration(header, line, 0);
        assert_eq!(quote(2).as_deref(), Some("int plain(int)"));
        let crc32 = "ZEXTERN uLong ZEXPORT crc32(uLong crc, const Bytef *buf)";
        assert_eq!(quote(5).as_deref(), Some(crc32));
        assert_eq!(quote(4).as_deref(), Some(crc32));
        assert_eq!(quote(8).as_deref(), Some("static inline int f(void)"));
        assert_eq!(quote(9).as_deref(), Some("struct s"));
        assert_eq!(quote(10).as_deref(), Some("int a"));
        assert_eq!(quote(12).as_deref(), Some("extern int"));
        assert_eq!(quote(0), None);
        assert_eq!(quote(99), None);
        assert_eq!(declaration(header, 6, 20).as_deref(), Some(crc32));
        assert_eq!(declaration(header, 6, 33).as_deref(), Some("int other"));
    }

    #[test]
    fn a_file_that_cannot_be_read_says_where_it_was_looked_for() {
        let folder = Folder::new("disk");
        let disk = Disk { manifest: folder.path().to_owned() };
        let path = folder.write("a.h", "int a;");
        assert_eq!(disk.read("a.h"), Ok((path, "int a;".to_owned())));
        let error = disk.read("b.h").expect_err("there is none");
        assert!(error.starts_with("`b.h` can't be read: no such file or directory; "), "{error}");
        fs::write(folder.path().join("c.h"), b"\xff").expect("it is ours");
        assert_eq!(disk.read("c.h"), Err("`c.h` is not UTF-8 text".to_owned()));
    }

    #[test]
    fn headers_of_the_system_are_not_tracked() {
        for path in ["/usr/include/stdio.h", "/opt/x/lib/gcc/x/12/include/a.h", "/nix/store/a/b.h"] {
            assert!(is_system_header(Path::new(path)), "{path}");
        }
        for path in ["/usr/local/include/a.h", "/home/me/a.h"] {
            assert!(!is_system_header(Path::new(path)), "{path}");
        }
    }
}
