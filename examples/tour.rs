//! A small grep on POSIX C: `cargo run --bin tour -- [-i] [pattern [file or folder]...]`.
//!
//! It prints each file that has matching lines with its size and the time of its last change, then the lines.
//! Like grep it ends with 0 if a line matched, 1 if none did, and 2 if something went wrong.
//! File names, patterns and lines are bytes, as C sees them; nothing needs to be UTF-8.

use std::ffi::{CStr, CString, OsStr, OsString, c_char, c_int};
use std::io::{self, Write};
use std::os::unix::ffi::{OsStrExt, OsStringExt};
use std::path::Path;
use std::process::ExitCode;
use std::ptr::NonNull;

/// Regular expressions.
mod c_regex {
    cffi_rt::cdef! {
        #include <regex.h>

        // The header knows the values.
        #define REG_EXTENDED ...
        #define REG_ICASE ...

        // The header knows which integer this is, and what else the structs hold.
        typedef int... regoff_t;
        typedef struct { size_t re_nsub; ...; } regex_t;
        typedef struct { regoff_t rm_so; regoff_t rm_eo; ...; } regmatch_t;

        int regcomp(regex_t *preg, const char *pattern, int cflags);
        int regexec(const regex_t *preg, const char *string, size_t nmatch, regmatch_t *pmatch, int eflags);
        size_t regerror(int errcode, const regex_t *preg, char *errbuf, size_t errbuf_size);
        void regfree(regex_t *preg);
    }
}

/// Files and folders.
mod c_files {
    cffi_rt::cdef! {
        #define _FILE_OFFSET_BITS 64
        #include <dirent.h>
        #include <errno.h>
        #include <sys/stat.h>

        // `st_mtime` is a macro on most systems; to the block it is a field like any other.
        struct stat { mode_t st_mode; off_t st_size; time_t st_mtime; ...; };
        int stat(const char *path, struct stat *buf);
        int lstat(const char *path, struct stat *buf);

        // Macros that look like functions are called like functions.
        int S_ISDIR(mode_t mode);
        int S_ISREG(mode_t mode);

        // C code in the block: a `switch` over the header's macros is plainest in C.
        static int kind_letter(mode_t mode) {
            switch (mode & S_IFMT) {
                case S_IFREG: return '-';
                case S_IFDIR: return 'd';
                case S_IFLNK: return 'l';
                case S_IFCHR: return 'c';
                case S_IFBLK: return 'b';
                case S_IFIFO: return 'p';
                case S_IFSOCK: return 's';
                default: return '?';
            }
        }

        typedef ... DIR;
        struct dirent { char d_name[...]; ...; };
        DIR *opendir(const char *name);
        struct dirent *readdir(DIR *dir);
        int closedir(DIR *dir);

        extern int errno;
    }
}

/// Calendar time.
mod c_time {
    cffi_rt::cdef! {
        #define _FILE_OFFSET_BITS 64
        #include <time.h>

        struct tm { int tm_year, tm_mon, tm_mday, tm_hour, tm_min; ...; };
        struct tm *localtime_r(const time_t *when, struct tm *result);
    }
}

/// A compiled pattern.
struct Regex {
    compiled: Box<c_regex::regex_t>,
}

impl Regex {
    /// # Errors
    ///
    /// What `regerror` says about the pattern.
    fn new(pattern: &CStr, flags: c_int) -> Result<Regex, String> {
        let mut compiled = Box::new(c_regex::regex_t::zeroed());
        // SAFETY: `compiled` is writable and `pattern` ends with a NUL.
        let code = unsafe { c_regex::regcomp(&mut *compiled, pattern.as_ptr(), flags) };
        if code != 0 {
            return Err(Regex::explain(code, &compiled));
        }
        Ok(Regex { compiled })
    }

    /// The bytes of the first match in the text.
    fn find(&self, text: &CStr) -> Option<std::ops::Range<usize>> {
        let mut found = c_regex::regmatch_t::default();
        // SAFETY: `compiled` comes from `regcomp`, `text` ends with a NUL, and there is room for one match.
        let code = unsafe { c_regex::regexec(&*self.compiled, text.as_ptr(), 1, &mut found, 0) };
        if code != 0 {
            return None;
        }
        Some(usize::try_from(found.rm_so).ok()?..usize::try_from(found.rm_eo).ok()?)
    }

