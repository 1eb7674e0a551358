//! The few things that a probe's answers need of an object file: words, bytes and the targets of addresses.
//!
//! ELF, COFF and Mach-O are read alike; what differs is told where it does.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use object::read::{File, Object as _, ObjectSection as _, ObjectSymbol as _, Relocation, RelocationTarget};
use object::{AddressSize, Architecture, BinaryFormat, SectionIndex, SectionKind};

use super::bits::Order;
use crate::probe::WIDE;

pub(super) struct Object<'a> {
    file: File<'a>,
    /// Our own symbols by name, without a leading underscore.
    places: HashMap<&'a str, Place>,
    relocations: BTreeMap<(usize, u64), Relocation>,
}

/// A byte of a section.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Place {
    section: SectionIndex,
    offset: u64,
}

impl Place {
    /// In the order of the bytes.
    fn key(self) -> (usize, u64) {
        (self.section.0, self.offset)
    }
}

/// What the address of a function refers to.
pub(super) enum Target {
    Undefined(String),
    /// Undefined, and without the underscore that the platform puts in front of C names.
    Verbatim(String),
    Defined,
}

fn has_underscores(file: &File<'_>) -> bool {
    match file.format() {
        BinaryFormat::MachO => true,
        BinaryFormat::Coff => file.architecture() == Architecture::I386,
        _ => false,
    }
}

/// The linker's names of what an object file defines for others.
pub(crate) fn definitions(bytes: &[u8]) -> BTreeSet<String> {
    let Ok(file) = File::parse(bytes) else { return BTreeSet::new() };
    let underscores = has_underscores(&file);
    let defined = file.symbols().filter(|symbol| symbol.is_global() && symbol.is_definition());
    let names = defined.filter_map(|symbol| symbol.name().ok());
    names.map(|name| if underscores { name.strip_prefix('_').unwrap_or(name) } else { name }.to_owned()).collect()
}

impl<'a> Object<'a> {
    pub(super) fn parse(bytes: &'a [u8]) -> Result<Self, String> {
        let file = File::parse(bytes).map_err(|error| format!("the compiler's object file can't be read: {error}"))?;
        let mut relocations = BTreeMap::new();
        for section in file.sections() {
            for (offset, relocation) in section.relocations() {
                relocations.insert(Place { section: section.index(), offset }.key(), relocation);
            }
        }
        let mut places = HashMap::new();
        for symbol in file.symbols() {
            let Ok(name) = symbol.name() else { continue };
            let name = name.strip_prefix('_').unwrap_or(name);
            if name.starts_with("cdef_")
                && let Some(section) = symbol.section_index()
            {
                let offset = symbol.address().wrapping_sub(section_address(&file, section));
                places.insert(name, Place { section, offset });
            }
        }
        Ok(Object { file, places, relocations })
    }

    /// How the target fills the bits of its bytes, which is how it fills words with bytes.
    pub(super) fn order(&self) -> Order {
        if self.file.is_little_endian() { Order::Little } else { Order::Big }
    }

    pub(super) fn is_64(&self) -> bool {
        // `File::is_64` speaks of the file's format, which is 32-bit in all of COFF.
        self.file.architecture().address_size() == Some(AddressSize::U64)
    }

    pub(super) fn has(&self, symbol: &str) -> bool {
        self.places.contains_key(symbol)
    }

    /// A 64-bit word of an array, in the target's byte order.
    pub(super) fn word(&self, symbol: &str, index: usize) -> Result<u64, String> {
        self.word_at(symbol, 8 * index as u64)
    }

    pub(super) fn word_at(&self, symbol: &str, offset: u64) -> Result<u64, String> {
        let place = self.place(symbol)?;
        let offset = place.offset + offset;
        let bytes = self.bytes(Place { offset, ..place }).ok();
        match bytes.and_then(|bytes| bytes.first_chunk::<8>()) {
            Some(word) if self.file.is_little_endian() => Ok(u64::from_le_bytes(*word)),
            Some(word) => Ok(u64::from_be_bytes(*word)),
            // A section of zeroes has no bytes in the file.
            None if self.is_uninitialised(place) => Ok(0),
            None => Err(format!("the answer `{symbol}` is too short")),
        }
    }

    /// So many bytes at an offset in an object.
    pub(super) fn raw(&self, symbol: &str, offset: u64, length: usize) -> Result<Vec<u8>, String> {
        let place = self.place(symbol)?;
        let bytes = self.bytes(Place { offset: place.offset + offset, ..place }).ok();
        match bytes.and_then(|bytes| bytes.get(..length)) {
            Some(bytes) => Ok(bytes.to_vec()),
            None if self.is_uninitialised(place) => Ok(vec![0; length]),
            None => Err(format!("the answer `{symbol}` is too short")),
        }
    }

    /// Whether the first bytes of an object are zero; one that is absent is.
    pub(super) fn is_zero(&self, symbol: &str, size: u64) -> bool {
        let Ok(place) = self.place(symbol) else { return true };
        let size = usize::try_from(size).unwrap_or(usize::MAX);
        let bytes = self.bytes(place).unwrap_or_default();
        // An address in the initialiser is a relocation over zero bytes.
        let end = Place { offset: place.offset.saturating_add(size as u64), ..place };
        let relocated = self.relocations.range(place.key()..end.key()).next().is_some();
        !relocated && bytes.iter().take(size).all(|byte| *byte == 0)
    }

