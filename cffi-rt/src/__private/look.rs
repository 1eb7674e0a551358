//! A file that the loader refuses in, and what it is out, as far as its first bytes tell.
//!
//! A loader has few words: glibc's says of a library of another 64-bit machine that there is no such file.

use std::ffi::OsStr;
use std::fs::File;
use std::io::Read;
use std::path::Path;

/// What the file is, if that explains why it can't be loaded.
pub(super) fn look(name: &OsStr, message: &str) -> Option<String> {
    let mut header = Vec::new();
    File::open(path(name, message)?).ok()?.take(64).read_to_end(&mut header).ok()?;
    explain(&header)
}

/// A name without a slash is searched for; the loader may say where it was found.
fn path<'a>(name: &'a OsStr, message: &'a str) -> Option<&'a Path> {
    let (found, _) = message.split_once(": ").unwrap_or((message, ""));
    [Path::new(name), Path::new(found)].into_iter().find(|path| path.components().count() > 1)
}

/// The programs of this system are ELF files.
const IS_ELF: bool = cfg!(all(unix, not(target_vendor = "apple")));

fn explain(header: &[u8]) -> Option<String> {
    if !IS_ELF {
        return None;
    }
    let Some(elf) = Elf::read(header) else {
        return Some(
            match header {
                [b'!', b'<', b'a', b'r', b'c', b'h', b'>', ..] => "it is a static library, which only a linker takes",
                [b'M', b'Z', ..] => "it is a library or a program of Windows",
                [0xcf | 0xce, 0xfa, 0xed, 0xfe, ..] => "it is a library or a program of macOS",
                [b'/', b'*', b' ', b'G', b'N', b'U', b' ', b'l', b'd', ..] => {
                    "it is a text that tells a linker where the library is; name the library itself"
                }
                _ => "it is no library",
            }
            .to_owned(),
        );
    };
    let own = Elf::of_this_program()?;
    if elf.architecture() != own.architecture() {
        let (its, ours) = (elf.describe(), own.describe());
        return Some(format!("it is for another architecture: {its}, but this program is {ours}"));
    }
    match elf.kind {
        1 => Some("it is an object file, which only a linker takes".to_owned()),
        2 => Some("it is a program".to_owned()),
        _ => None,
    }
}

/// The head of an ELF file.
#[derive(Clone, Copy)]
struct Elf {
    /// 1 is 32 bits, 2 is 64.
    class: u8,
    /// 1 is little-endian, 2 is big-endian.
    order: u8,
    kind: u16,
    machine: u16,
}

impl Elf {
    fn read(header: &[u8]) -> Option<Elf> {
        let [0x7f, b'E', b'L', b'F', class, order, _, _, _, _, _, _, _, _, _, _, kind @ ..] = header else {
            return None;
        };
        let number = |at: usize| {
            let bytes = kind.get(at..at + 2)?.try_into().ok()?;
            Some(if *order == 2 { u16::from_be_bytes(bytes) } else { u16::from_le_bytes(bytes) })
        };
        Some(Elf { class: *class, order: *order, kind: number(0)?, machine: number(2)? })
    }

    fn of_this_program() -> Option<Elf> {
        let class = if cfg!(target_pointer_width = "64") { 2 } else { 1 };
        let order = if cfg!(target_endian = "big") { 2 } else { 1 };
        let (machine, ..) = MACHINES.iter().find(|(_, arch, _)| *arch == std::env::consts::ARCH)?;
        Some(Elf { class, order, kind: 3, machine: *machine })
    }

    fn architecture(self) -> (u8, u8, u16) {
        (self.class, self.order, self.machine)
    }

    fn describe(self) -> String {
        let bits = if self.class == 1 { "32" } else { "64" };
        let order = if self.order == 2 { ", big-endian" } else { "" };
        match MACHINES.iter().find(|(machine, ..)| *machine == self.machine) {
            Some((_, _, name)) => format!("{name} ({bits} bits{order})"),
            None => format!("machine {} ({bits} bits{order})", self.machine),
        }
    }
}

/// ELF's number, Rust's name and everybody's.
const MACHINES: &[(u16, &str, &str)] = &[
    (3, "x86", "x86"),
    (8, "mips", "MIPS"),
    (8, "mips64", "MIPS"),
    (20, "powerpc", "PowerPC"),
    (21, "powerpc64", "PowerPC"),
    (22, "s390x", "S/390"),
    (40, "arm", "ARM"),
    (62, "x86_64", "x86-64"),
    (183, "aarch64", "AArch64"),
    (243, "riscv32", "RISC-V"),
    (243, "riscv64", "RISC-V"),
    (258, "loongarch64", "LoongArch"),
];

#[cfg(all(test, unix, not(target_vendor = "apple")))]
mod tests {
    use std::ffi::OsStr;
    use std::path::Path;

    use super::{Elf, explain, path};

    fn elf(class: u8, order: u8, kind: u8, machine: [u8; 2]) -> Vec<u8> {
        let mut header = vec![0x7f, b'E', b'L', b'F', class, order, 1];
        header.resize(16, 0);
        header.extend(if order == 2 { [0, kind] } else { [kind, 0] });
        header.extend(machine);
        header
    }

    #[track_caller]
    fn check(header: &[u8], expected: &str) {
        let said = explain(header).unwrap_or_default();
        assert_eq!(said.split(", but").next(), Some(expected));
    }

    #[test]
    fn another_architecture_is_named() {
        check(&elf(2, 1, 3, [0xf3, 0]), "it is for another architecture: RISC-V (64 bits)");
        check(&elf(2, 2, 3, [0, 22]), "it is for another architecture: S/390 (64 bits, big-endian)");
        check(&elf(1, 1, 3, [0x34, 0x12]), "it is for another architecture: machine 4660 (32 bits)");
    }

    #[test]
    fn what_is_no_library_is_named() {
        check(b"", "it is no library");
        check(b"some text", "it is no library");
        check(b"\x7fELF", "it is no library");
        check(b"!<arch>\n", "it is a static library, which only a linker takes");
        check(b"MZ\x90\0", "it is a library or a program of Windows");
        check(&[0xcf, 0xfa, 0xed, 0xfe, 7], "it is a library or a program of macOS");
        check(b"/* GNU ld script\n", "it is a text that tells a linker where the library is; name the library itself");
    }

    #[test]
    fn a_library_of_this_machine_explains_nothing() {
        let own = Elf::of_this_program().expect("the tests' machine is in the list");
        let header = |kind| elf(own.class, own.order, kind, own.machine.to_le_bytes());
        if cfg!(target_endian = "little") {
            assert_eq!(explain(&header(3)), None);
            check(&header(1), "it is an object file, which only a linker takes");
            check(&header(2), "it is a program");
        }
    }

    #[test]
    fn a_file_is_looked_at_where_its_path_is_known() {
        let found = |name: &'static str, message| path(OsStr::new(name), message);
        assert_eq!(found("./a.so", "x"), Some(Path::new("./a.so")));
        assert_eq!(found("libc.so", "/lib/libc.so: invalid ELF header"), Some(Path::new("/lib/libc.so")));
        assert_eq!(found("a.so", "a.so: cannot open shared object file"), None);
    }
}