    fn explain(code: c_int, compiled: &c_regex::regex_t) -> String {
        // SAFETY: with no room at all, `regerror` only tells how much it wants.
        let size = unsafe { c_regex::regerror(code, compiled, std::ptr::null_mut(), 0) };
        let mut text = vec![0u8; size];
        // SAFETY: `text` has room for `size` bytes.
        unsafe { c_regex::regerror(code, compiled, text.as_mut_ptr().cast(), size) };
        String::from_utf8_lossy(text.strip_suffix(b"\0").unwrap_or(&text)).into_owned()
    }
}

impl Drop for Regex {
    fn drop(&mut self) {
        // SAFETY: `compiled` comes from `regcomp` and is freed once.
        unsafe { c_regex::regfree(&mut *self.compiled) }
    }
}

/// Whether a link counts as itself or as what it leads to.
#[derive(Clone, Copy)]
enum Links {
    Follow,
    Keep,
}

/// What the tour shows of a file.
struct Status {
    raw: c_files::stat,
}

impl Status {
    fn of(path: &CStr, links: Links) -> io::Result<Status> {
        let mut raw = c_files::stat::zeroed();
        let ask = match links {
            Links::Follow => c_files::stat,
            Links::Keep => c_files::lstat,
        };
        // SAFETY: `path` ends with a NUL and `raw` is writable.
        if unsafe { ask(path.as_ptr(), &mut raw) } != 0 {
            return Err(io::Error::last_os_error());
        }
        Ok(Status { raw })
    }

    fn is_folder(&self) -> bool {
        // SAFETY: the macro only looks at the bits of its argument.
        unsafe { c_files::S_ISDIR(self.raw.st_mode) != 0 }
    }

    fn is_file(&self) -> bool {
        // SAFETY: as above.
        unsafe { c_files::S_ISREG(self.raw.st_mode) != 0 }
    }

    /// The letter of the file's kind in `ls -l`.
    fn letter(&self) -> char {
        // SAFETY: the function takes any mode.
        let letter = unsafe { c_files::kind_letter(self.raw.st_mode) };
        u8::try_from(letter).map_or('?', char::from)
    }

    /// The time of the last change, in local time.
    fn changed(&self) -> String {
        let mut tm = c_time::tm::zeroed();
        // SAFETY: one is readable, the other writable.
        if unsafe { c_time::localtime_r(&self.raw.st_mtime, &mut tm) }.is_null() {
            return "at an unknown time".to_owned();
        }
        let (year, month) = (i64::from(tm.tm_year) + 1900, tm.tm_mon + 1);
        format!("{year}-{month:02}-{:02} {:02}:{:02}", tm.tm_mday, tm.tm_hour, tm.tm_min)
    }
}

/// An open folder.
struct Folder {
    stream: NonNull<c_files::DIR>,
}

impl Folder {
    fn open(path: &CStr) -> io::Result<Folder> {
        // SAFETY: `path` ends with a NUL.
        let stream = unsafe { c_files::opendir(path.as_ptr()) };
        NonNull::new(stream).map(|stream| Folder { stream }).ok_or_else(io::Error::last_os_error)
    }

    /// The names in the folder, sorted, without `.` and `..`.
    fn names(&self) -> io::Result<Vec<OsString>> {
        let mut names = Vec::new();
        loop {
            // `readdir` tells an error from the end by `errno` alone.
            // SAFETY: the getter gives the address of this thread's `errno`.
            unsafe { *c_files::errno() = 0 };
            // SAFETY: the stream is open.
            let entry = unsafe { c_files::readdir(self.stream.as_ptr()) };
            if entry.is_null() {
                break;
            }
            // SAFETY: `d_name` ends with a NUL, and the entry lives until the next `readdir`.
            let name = unsafe { CStr::from_ptr((&raw const (*entry).d_name).cast::<c_char>()) };
            if !matches!(name.to_bytes(), b"." | b"..") {
                names.push(OsString::from_vec(name.to_bytes().to_vec()));
            }
        }
        let error = io::Error::last_os_error();
        if error.raw_os_error() != Some(0) {
            return Err(error);
        }
        names.sort();
        Ok(names)
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        // SAFETY: the stream is open and closed once.
        unsafe { c_files::closedir(self.stream.as_ptr()) };
    }
}

/// A search under way: where it writes and how it went.
struct Search<W> {
    regex: Regex,
    out: W,
    matched: bool,
    failed: bool,
}