    /// The bytes from where a pointer at an offset in an object leads to, to the end of that section.
    ///
    /// None if it leads out of the file.
    pub(super) fn pointed(&self, symbol: &str, offset: u64) -> Result<Option<&'a [u8]>, String> {
        let place = self.place(symbol)?;
        let at = Place { offset: place.offset + offset, ..place };
        let Some(relocation) = self.relocations.get(&at.key()) else { return Ok(None) };
        let stored = match (relocation.has_implicit_addend(), self.is_64()) {
            (false, _) => relocation.addend(),
            (true, true) => self.stored::<8>(at)?,
            (true, false) => self.stored::<4>(at)?,
        };
        let target = match relocation.target() {
            RelocationTarget::Symbol(index) => {
                let symbol = self.file.symbol_by_index(index).map_err(|error| error.to_string())?;
                let Some(section) = symbol.section_index() else { return Ok(None) };
                let start = symbol.address().wrapping_sub(section_address(&self.file, section));
                Place { section, offset: start.wrapping_add_signed(stored) }
            }
            // Mach-O stores the address that the target has in the file's own layout.
            RelocationTarget::Section(section) => {
                let stored = 0_u64.wrapping_add_signed(stored);
                Place { section, offset: stored.wrapping_sub(section_address(&self.file, section)) }
            }
            _ => return Ok(None),
        };
        self.bytes(target).map(Some)
    }

    /// Where the address in a symbol's first word leads to.
    pub(super) fn target(&self, symbol: &str) -> Result<Target, String> {
        let place = self.place(symbol)?;
        let relocation = self.relocations.get(&place.key()).ok_or_else(|| format!("`{symbol}` has no relocation"))?;
        let RelocationTarget::Symbol(index) = relocation.target() else { return Ok(Target::Defined) };
        let target = self.file.symbol_by_index(index).map_err(|error| error.to_string())?;
        // COFF's weak symbols are not "undefined", but have no section either.
        if target.section_index().is_some() || target.is_common() {
            return Ok(Target::Defined);
        }
        let name = target.name().map_err(|error| error.to_string())?;
        Ok(if !self.has_underscores() {
            Target::Undefined(name.to_owned())
        } else if let Some(name) = name.strip_prefix('_').filter(|name| !self.is_decorated(name)) {
            Target::Undefined(name.to_owned())
        } else {
            Target::Verbatim(name.to_owned())
        })
    }

    /// The size in bytes of the elements of a wide string.
    pub(super) fn wide_width(&self, literal: u64) -> usize {
        let windows = self.file.format() == BinaryFormat::Coff;
        match literal.wrapping_sub(*WIDE.start()) {
            0 if windows => 2,
            1 => 2,
            _ => 4,
        }
    }

    /// One element of a wide string.
    pub(super) fn element(&self, bytes: &[u8]) -> u32 {
        let shift = |value: u32, byte: &u8| value << 8 | u32::from(*byte);
        if self.file.is_little_endian() { bytes.iter().rev().fold(0, shift) } else { bytes.iter().fold(0, shift) }
    }

    /// C names carry an underscore on Mach-O and on 32-bit Windows.
    fn has_underscores(&self) -> bool {
        has_underscores(&self.file)
    }

    /// Windows' `_f@4` of a `stdcall` function; Rust would decorate the name once more.
    fn is_decorated(&self, name: &str) -> bool {
        self.decorates() && name.contains('@')
    }

    pub(super) fn decorates(&self) -> bool {
        self.file.format() == BinaryFormat::Coff && self.file.architecture() == Architecture::I386
    }

    fn place(&self, symbol: &str) -> Result<Place, String> {
        self.places.get(symbol).copied().ok_or_else(|| format!("the answer `{symbol}` is missing"))
    }

    fn stored<const N: usize>(&self, place: Place) -> Result<i64, String> {
        let bytes = self.bytes(place)?.first_chunk::<N>().ok_or("a pointer is cut off")?;
        let shift = |value: u64, byte: &u8| value << 8 | u64::from(*byte);
        let value =
            if self.file.is_little_endian() { bytes.iter().rev().fold(0, shift) } else { bytes.iter().fold(0, shift) };
        Ok(value.cast_signed())
    }

    fn bytes(&self, place: Place) -> Result<&'a [u8], String> {
        let section = self.file.section_by_index(place.section).map_err(|error| error.to_string())?;
        let data = section.data().map_err(|error| error.to_string())?;
        let start = usize::try_from(place.offset).unwrap_or(usize::MAX);
        data.get(start..).ok_or_else(|| "an answer lies outside its section".to_owned())
    }

    fn is_uninitialised(&self, place: Place) -> bool {
        self.file.section_by_index(place.section).is_ok_and(|section| {
            matches!(section.kind(), SectionKind::UninitializedData | SectionKind::UninitializedTls)
        })
    }
}

fn section_address(file: &File<'_>, section: SectionIndex) -> u64 {
    file.section_by_index(section).map_or(0, |section| section.address())
}