impl<W: Write> Search<W> {
    /// Searches a file, or all files below a folder.
    ///
    /// # Errors
    ///
    /// Only those of writing: what is wrong with a file is reported, and the search goes on.
    fn path(&mut self, path: &Path, links: Links) -> io::Result<()> {
        let Ok(c_path) = CString::new(path.as_os_str().as_bytes()) else {
            return self.complain(path, "a file name can't hold a NUL");
        };
        let status = match Status::of(&c_path, links) {
            Ok(status) => status,
            Err(error) => return self.complain(path, error),
        };
        if status.is_folder() {
            // Closed before its folders are searched, so that a deep tree doesn't use up the open files.
            match Folder::open(&c_path).and_then(|folder| folder.names()) {
                Ok(names) => {
                    for name in names {
                        self.path(&path.join(name), Links::Keep)?;
                    }
                    Ok(())
                }
                Err(error) => self.complain(path, error),
            }
        } else if status.is_file() || matches!(links, Links::Follow) {
            match std::fs::read(path) {
                Ok(text) => self.text(path, &status, text),
                Err(error) => self.complain(path, error),
            }
        } else {
            Ok(())
        }
    }

    fn text(&mut self, path: &Path, status: &Status, mut text: Vec<u8>) -> io::Result<()> {
        // Like grep, leave binary files alone.
        if text.contains(&0) {
            return Ok(());
        }
        if text.last().is_some_and(|byte| *byte != b'\n') {
            text.push(b'\n');
        }
        // `regexec` wants each line to end with a NUL.
        text.iter_mut().filter(|byte| **byte == b'\n').for_each(|byte| *byte = 0);

        let mut first = true;
        for (number, line) in text.split_inclusive(|byte| *byte == 0).enumerate() {
            let Ok(line) = CStr::from_bytes_with_nul(line) else { continue };
            let Some(found) = self.regex.find(line) else { continue };
            if first {
                self.out.write_all(path.as_os_str().as_bytes())?;
                let (letter, size, changed) = (status.letter(), status.raw.st_size, status.changed());
                writeln!(self.out, "  ({letter}, {size} bytes, changed {changed})")?;
                first = false;
            }
            write!(self.out, "{:6}:{}: ", number + 1, found.start + 1)?;
            self.out.write_all(line.to_bytes())?;
            self.out.write_all(b"\n")?;
        }
        self.matched |= !first;
        Ok(())
    }

    fn complain(&mut self, path: &Path, problem: impl std::fmt::Display) -> io::Result<()> {
        self.failed = true;
        self.out.flush()?;
        writeln!(io::stderr(), "tour: {}: {problem}", path.display())
    }
}

fn main() -> ExitCode {
    let mut arguments = std::env::args_os().skip(1).peekable();
    let mut flags = c_regex::REG_EXTENDED;
    if arguments.next_if(|argument| argument == "-i").is_some() {
        flags |= c_regex::REG_ICASE;
    }
    let pattern = arguments.next().unwrap_or_else(|| r"#include <[a-z/]+\.h>".into());
    let mut paths: Vec<OsString> = arguments.collect();
    if paths.is_empty() {
        paths.push(Path::new(env!("CARGO_MANIFEST_DIR")).with_file_name("README.md").into());
    }

    match run(&pattern, flags, &paths) {
        Ok(code) => code,
        Err(problem) => {
            // If even this can't be written, the exit code still tells.
            let _ = writeln!(io::stderr(), "tour: {problem}");
            ExitCode::from(2)
        }
    }
}

fn run(pattern: &OsStr, flags: c_int, paths: &[OsString]) -> Result<ExitCode, String> {
    let c_pattern = CString::new(pattern.as_bytes()).map_err(|_| "a pattern can't hold a NUL".to_owned())?;
    let regex = Regex::new(&c_pattern, flags).map_err(|why| format!("bad pattern `{}`: {why}", pattern.display()))?;
    let out = io::BufWriter::new(io::stdout().lock());
    let mut search = Search { regex, out, matched: false, failed: false };
    let written = paths.iter().try_for_each(|path| search.path(Path::new(path), Links::Follow));
    match written.and_then(|()| search.out.flush()) {
        // Whoever reads the output has seen enough.
        Err(error) if error.kind() == io::ErrorKind::BrokenPipe => {}
        Err(error) => return Err(format!("can't write: {error}")),
        Ok(()) => {}
    }
    Ok(match (search.failed, search.matched) {
        (true, _) => ExitCode::from(2),
        (false, true) => ExitCode::SUCCESS,
        (false, false) => ExitCode::from(1),
    })
}
